import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { useNow } from '../lib/clock.tsx';
import { formatCountdown } from '../lib/format.ts';

const RADIUS = 15;
const LENGTH = 2 * Math.PI * RADIUS;

/** Props of {@link CountdownRing}. */
export type CountdownRingProps = {
  /** When it ends and how long it was, both in milliseconds. */
  endsAtMs: number;
  totalMs: number;
  size?: 'sm' | 'md' | undefined;
  className?: string | undefined;
};

/** A ring that empties with the time left in its middle; amber in the last third, red in the last tenth. */
export function CountdownRing({ endsAtMs, totalMs, size = 'md', className }: CountdownRingProps) {
  const { t } = useTranslation();
  const leftMs = Math.max(0, endsAtMs - useNow(1000));
  const share = totalMs > 0 ? Math.min(1, leftMs / totalMs) : 0;
  const tone =
    share <= 0.1 ? 'text-critical-solid' : share <= 1 / 3 ? 'text-caution-solid' : 'text-accent';
  const time = formatCountdown(leftMs);
  return (
    <span
      role="timer"
      aria-label={leftMs > 0 ? t('ui.countdown.left', { time }) : t('ui.countdown.over')}
      className={cx('relative inline-grid place-items-center', SIZES[size], className)}
    >
      <svg
        viewBox="0 0 36 36"
        aria-hidden
        className={cx('absolute inset-0 size-full -rotate-90', tone)}
      >
        <circle cx="18" cy="18" r={RADIUS} fill="none" strokeWidth="3" className="stroke-line" />
        <circle
          cx="18"
          cy="18"
          r={RADIUS}
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - share)}
        />
      </svg>
      <span aria-hidden className="text-meta font-medium text-text">
        {size === 'sm' ? inOneUnit(leftMs) : time}
      </span>
    </span>
  );
}

/** `45`, `12m` or `2h`: what there is room for in a small ring. */
function inOneUnit(leftMs: number): string {
  if (leftMs >= 3_600_000) return `${Math.floor(leftMs / 3_600_000)}h`;
  if (leftMs >= 60_000) return `${Math.ceil(leftMs / 60_000)}m`;
  return String(Math.ceil(leftMs / 1000));
}

const SIZES = { sm: 'size-8', md: 'size-11' };
