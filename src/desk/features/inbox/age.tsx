import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock.tsx';
import { formatAbsolute, formatDuration } from '../../lib/format.ts';
import { cx } from '../../lib/cx.ts';

/** How long ago, as short as it gets: `45s` is shown as `now`, then `12m`, `3h`, `2d`. The exact time on hover. */
export function Age({ at, className }: { at: string; className?: string }) {
  const { t, i18n } = useTranslation();
  const nowMs = useNow(30_000);
  const atMs = Date.parse(at);
  return (
    <time
      dateTime={at}
      title={formatAbsolute(atMs, i18n.language)}
      className={cx('whitespace-nowrap', className)}
    >
      {shortAge(nowMs - atMs, t('inbox.now'))}
    </time>
  );
}

/** An age in its largest unit; `now` is the word for less than a minute. */
export function shortAge(ageMs: number, now: string): string {
  return ageMs < 60_000 ? now : (formatDuration(ageMs).split(' ')[0] ?? '');
}
