import { Progress as Base } from '@base-ui/react/progress';
import { cx } from '../lib/cx.ts';
import { TONE_SOLID, type Tone } from './tones.ts';

/** Props of {@link ProgressBar}: `value` from 0 to 1, or null while the length is unknown. */
export type ProgressBarProps = {
  value: number | null;
  label: string;
  labelHidden?: boolean | undefined;
  tone?: Tone | undefined;
  className?: string | undefined;
};

/** How far something long has come. */
export function ProgressBar({
  value,
  label,
  labelHidden,
  tone = 'accent',
  className,
}: ProgressBarProps) {
  return (
    <Base.Root
      value={value === null ? null : Math.round(value * 100)}
      className={cx('flex flex-col gap-1', className)}
    >
      <div
        className={cx('flex justify-between gap-3 text-meta text-muted', labelHidden && 'sr-only')}
      >
        <Base.Label className="truncate">{label}</Base.Label>
        <Base.Value className="tabular-nums" />
      </div>
      <Base.Track className="h-1 overflow-hidden rounded-full bg-active">
        <Base.Indicator
          className={cx(
            'h-full rounded-full',
            TONE_SOLID[tone],
            value === null && 'w-1/3! animate-pulse',
          )}
        />
      </Base.Track>
    </Base.Root>
  );
}
