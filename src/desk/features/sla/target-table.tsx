import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { slaMetricSchema, type SlaMetric } from '../../../contracts/sla-chip.ts';
import type { SlaRules } from '../../../contracts/sla.ts';
import { prioritySchema, type Priority } from '../../../contracts/tickets.ts';
import { TextField } from '../../ui/text-field.tsx';
import { readSpan, writeSpan } from './spans.rules.ts';

/** Targets: a line for each metric, a column for each priority. */
export function TargetTable({
  targets,
  onChange,
  problem,
}: {
  targets: SlaRules['targets'];
  onChange: (targets: SlaRules['targets']) => void;
  problem: string | undefined;
}) {
  const { t } = useTranslation();
  const set = (metric: SlaMetric, priority: Priority, minutes: number | null) => {
    const { [priority]: _before, ...others } = targets[metric] ?? {};
    const target = minutes === null ? others : { ...others, [priority]: minutes };
    const { [metric]: _metric, ...rest } = targets;
    onChange(Object.keys(target).length === 0 ? rest : { ...rest, [metric]: target });
  };
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t('sla.settings.targets')}</legend>
      <p className="mb-2 text-meta text-subtle">{t('sla.settings.targetsLead')}</p>
      <div className="overflow-x-auto">
        <table className="w-full min-w-[34rem] border-separate border-spacing-x-1 border-spacing-y-1">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{t('sla.settings.metric')}</span>
              </th>
              {prioritySchema.options.map((priority) => (
                <th key={priority} scope="col" className="text-start font-normal text-muted">
                  {t(`ticket.priority.${priority}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {slaMetricSchema.options.map((metric) => (
              <tr key={metric}>
                <th scope="row" className="w-32 text-start font-normal">
                  {t(`sla.metric.${metric}`)}
                </th>
                {prioritySchema.options.map((priority) => (
                  <td key={priority}>
                    <SpanInput
                      label={t('sla.settings.targetLabel', {
                        metric: t(`sla.metric.${metric}`),
                        priority: t(`ticket.priority.${priority}`),
                      })}
                      minutes={targets[metric]?.[priority] ?? null}
                      onChange={(minutes) => set(metric, priority, minutes)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problem && (
        <p role="alert" className="mt-1 text-meta text-critical">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function SpanInput({
  label,
  minutes,
  onChange,
}: {
  label: string;
  minutes: number | null;
  onChange: (minutes: number | null) => void;
}) {
  const { t } = useTranslation();
  const written = minutes === null ? '' : writeSpan(minutes);
  const [text, setText] = useState(written);
  useEffect(() => setText(written), [written]);
  const wrong = text.trim() !== '' && readSpan(text) === null;
  return (
    <TextField
      controlSize="sm"
      aria-label={label}
      aria-invalid={wrong}
      title={wrong ? t('sla.settings.targetWrong') : undefined}
      className={wrong ? 'border-critical-line!' : undefined}
      value={text}
      onValueChange={setText}
      onBlur={() => {
        if (wrong) setText(written);
        else onChange(readSpan(text));
      }}
    />
  );
}
