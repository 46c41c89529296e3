import { useTranslation } from 'react-i18next';
import { slaMetricSchema } from '../../../contracts/sla-chip.ts';
import { pausingStatusSchema, usualPauses, type SlaRules } from '../../../contracts/sla.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { useSchedules } from '../schedules/queries.ts';

/** Props of the parts of a policy. */
export type RulesProps = { rules: SlaRules; onChange: (rules: SlaRules) => void };

type Problems = { problems: Record<string, string> };

/** Which hours count, when a clock is at risk, whose answers count, what reopening means. */
export function PolicyClockFields({ rules, onChange, problems }: RulesProps & Problems) {
  const { t } = useTranslation();
  const { data: schedules = [] } = useSchedules();
  const choices = <Value extends string>(values: readonly Value[], word: (one: Value) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  return (
    <div className="grid gap-4 pane2:grid-cols-2">
      <Field label={t('sla.settings.hours')}>
        <Select
          value={rules.hours}
          options={choices(['calendar', 'business'] as const, (one) =>
            t(`sla.settings.hoursOf.${one}`),
          )}
          onValueChange={(hours) => onChange({ ...rules, hours })}
        />
      </Field>
      {rules.hours === 'business' && (
        <Field label={t('sla.settings.schedule')}>
          <Select
            value={rules.scheduleId ?? ''}
            options={[
              { value: '', label: t('sla.settings.defaultSchedule') },
              ...schedules.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValueChange={(id) => onChange({ ...rules, scheduleId: id === '' ? null : id })}
          />
        </Field>
      )}
      <Risk rules={rules} onChange={onChange} problems={problems} />
      <Field label={t('sla.settings.assistant')}>
        <Select
          value={rules.assistantReplies}
          options={choices(['count', 'count_in_chat', 'do_not_count'] as const, (one) =>
            t(`sla.settings.assistantOf.${one}`),
          )}
          onValueChange={(assistantReplies) => onChange({ ...rules, assistantReplies })}
        />
      </Field>
      <Field label={t('sla.settings.reopened')}>
        <Select
          value={rules.reopened}
          options={choices(['resume', 'restart'] as const, (one) =>
            t(`sla.settings.reopenedOf.${one}`),
          )}
          onValueChange={(reopened) => onChange({ ...rules, reopened })}
        />
      </Field>
    </div>
  );
}

function Risk({ rules, onChange, problems }: RulesProps & Problems) {
  const { t } = useTranslation();
  const { atRisk } = rules;
  const set = (next: SlaRules['atRisk']) => onChange({ ...rules, atRisk: next });
  return (
    <Field
      label={t('sla.settings.risk')}
      error={problems['rules.atRisk.minutes'] ?? problems['rules.atRisk.percent']}
    >
      <div className="flex gap-2">
        <NumberField
          className="w-28"
          aria-label={t(`sla.settings.riskOf.${atRisk.kind}`)}
          end={t(atRisk.kind === 'share' ? 'sla.settings.percent' : 'sla.settings.minutes')}
          value={atRisk.kind === 'share' ? atRisk.percent : atRisk.minutes}
          onNumberChange={(value) =>
            set(
              atRisk.kind === 'share'
                ? { ...atRisk, percent: value }
                : { ...atRisk, minutes: value },
            )
          }
        />
        <Select
          aria-label={t('sla.settings.risk')}
          className="flex-1"
          value={atRisk.kind}
          options={(['share', 'lead'] as const).map((value) => ({
            value,
            label: t(`sla.settings.riskOf.${value}`),
          }))}
          onValueChange={(kind) =>
            set(kind === 'share' ? { kind, percent: 75 } : { kind, minutes: 15 })
          }
        />
      </div>
    </Field>
  );
}

/** Statuses that stop each clock. */
export function PolicyPauses({ rules, onChange }: RulesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t('sla.settings.pauses')}</legend>
      <p className="mb-2 text-meta text-subtle">{t('sla.settings.pausesLead')}</p>
      <div className="grid gap-y-1">
        {slaMetricSchema.options.map((metric) => {
          const chosen = rules.pauses[metric] ?? usualPauses[metric];
          return (
            <div key={metric} className="flex items-center gap-3">
              <span className="w-32 shrink-0">{t(`sla.metric.${metric}`)}</span>
              {pausingStatusSchema.options.map((status) => (
                <Checkbox
                  key={status}
                  label={t(`sla.settings.status.${status}`)}
                  checked={chosen.includes(status)}
                  onCheckedChange={(on) => {
                    const kept = chosen.filter((one) => one !== status);
                    const next = on ? [...kept, status] : kept;
                    onChange({ ...rules, pauses: { ...rules.pauses, [metric]: next } });
                  }}
                />
              ))}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
