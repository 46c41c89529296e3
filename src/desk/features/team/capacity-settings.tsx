import { Gauge } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  saveCapacityRuleSchema,
  workClassSchema,
  type CapacityRuleSettings,
  type SaveCapacityRule,
} from '../../../contracts/team.ts';
import { Badge } from '../../ui/badge.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { capacityEffect } from './capacity.rules.ts';
import { CapacityWeights } from './capacity-weights.tsx';
import { EditorDialog } from './editor-dialog.tsx';
import { pathOf } from './queries.ts';
import { TeamTable } from './team-table.tsx';

/** Capacity rules: how much work fits into one pair of hands. */
export function CapacitySettings() {
  const { t } = useTranslation();
  return (
    <TeamTable
      list="rules"
      title={t('settings.sections.capacity.title')}
      lead={t('team.capacity.lead')}
      addLabel={t('team.capacity.add')}
      icon={Gauge}
      empty={t('team.none')}
      nameOf={({ name }) => name}
      columns={[
        {
          id: 'effect',
          header: t('team.capacity.effect'),
          cell: (rule) => <Effect rule={rule} />,
        },
        {
          id: 'who',
          header: t('team.capacity.who'),
          width: '12rem',
          cell: (rule) =>
            rule.isDefault ? (
              <Badge>{t('team.capacity.everybody')}</Badge>
            ) : (
              t('team.capacity.count', { agents: rule.agents, groups: rule.groups })
            ),
        },
      ]}
      editor={(rule, onClose) => <CapacityEditor rule={rule} onClose={onClose} />}
    />
  );
}

/** What a rule means, in words: how many chats and mails fit. */
function Effect({
  rule,
}: {
  rule: Pick<SaveCapacityRule, 'budget' | 'channels' | 'chatOnTopOfMail'>;
}) {
  const { t } = useTranslation();
  const { chats, mails, mailsBesideOneChat } = capacityEffect(rule);
  const words = t('team.capacity.effectWords', { chats, mails, beside: mailsBesideOneChat });
  return <span title={words}>{words}</span>;
}

const fresh: SaveCapacityRule = {
  name: '',
  budget: 12,
  channels: {
    messaging: { units: 3, ceiling: 9 },
    email: { units: 1, ceiling: 12 },
    call: { units: 12, ceiling: 12 },
  },
  chatOnTopOfMail: false,
  waitingShare: 0,
  weights: { priorities: {}, categories: {} },
};

function CapacityEditor({
  rule,
  onClose,
}: {
  rule: CapacityRuleSettings | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<SaveCapacityRule>(rule ?? fresh);
  const set = (part: Partial<SaveCapacityRule>) => setDraft({ ...draft, ...part });
  return (
    <EditorDialog
      title={rule ? t('team.capacity.edit', { name: rule.name }) : t('team.capacity.add')}
      path={pathOf('rules')}
      id={rule?.id ?? null}
      schema={saveCapacityRuleSchema}
      draft={draft}
      deletable={!rule?.isDefault}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <Field label={t('team.name')} error={problems['name']} required>
            <TextField value={draft.name} onValueChange={(name) => set({ name })} />
          </Field>
          <Field
            label={t('team.capacity.budget')}
            hint={t('team.capacity.budgetHint')}
            error={problems['budget']}
          >
            <NumberField
              className="w-28"
              value={draft.budget}
              onNumberChange={(budget) => set({ budget })}
            />
          </Field>
          {workClassSchema.options.map((name) => (
            <ChannelRow
              key={name}
              name={name}
              value={draft.channels[name]}
              problemOf={(field) => problems[`channels.${name}.${field}`]}
              onChange={(value) => set({ channels: { ...draft.channels, [name]: value } })}
            />
          ))}
          <p className="rounded-control bg-quiet px-3 py-2" role="status">
            <Effect rule={draft} />
          </p>
          <Switch
            label={t('team.capacity.onTop')}
            hint={t(draft.chatOnTopOfMail ? 'team.capacity.onTopOn' : 'team.capacity.onTopOff')}
            checked={draft.chatOnTopOfMail}
            onCheckedChange={(chatOnTopOfMail) => set({ chatOnTopOfMail })}
          />
          <Field
            label={t('team.capacity.waiting')}
            hint={t('team.capacity.waitingHint')}
            error={problems['waitingShare'] && t('team.capacity.share')}
          >
            <NumberField
              className="w-28"
              end="%"
              value={Math.round(draft.waitingShare * 100)}
              onNumberChange={(percent) => set({ waitingShare: percent / 100 })}
            />
          </Field>
          <CapacityWeights
            weights={draft.weights}
            problems={problems}
            onChange={(weights) => set({ weights })}
          />
        </>
      )}
    </EditorDialog>
  );
}

type ChannelCapacity = SaveCapacityRule['channels']['email'];

function ChannelRow({
  name,
  value,
  problemOf,
  onChange,
}: {
  name: 'messaging' | 'email' | 'call';
  value: ChannelCapacity;
  problemOf: (field: keyof ChannelCapacity) => string | undefined;
  onChange: (value: ChannelCapacity) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="flex flex-wrap items-end gap-4">
      <legend className="mb-1 font-medium">{t(`team.classes.${name}`)}</legend>
      <Field label={t('team.capacity.units')} error={problemOf('units')}>
        <NumberField
          className="w-28"
          value={value.units}
          onNumberChange={(units) => onChange({ ...value, units })}
        />
      </Field>
      <Field label={t('team.capacity.ceiling')} error={problemOf('ceiling')}>
        <NumberField
          className="w-28"
          value={value.ceiling}
          onNumberChange={(ceiling) => onChange({ ...value, ceiling })}
        />
      </Field>
    </fieldset>
  );
}
