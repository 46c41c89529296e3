import { Radio as Base } from '@base-ui/react/radio';
import { RadioGroup as BaseGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/** One answer of a radio group. */
export type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};

/** Props of {@link RadioGroup}. */
export type RadioGroupProps<Value extends string> = {
  options: ReadonlyArray<RadioOption<Value>>;
  value: Value;
  onValueChange: (value: Value) => void;
  'aria-label'?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
};

/** One of two to five answers, all in view. */
export function RadioGroup<Value extends string>({
  options,
  value,
  onValueChange,
  disabled,
  className,
  ...rest
}: RadioGroupProps<Value>) {
  return (
    <BaseGroup
      aria-label={rest['aria-label']}
      value={value}
      onValueChange={onValueChange}
      disabled={disabled ?? false}
      className={cx('flex flex-col gap-2', className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={cx('flex items-start gap-2', (disabled || option.disabled) && 'text-disabled')}
        >
          <span className="flex h-5 items-center">
            <Base.Root value={option.value} disabled={option.disabled ?? false} className={DOT}>
              <Base.Indicator className="size-1.5 rounded-full bg-on-accent" />
            </Base.Root>
          </span>
          <span className="min-w-0">
            {option.label}
            {option.hint && (
              <span
                className={cx('block text-meta', !(disabled || option.disabled) && 'text-subtle')}
              >
                {option.hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </BaseGroup>
  );
}

const DOT =
  'hit-area flex size-4 shrink-0 items-center justify-center rounded-full border border-line-control bg-surface hover:border-muted data-checked:border-accent data-checked:bg-accent data-disabled:border-line-strong data-disabled:bg-sunken data-disabled:data-checked:bg-disabled';
