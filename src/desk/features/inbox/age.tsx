import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock.tsx';
import { formatAbsolute, formatDuration } from '../../lib/format.ts';
import { cx } from '../../lib/cx.ts';

/** How long ago, as short as it gets: `45s` is shown as `now`, then `12m`, `3h`, `2d`. The exact time on hover. */
export function Age({ at, className }: { at: string; className?: string }) {
  const { i18n } = useTranslation();
  const nowMs = useNow(30_000);
  const atMs = Date.parse(at);
  return (
    <time
      dateTime={at}
      title={formatAbsolute(atMs, i18n.language)}
      className={cx('whitespace-nowrap', className)}
    >
      {shortAge(nowMs - atMs)}
    </time>
  );
}

/** An age in its largest unit. */
export function shortAge(ageMs: number): string {
  return ageMs < 60_000 ? 'now' : (formatDuration(ageMs).split(' ')[0] ?? '');
}
