import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useTeam } from './queries.ts';

/** The capacity rule of a group or an agent; none means the next one up. */
export function CapacityChoice({
  hint,
  value,
  onChange,
}: {
  hint: string;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const { data: rules = [] } = useTeam('rules');
  return (
    <Field label={t('team.capacity.rule')} hint={hint}>
      <Select
        aria-label={t('team.capacity.rule')}
        value={value ?? NONE}
        options={[
          { value: NONE, label: t('team.capacity.inherited') },
          ...rules.map((rule) => ({ value: rule.id, label: rule.name })),
        ]}
        onValueChange={(id) => onChange(id === NONE ? null : id)}
      />
    </Field>
  );
}

const NONE = 'none';
