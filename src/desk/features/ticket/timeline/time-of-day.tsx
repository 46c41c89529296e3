import { useTranslation } from 'react-i18next';
import { formatAbsolute, formatClock } from '../../../lib/format.ts';
import { cx } from '../../../lib/cx.ts';

/** The time of a message within its day; all of it on hover. */
export function TimeOfDay({ at, className }: { at: string; className?: string }) {
  const { i18n } = useTranslation();
  const time = formatClock(Date.parse(at), i18n.language);
  return (
    <time
      dateTime={at}
      title={formatAbsolute(Date.parse(at), i18n.language)}
      className={cx('shrink-0', className)}
    >
      {time}
    </time>
  );
}
