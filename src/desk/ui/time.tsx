import { useTranslation } from 'react-i18next';
import { useNow } from '../lib/clock.tsx';
import { formatAbsolute, formatRelative } from '../lib/format.ts';

/** Props of {@link Time}: an ISO time or milliseconds. */
export type TimeProps = { at: string | number; className?: string | undefined };

/** A time as one says it, the exact one on hover. Renders again twice a minute, by the shared timer. */
export function Time({ at, className }: TimeProps) {
  const { i18n } = useTranslation();
  const nowMs = useNow(30_000);
  const atMs = typeof at === 'number' ? at : Date.parse(at);
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={formatAbsolute(atMs, i18n.language)}
      className={className}
    >
      {formatRelative(atMs, nowMs, i18n.language)}
    </time>
  );
}
