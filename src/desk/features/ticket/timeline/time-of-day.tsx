import { useTranslation } from 'react-i18next';
import { formatAbsolute } from '../../../lib/format.ts';
import { cx } from '../../../lib/cx.ts';

/** The time of a message within its day; all of it on hover. */
export function TimeOfDay({ at, className }: { at: string; className?: string }) {
  const { i18n } = useTranslation();
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(new Date(at));
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
