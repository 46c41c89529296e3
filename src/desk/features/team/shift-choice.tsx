import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useSchedules } from '../schedules/queries.ts';

/** The hours an agent works in; none means that nobody knows when their day ends. */
export function ShiftChoice({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const { data: schedules = [] } = useSchedules();
  return (
    <Field label={t('team.agents.shift')} hint={t('team.agents.shiftHint')}>
      <Select
        aria-label={t('team.agents.shift')}
        value={value ?? NONE}
        options={[
          { value: NONE, label: t('team.agents.noShift') },
          ...schedules.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValueChange={(id) => onChange(id === NONE ? null : id)}
      />
    </Field>
  );
}

const NONE = 'none';
