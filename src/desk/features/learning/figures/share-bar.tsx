import { cx } from '../../../lib/cx.ts';

/** A thin bar behind a number in a list: its share of the longest one. */
export function ShareBar({ share, className }: { share: number; className: string }) {
  return (
    <span aria-hidden className="block h-1.5 w-full rounded-full bg-quiet">
      <span
        className={cx('block h-full rounded-full', className)}
        style={{ width: `${Math.max(share > 0 ? 1 : 0, Math.round(share * 100))}%` }}
      />
    </span>
  );
}
