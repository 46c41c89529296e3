import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Week } from '../../../contracts/schedules.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { DayBar, DaySpans } from './day-spans.tsx';
import { copyToWorkingDays, setSpan, weekdays } from './week.rules.ts';

/** The week: each day a line of hours, all of it to be filled in by keyboard. */
export function WeekGrid({
  week,
  onChange,
  problems,
}: {
  week: Week;
  onChange: (week: Week) => void;
  problems: Record<string, string>;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t('schedules.week')}</legend>
      <p className="mb-2 text-meta text-subtle">{t('schedules.weekHint')}</p>
      <div className="divide-y divide-line rounded-control border border-line">
        {weekdays.map((day) => {
          const name = t(`schedules.days.${day}`);
          return (
            <div key={day} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
              <span className="order-first w-24 flex-1 pane2:order-none pane2:flex-none">
                {name}
              </span>
              <DayBar spans={week[day]} />
              <DaySpans
                day={name}
                spans={week[day]}
                onSpan={(index, span) => onChange(setSpan(week, day, { index, span }))}
                onSpans={(spans) => onChange({ ...week, [day]: spans })}
                problemOf={(place) => problems[`hours.week.${day}.${place}`]}
              />
              <span className="order-first pane2:order-none">
                <IconButton
                  size="sm"
                  icon={Copy}
                  label={t('schedules.copy', { day: name })}
                  onClick={() => onChange(copyToWorkingDays(week, day))}
                />
              </span>
            </div>
          );
        })}
      </div>
      {problems['hours.week'] && (
        <p role="alert" className="mt-1 text-meta text-critical">
          {problems['hours.week']}
        </p>
      )}
    </fieldset>
  );
}
