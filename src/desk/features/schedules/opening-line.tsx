import { useTranslation } from 'react-i18next';
import type { Opening } from '../../../contracts/schedules.ts';
import { Badge } from '../../ui/badge.tsx';

/** Whether it is open, and when that changes, in the zone of the schedule. */
export function OpeningLine({ opening, timeZone }: { opening: Opening; timeZone: string }) {
  const { t, i18n } = useTranslation();
  const say = (at: string) =>
    new Intl.DateTimeFormat(i18n.language, {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(Date.parse(at));
  const { open, nextClosing, nextOpening, today } = opening;
  const words = open
    ? nextClosing === null
      ? t('schedules.openAlways')
      : t('schedules.openUntil', { when: say(nextClosing) })
    : nextOpening === null
      ? t('schedules.closedForGood')
      : t('schedules.closedUntil', { when: say(nextOpening) });
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <Badge variant="plain" dot tone={open ? 'positive' : 'neutral'}>
        {words}
      </Badge>
      {today !== null && (
        <span className="text-meta text-subtle">{t('schedules.special', { name: today })}</span>
      )}
    </span>
  );
}
