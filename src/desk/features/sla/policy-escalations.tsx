import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { slaMetricSchema, type SlaMetric } from '../../../contracts/sla-chip.ts';
import type { Escalation, EscalationAct } from '../../../contracts/sla.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { useTeam } from '../team/queries.ts';
import { useQueues } from '../team/queue-queries.ts';
import { actsAt, firstStep, isFor, scopesOf, withStep } from './escalations.rules.ts';
import type { RulesProps } from './policy-clock-fields.tsx';

const moments = ['at_risk', 'breached'] as const;

/** What is done when a clock is at risk, and when it is broken: for every metric, and more for single ones. */
export function PolicyEscalations({ rules, onChange }: RulesProps) {
  const { t } = useTranslation();
  const set = (escalations: Escalation[]) => onChange({ ...rules, escalations });
  const scopes = scopesOf(rules.escalations);
  const used = scopes.flatMap((metrics) => (metrics.length === 1 ? metrics : []));
  const free = slaMetricSchema.options.filter((metric) => !used.includes(metric));
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t('sla.settings.escalations')}</legend>
      <p className="mb-2 text-meta text-subtle">{t('sla.settings.escalationsLead')}</p>
      <Moments metrics={[]} escalations={rules.escalations} onChange={set} />
      {scopes.map((metrics) => (
        <Scope
          key={metrics.join()}
          metrics={metrics}
          escalations={rules.escalations}
          onChange={set}
        />
      ))}
      {free.length > 0 && (
        <Select
          size="sm"
          className="mt-3 w-auto!"
          aria-label={t('sla.settings.addMetric')}
          placeholder={t('sla.settings.addMetric')}
          value={null}
          options={free.map((metric) => ({ value: metric, label: t(`sla.metric.${metric}`) }))}
          onValueChange={(metric) => set([...rules.escalations, firstStep(metric)])}
        />
      )}
    </fieldset>
  );
}

type MomentsProps = {
  /** None: every metric. */
  metrics: readonly SlaMetric[];
  escalations: readonly Escalation[];
  onChange: (escalations: Escalation[]) => void;
};

/** What is done besides for single metrics, with a way to drop it. */
function Scope(props: MomentsProps) {
  const { t } = useTranslation();
  const { metrics, escalations, onChange } = props;
  const names = metrics.map((metric) => t(`sla.metric.${metric}`)).join(', ');
  return (
    <section
      aria-label={t('sla.settings.alsoFor', { names })}
      className="mt-3 rounded-control border border-line p-3"
    >
      <header className="mb-1 flex items-center justify-between gap-2">
        <h3 className="min-w-0 truncate font-medium">{t('sla.settings.alsoFor', { names })}</h3>
        <IconButton
          size="sm"
          icon={X}
          label={t('sla.settings.dropMetric', { names })}
          onClick={() => onChange(escalations.filter((step) => !isFor(step, metrics)))}
        />
      </header>
      <Moments {...props} />
    </section>
  );
}

function Moments({ metrics, escalations, onChange }: MomentsProps) {
  const { t } = useTranslation();
  const names = metrics.map((metric) => t(`sla.metric.${metric}`)).join(', ');
  return (
    <div className="grid gap-4 pane2:grid-cols-2">
      {moments.map((at) => (
        <Moment
          key={at}
          at={at}
          of={names}
          acts={actsAt(escalations, { at, metrics })}
          onChange={(acts) => onChange(withStep(escalations, { at, metrics: [...metrics], acts }))}
        />
      ))}
    </div>
  );
}

function Moment({
  at,
  of,
  acts,
  onChange,
}: {
  at: Escalation['at'];
  /** The metrics it is for, in words; empty: all. */
  of: string;
  acts: readonly EscalationAct[];
  onChange: (acts: EscalationAct[]) => void;
}) {
  const { t } = useTranslation();
  const { data: groups = [] } = useTeam('groups');
  const { data: queues = [] } = useQueues();
  const toggle = (act: EscalationAct) => (on: boolean) => {
    const others = acts.filter((one) => !isSame(one, act));
    onChange(on ? [...others, act] : others);
  };
  const has = (act: EscalationAct) => acts.some((one) => isSame(one, act));
  const simple: { act: EscalationAct; label: string }[] = [
    { act: { kind: 'notify', who: 'agent' }, label: t('sla.settings.act.agent') },
    { act: { kind: 'notify', who: 'supervisors' }, label: t('sla.settings.act.supervisors') },
    { act: { kind: 'raise_priority' }, label: t('sla.settings.act.raise_priority') },
  ];
  const labelOf = (act: string) =>
    [of, `${t(`sla.settings.at.${at}`)}: ${act}`].filter(Boolean).join(', ');
  const group = acts.find((act) => act.kind === 'group');
  const queue = acts.find((act) => act.kind === 'queue');
  const choose = (kind: 'group' | 'queue', act: EscalationAct | null) => {
    const others = acts.filter((one) => one.kind !== kind);
    onChange(act === null ? others : [...others, act]);
  };
  const named = (
    things: readonly { id: string; name: string }[],
    words: { none: 'noGroup' | 'noQueue'; act: 'group' | 'queue' },
  ) => [
    { value: '', label: t(`sla.settings.${words.none}`) },
    ...things.map(({ id, name }) => ({
      value: id,
      label: `${t(`sla.settings.act.${words.act}`)}: ${name}`,
    })),
  ];
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-muted">{t(`sla.settings.at.${at}`)}</span>
      {simple.map(({ act, label }) => (
        <Checkbox key={label} label={label} checked={has(act)} onCheckedChange={toggle(act)} />
      ))}
      <Select
        size="sm"
        aria-label={labelOf(t('sla.settings.act.group'))}
        value={group?.groupId ?? ''}
        options={named(groups, { none: 'noGroup', act: 'group' })}
        onValueChange={(groupId) =>
          choose('group', groupId === '' ? null : { kind: 'group', groupId })
        }
      />
      <Select
        size="sm"
        aria-label={labelOf(t('sla.settings.act.queue'))}
        value={queue?.queueId ?? ''}
        options={named(queues, { none: 'noQueue', act: 'queue' })}
        onValueChange={(queueId) =>
          choose('queue', queueId === '' ? null : { kind: 'queue', queueId })
        }
      />
    </div>
  );
}

function isSame(one: EscalationAct, other: EscalationAct): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
