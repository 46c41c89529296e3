import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/** Props of {@link Switch}. */
export type SwitchProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label?: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  'aria-label'?: string | undefined;
  'data-force'?: string | undefined;
  className?: string | undefined;
};

/** On or off, at once. Without `label` it needs `aria-label`. */
export function Switch({
  checked,
  onCheckedChange,
  label,
  hint,
  disabled,
  className,
  ...rest
}: SwitchProps) {
  const knob = (
    <Base.Root
      {...rest}
      checked={checked}
      onCheckedChange={(next) => onCheckedChange(next)}
      disabled={disabled ?? false}
      className={cx(TRACK, !label && className)}
    >
      <Base.Thumb className="size-3 rounded-full bg-on-accent shadow-float transition-transform data-checked:translate-x-3 rtl:data-checked:-translate-x-3" />
    </Base.Root>
  );
  if (!label) return knob;
  return (
    <label
      className={cx(
        'flex items-start justify-between gap-4',
        disabled && 'text-disabled',
        className,
      )}
    >
      <span className="min-w-0">
        {label}
        {hint && <span className={cx('block text-meta', !disabled && 'text-subtle')}>{hint}</span>}
      </span>
      <span className="flex h-5 items-center">{knob}</span>
    </label>
  );
}

const TRACK =
  'hit-area flex h-4 w-7 shrink-0 items-center rounded-full bg-line-control px-0.5 transition-colors duration-75 hover:bg-subtle data-checked:bg-accent data-checked:hover:bg-accent-hover data-disabled:bg-line-strong';
