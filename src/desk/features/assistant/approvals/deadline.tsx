import { useTranslation } from 'react-i18next';
import { useNow } from '../../../lib/clock.tsx';
import { formatDuration } from '../../../lib/format.ts';

/** How long is left to decide, in words. */
export function Deadline({ at, className }: { at: string; className?: string }) {
  const { t } = useTranslation();
  const leftMs = Date.parse(at) - useNow(1000);
  return (
    <time dateTime={at} className={className}>
      {leftMs > 0 ? t('approvals.leftLong', { span: formatDuration(leftMs) }) : t('approvals.over')}
    </time>
  );
}
