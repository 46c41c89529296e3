import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';

/** Props of {@link Chip}. */
export type ChipProps = {
  /** The words; also used to name the remove button. */
  label: string;
  mark?: ReactNode;
  onRemove?: (() => void) | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
};

/** A tag, a skill or a filter in force; with `onRemove` it can be taken away. */
export function Chip({ label, mark, onRemove, disabled, className }: ChipProps) {
  const { t } = useTranslation();
  return (
    <span
      aria-disabled={disabled}
      className={cx(
        'inline-flex h-6 min-w-0 max-w-60 items-center gap-1 rounded-control border border-line bg-quiet ps-2 text-meta',
        onRemove ? 'pe-0.5' : 'pe-2',
        disabled ? 'text-disabled' : 'text-text',
        className,
      )}
    >
      {mark}
      <span className="truncate" title={label}>
        {label}
      </span>
      {onRemove && (
        <button
          type="button"
          disabled={disabled}
          onClick={onRemove}
          aria-label={t('ui.remove', { name: label })}
          className="hit-area flex size-5 shrink-0 items-center justify-center rounded-small text-subtle hover:bg-hover hover:text-text disabled:text-disabled"
        >
          <X aria-hidden className="size-3.5!" />
        </button>
      )}
    </span>
  );
}
