import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { useDelayed } from './use-delayed.ts';

const SHOW_AFTER_MS = 200;

/** Holds the grey shapes of what is coming; they keep their place at once but are seen only after 200 ms. */
export function SkeletonGroup({
  children,
  delayMs = SHOW_AFTER_MS,
  className,
}: {
  children: ReactNode;
  delayMs?: number;
  className?: string;
}) {
  const { t } = useTranslation();
  const shown = useDelayed(delayMs);
  return (
    <div
      role="status"
      aria-label={t('ui.loading')}
      className={cx(!shown && 'invisible', className)}
    >
      {children}
    </div>
  );
}

/** One grey shape; give it the size of the real thing. Put it in a SkeletonGroup. */
export function Skeleton({ round = false, className }: { round?: boolean; className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        'block shrink-0 animate-pulse bg-active',
        round ? 'rounded-full' : 'rounded-small',
        className,
      )}
    />
  );
}

/** Rows of a list to come: a disc, a line and a time. */
export function SkeletonRows({
  rows = 6,
  disc = true,
  delayMs,
}: {
  rows?: number;
  disc?: boolean;
  delayMs?: number;
}) {
  return (
    <SkeletonGroup {...(delayMs !== undefined && { delayMs })}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-row items-center gap-2 px-3">
          {disc && <Skeleton round className="size-5" />}
          <Skeleton className={cx('h-3', ['w-2/3', 'w-1/2', 'w-3/5'][row % 3])} />
          <Skeleton className="ms-auto h-3 w-8" />
        </div>
      ))}
    </SkeletonGroup>
  );
}
