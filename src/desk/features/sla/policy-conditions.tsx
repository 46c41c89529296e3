import { useTranslation } from 'react-i18next';
import { customerSchema } from '../../../contracts/people.ts';
import { routingChannelSchema } from '../../../contracts/sessions.ts';
import type { SlaConditions } from '../../../contracts/sla.ts';
import { channelSchema, prioritySchema } from '../../../contracts/tickets.ts';
import { Choices } from '../team/choices.tsx';
import { useTeam } from '../team/queries.ts';
import { useTags } from '../ticket/fields/queries.ts';
import { useCategories } from '../ticket/queries.ts';

/** For which tickets a policy is. Nothing chosen of a kind means it does not matter. */
export function PolicyConditions({
  conditions,
  onChange,
}: {
  conditions: SlaConditions;
  onChange: (conditions: SlaConditions) => void;
}) {
  const { t } = useTranslation();
  const { data: categories = [] } = useCategories();
  const { data: tags = [] } = useTags();
  const { data: groups = [] } = useTeam('groups');
  const named = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const kinds: { kind: keyof SlaConditions; options: { value: string; label: string }[] }[] = [
    {
      kind: 'channels',
      options: channelSchema.options.map((value) => ({
        value,
        label: t(`inbox.channel.${value}`),
      })),
    },
    {
      kind: 'routingChannels',
      options: routingChannelSchema.options.map((value) => ({
        value,
        label: t(`inbox.channel.${value}`),
      })),
    },
    {
      kind: 'priorities',
      options: prioritySchema.options.map((value) => ({
        value,
        label: t(`ticket.priority.${value}`),
      })),
    },
    {
      kind: 'tiers',
      options: customerSchema.shape.tier.options.map((value) => ({
        value,
        label: t(`sla.settings.tier.${value}`),
      })),
    },
    { kind: 'categories', options: named(categories.map(({ name }) => name)) },
    { kind: 'tags', options: named(tags.map(({ name }) => name)) },
    { kind: 'groupIds', options: groups.map(({ id, name }) => ({ value: id, label: name })) },
  ];
  const set = (kind: keyof SlaConditions, chosen: string[]) => {
    const { [kind]: _before, ...others } = conditions;
    onChange(chosen.length === 0 ? others : { ...others, [kind]: chosen });
  };
  return (
    <details className="rounded-control border border-line p-3" open>
      <summary className="cursor-pointer font-medium">{t('sla.settings.conditions')}</summary>
      <p className="my-2 text-meta text-subtle">{t('sla.settings.conditionsLead')}</p>
      <div className="flex flex-col gap-3">
        {kinds
          .filter(({ options }) => options.length > 0)
          .map(({ kind, options }) => (
            <Choices
              key={kind}
              legend={t(`sla.settings.kinds.${kind}`)}
              options={options}
              chosen={conditions[kind] ?? []}
              onChange={(chosen) => set(kind, chosen)}
            />
          ))}
      </div>
    </details>
  );
}
