import { useTranslation } from 'react-i18next';
import type { Hours } from '../../../contracts/schedules.ts';
import { saveAgentSetupSchema, type AgentSetup } from '../../../contracts/team.ts';
import { useNow } from '../../lib/clock.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { problemsOf } from '../schedules/problems.ts';
import { useSchedules } from '../schedules/queries.ts';
import { newHours, ZoneField } from '../schedules/schedule-editor.tsx';
import { ExceptionList, HolidayList } from '../schedules/special-days.tsx';
import { WeekGrid } from '../schedules/week-grid.tsx';

type Shift = Pick<AgentSetup, 'shiftScheduleId' | 'shiftPlan'>;

/** The hours an agent works in: those of a schedule, or a plan of their own; none means that nobody knows when their day ends. */
export function ShiftChoice({
  shift,
  onChange,
}: {
  shift: Shift;
  onChange: (next: Shift) => void;
}) {
  const { t } = useTranslation();
  const { data: schedules = [] } = useSchedules();
  const { shiftPlan, shiftScheduleId } = shift;
  const choose = (value: string) => {
    if (value === OWN) onChange({ shiftScheduleId: null, shiftPlan: shiftPlan ?? newHours() });
    else onChange({ shiftScheduleId: value === NONE ? null : value, shiftPlan: null });
  };
  return (
    <>
      <Field label={t('team.agents.shift')} hint={t('team.agents.shiftHint')}>
        <Select
          aria-label={t('team.agents.shift')}
          value={shiftPlan ? OWN : (shiftScheduleId ?? NONE)}
          options={[
            { value: NONE, label: t('team.agents.noShift') },
            { value: OWN, label: t('team.agents.ownShift') },
            ...schedules.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={choose}
        />
      </Field>
      {shiftPlan && (
        <OwnHours
          hours={shiftPlan}
          onChange={(hours) => onChange({ shiftScheduleId: null, shiftPlan: hours })}
        />
      )}
    </>
  );
}

/** A week with its exceptions, in the agent's own zone. */
function OwnHours({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const today = new Date(useNow(60_000)).toISOString().slice(0, 10);
  const found = problemsOf(saveAgentSetupSchema.shape.shiftPlan, hours);
  const problems = Object.fromEntries(
    Object.entries(found).map(([path, problem]) => [`hours.${path}`, problem]),
  );
  const parts = { hours, onChange, problems, today };
  return (
    <>
      <ZoneField
        value={hours.timeZone}
        error={problems['hours.timeZone']}
        onChange={(timeZone) => onChange({ ...hours, timeZone })}
      />
      <WeekGrid
        week={hours.week}
        onChange={(week) => onChange({ ...hours, week })}
        problems={problems}
      />
      <HolidayList {...parts} />
      <ExceptionList {...parts} />
    </>
  );
}

const NONE = 'none';
const OWN = 'own';
