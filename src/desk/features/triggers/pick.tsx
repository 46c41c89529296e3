import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/select.tsx';

/** One of a list. */
export type PickOption = { value: string; label: string };

/** Props of {@link Pick}; an empty value shows the invitation to choose. */
export type PickProps = {
  label: string;
  value: string;
  options: readonly PickOption[];
  disabled: boolean;
  onPick: (value: string) => void;
};

/** Chooses one of a list. */
export function Pick({ label, value, options, disabled, onPick }: PickProps) {
  const { t } = useTranslation();
  return (
    <div className="w-full max-w-72">
      <Select
        aria-label={label}
        placeholder={t('triggers.pick')}
        disabled={disabled}
        value={value === '' ? null : value}
        options={options}
        onValueChange={onPick}
      />
    </div>
  );
}
