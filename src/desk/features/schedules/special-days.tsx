import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holiday, Hours, ScheduleException } from '../../../contracts/schedules.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DaySpans } from './day-spans.tsx';

/** Props of the lists of special days. */
export type SpecialDaysProps = {
  hours: Hours;
  onChange: (hours: Hours) => void;
  problems: Record<string, string>;
  /** Today as `YYYY-MM-DD`: what a new line starts with. */
  today: string;
};

/** Days on which it is closed. */
export function HolidayList({ hours, onChange, problems, today }: SpecialDaysProps) {
  const { t } = useTranslation();
  const { holidays } = hours;
  const set = (next: Holiday[]) => onChange({ ...hours, holidays: next });
  const put = (index: number, holiday: Holiday) => set(holidays.toSpliced(index, 1, holiday));
  const add = () => set([...holidays, { name: '', from: today, to: today, yearly: false }]);
  return (
    <List
      title={t('schedules.holidays')}
      hint={t('schedules.holidaysHint')}
      addLabel={t('schedules.addHoliday')}
      onAdd={add}
    >
      {holidays.map((holiday, index) => (
        <Line
          key={index}
          problem={problemIn(problems, `hours.holidays.${index}`, t('schedules.nameMissing'))}
        >
          <TextField
            controlSize="sm"
            className="w-44"
            aria-label={t('schedules.holidayName')}
            placeholder={t('schedules.holidayName')}
            value={holiday.name}
            onValueChange={(name) => put(index, { ...holiday, name })}
          />
          <DateField
            label={t('schedules.holidayFrom')}
            value={holiday.from}
            onChange={(from) =>
              put(index, { ...holiday, from, to: holiday.to < from ? from : holiday.to })
            }
          />
          <DateField
            label={t('schedules.holidayTo')}
            value={holiday.to}
            onChange={(to) => put(index, { ...holiday, to })}
          />
          <Checkbox
            label={t('schedules.yearly')}
            checked={holiday.yearly}
            onCheckedChange={(yearly) => put(index, { ...holiday, yearly })}
          />
          <RemoveButton name={holiday.name} onClick={() => set(holidays.toSpliced(index, 1))} />
        </Line>
      ))}
    </List>
  );
}

/** Dates with hours of their own. */
export function ExceptionList({ hours, onChange, problems, today }: SpecialDaysProps) {
  const { t } = useTranslation();
  const { exceptions } = hours;
  const set = (next: ScheduleException[]) => onChange({ ...hours, exceptions: next });
  const put = (index: number, next: ScheduleException) => set(exceptions.toSpliced(index, 1, next));
  const add = () =>
    set([...exceptions, { name: '', date: today, spans: [{ from: '10:00', to: '14:00' }] }]);
  return (
    <List
      title={t('schedules.exceptions')}
      hint={t('schedules.exceptionsHint')}
      addLabel={t('schedules.addException')}
      onAdd={add}
    >
      {exceptions.map((one, index) => {
        const at = `hours.exceptions.${index}`;
        return (
          <Line key={index} problem={problems[`${at}.date`] ?? problems[`${at}.spans`]}>
            <DateField
              label={t('schedules.date')}
              value={one.date}
              onChange={(date) => put(index, { ...one, date })}
            />
            <TextField
              controlSize="sm"
              className="w-36"
              aria-label={t('schedules.exceptionName')}
              placeholder={t('schedules.exceptionName')}
              value={one.name}
              onValueChange={(name) => put(index, { ...one, name })}
            />
            <DaySpans
              day={one.date}
              spans={one.spans}
              onSpan={(place, span) =>
                put(index, { ...one, spans: one.spans.toSpliced(place, 1, span) })
              }
              onSpans={(spans) => put(index, { ...one, spans })}
              problemOf={(place) => problems[`${at}.spans.${place}`]}
            />
            <RemoveButton name={one.date} onClick={() => set(exceptions.toSpliced(index, 1))} />
          </Line>
        );
      })}
    </List>
  );
}

function List({
  title,
  hint,
  addLabel,
  onAdd,
  children,
}: {
  title: string;
  hint: string;
  addLabel: string;
  onAdd: () => void;
  children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{title}</legend>
      <p className="mb-2 text-meta text-subtle">{hint}</p>
      <div className="flex flex-col gap-2">
        {children}
        <div>
          <Button size="sm" icon={Plus} onClick={onAdd}>
            {addLabel}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

function Line({ problem, children }: { problem: string | undefined; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">{children}</div>
      {problem && (
        <p role="alert" className="text-meta text-critical">
          {problem}
        </p>
      )}
    </div>
  );
}

function DateField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (date: string) => void;
}) {
  return (
    <TextField
      controlSize="sm"
      type="date"
      className="w-36"
      aria-label={label}
      value={value}
      onValueChange={onChange}
    />
  );
}

function RemoveButton({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <IconButton size="sm" icon={X} label={t('schedules.remove', { name })} onClick={onClick} />
  );
}

function problemIn(
  problems: Record<string, string>,
  at: string,
  nameMissing: string,
): string | undefined {
  if (problems[`${at}.name`]) return nameMissing;
  return problems[`${at}.from`] ?? problems[`${at}.to`];
}
