import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import type { ControlSize } from './button.tsx';
import { CONTROL_FRAME, CONTROL_HEIGHT, OPTION, OVERLAY } from './control-styles.ts';

/** One choice: its value, its words, an icon or dot before it, a second line, whether it can be chosen. */
export type SelectOption<Value extends string> = {
  value: Value;
  label: string;
  mark?: ReactNode;
  hint?: string | undefined;
  disabled?: boolean | undefined;
};

/** Props of {@link Select}. */
export type SelectProps<Value extends string> = {
  options: ReadonlyArray<SelectOption<Value>>;
  value: Value | null;
  onValueChange: (value: Value) => void;
  placeholder?: string | undefined;
  size?: ControlSize | undefined;
  disabled?: boolean | undefined;
  'aria-label'?: string | undefined;
  id?: string | undefined;
  className?: string | undefined;
};

/** One of a short list. For long lists or a search on the server use Combobox. */
export function Select<Value extends string>({
  options,
  value,
  onValueChange,
  placeholder,
  size = 'md',
  disabled,
  className,
  id,
  ...rest
}: SelectProps<Value>) {
  const { t } = useTranslation();
  const chosen = options.find((option) => option.value === value);
  return (
    <Base.Root<Value>
      value={value}
      onValueChange={(next) => next !== null && onValueChange(next)}
      disabled={disabled ?? false}
      {...(id && { id })}
    >
      <Base.Trigger
        aria-label={rest['aria-label']}
        className={cx(CONTROL_FRAME, CONTROL_HEIGHT[size], TRIGGER, className)}
      >
        {chosen?.mark}
        <Base.Value className="min-w-0 flex-1 truncate text-start data-placeholder:text-subtle">
          {() => chosen?.label ?? placeholder ?? t('ui.choose')}
        </Base.Value>
        <Base.Icon className="text-subtle">
          <ChevronsUpDown aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className={cx(OVERLAY, 'min-w-[var(--anchor-width)] max-w-80')}>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1">
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled ?? false}
                  className={OPTION}
                >
                  {option.mark}
                  <Base.ItemText className="min-w-0 flex-1">
                    <span className="block truncate">{option.label}</span>
                    {option.hint && (
                      <span className="block text-meta text-subtle">{option.hint}</span>
                    )}
                  </Base.ItemText>
                  <Base.ItemIndicator className="text-accent-text">
                    <Check aria-hidden />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const TRIGGER =
  'flex [:where(&)]:w-full items-center gap-1.5 px-2 focus-visible:border-focus focus-visible:outline-2 focus-visible:-outline-offset-1 data-popup-open:border-focus data-invalid:border-critical-solid data-disabled:border-line data-disabled:bg-sunken data-disabled:text-disabled';
