import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/** Props of {@link Checkbox}. */
export type CheckboxProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  /** Some of the things it stands for are chosen. */
  mixed?: boolean | undefined;
  label?: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  'aria-label'?: string | undefined;
  /** Shows a state standing still, on the components page. */
  'data-force'?: string | undefined;
  className?: string | undefined;
};

/** A yes or no that takes effect when the form is saved. Without `label` it needs `aria-label`. */
export function Checkbox({
  checked,
  onCheckedChange,
  mixed,
  label,
  hint,
  disabled,
  className,
  ...rest
}: CheckboxProps) {
  const box = (
    <Base.Root
      {...rest}
      checked={checked}
      indeterminate={mixed ?? false}
      onCheckedChange={(next) => onCheckedChange(next)}
      disabled={disabled ?? false}
      className={cx(BOX, !label && className)}
    >
      <Base.Indicator className="flex">
        {mixed ? (
          <Minus aria-hidden className="size-3!" />
        ) : (
          <Check aria-hidden className="size-3! stroke-[2.5]!" />
        )}
      </Base.Indicator>
    </Base.Root>
  );
  if (!label) return box;
  return (
    <label className={cx('flex items-start gap-2', disabled && 'text-disabled', className)}>
      <span className="flex h-5 items-center">{box}</span>
      <span className="min-w-0">
        {label}
        {hint && <span className={cx('block text-meta', !disabled && 'text-subtle')}>{hint}</span>}
      </span>
    </label>
  );
}

const BOX =
  'hit-area flex size-4 shrink-0 items-center justify-center rounded-small border border-line-control bg-surface text-on-accent hover:border-muted data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent data-disabled:border-line-strong data-disabled:bg-sunken data-disabled:data-checked:bg-disabled data-disabled:data-checked:border-transparent';
