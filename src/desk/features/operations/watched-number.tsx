import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/switch.tsx';
import { NumberSetting } from '../settings/number-setting.tsx';

/** Props of {@link WatchedNumber}. */
export type WatchedNumberProps = {
  label: string;
  hint: string;
  unit: string;
  max: number;
  /** Null: not watched. */
  value: number | null;
  /** What it starts with when it is watched again. */
  usual: number;
  onSave: (value: number | null) => void;
};

/** A threshold that may be switched off. */
export function WatchedNumber({ value, usual, onSave, ...number }: WatchedNumberProps) {
  const { t } = useTranslation();
  const watch = (on: boolean) => onSave(on ? usual : null);
  if (value === null) {
    return (
      <Switch label={number.label} hint={number.hint} checked={false} onCheckedChange={watch} />
    );
  }
  return (
    <div className="flex items-start justify-between gap-4">
      <NumberSetting {...number} min={1} value={value} onSave={onSave} />
      <Switch
        aria-label={t('operations.settings.watch', { what: number.label })}
        checked
        onCheckedChange={watch}
      />
    </div>
  );
}
