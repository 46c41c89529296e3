import { useTranslation } from 'react-i18next';
import type { Escalation, EscalationAct, SlaRules } from '../../../contracts/sla.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { useTeam } from '../team/queries.ts';
import { useQueues } from '../team/queue-queries.ts';
import type { RulesProps } from './policy-clock-fields.tsx';

const moments = ['at_risk', 'breached'] as const;

/** What is done when a clock is at risk, and when it is broken. */
export function PolicyEscalations({ rules, onChange }: RulesProps) {
  const { t } = useTranslation();
  const set = (at: Escalation['at'], acts: EscalationAct[]) => onChange(withActs(rules, at, acts));
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t('sla.settings.escalations')}</legend>
      <p className="mb-2 text-meta text-subtle">{t('sla.settings.escalationsLead')}</p>
      <div className="grid gap-4 pane2:grid-cols-2">
        {moments.map((at) => (
          <Moment key={at} at={at} acts={actsAt(rules, at)} onChange={(acts) => set(at, acts)} />
        ))}
      </div>
    </fieldset>
  );
}

function Moment({
  at,
  acts,
  onChange,
}: {
  at: Escalation['at'];
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
        aria-label={`${t(`sla.settings.at.${at}`)}: ${t('sla.settings.act.group')}`}
        value={group?.groupId ?? ''}
        options={named(groups, { none: 'noGroup', act: 'group' })}
        onValueChange={(groupId) =>
          choose('group', groupId === '' ? null : { kind: 'group', groupId })
        }
      />
      <Select
        size="sm"
        aria-label={`${t(`sla.settings.at.${at}`)}: ${t('sla.settings.act.queue')}`}
        value={queue?.queueId ?? ''}
        options={named(queues, { none: 'noQueue', act: 'queue' })}
        onValueChange={(queueId) =>
          choose('queue', queueId === '' ? null : { kind: 'queue', queueId })
        }
      />
    </div>
  );
}

/** What is done at a moment whatever the metric; steps for single metrics stay as they are. */
function actsAt({ escalations }: SlaRules, at: Escalation['at']): readonly EscalationAct[] {
  return escalations.find((step) => step.at === at && step.metrics.length === 0)?.acts ?? [];
}

function withActs(rules: SlaRules, at: Escalation['at'], acts: EscalationAct[]): SlaRules {
  const others = rules.escalations.filter((step) => step.at !== at || step.metrics.length > 0);
  const step = { at, metrics: [], acts };
  return { ...rules, escalations: acts.length === 0 ? others : [...others, step] };
}

function isSame(one: EscalationAct, other: EscalationAct): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
