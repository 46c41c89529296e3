import { useTranslation } from 'react-i18next';
import type { QueueConditions } from '../../../contracts/routing.ts';
import { routingChannelSchema } from '../../../contracts/sessions.ts';
import { channelSchema, prioritySchema } from '../../../contracts/tickets.ts';
import { useTags } from '../ticket/fields/queries.ts';
import { useCategories } from '../ticket/queries.ts';
import { Choices } from './choices.tsx';

/** What a queue takes. Nothing chosen of a kind means it does not matter. */
export function QueueConditionsEditor({
  conditions,
  onChange,
}: {
  conditions: QueueConditions;
  onChange: (next: QueueConditions) => void;
}) {
  const { t } = useTranslation();
  const { data: categories = [] } = useCategories();
  const { data: tags = [] } = useTags();
  const set = (kind: keyof QueueConditions) => (chosen: string[]) => {
    const { [kind]: _before, ...others } = conditions;
    onChange(chosen.length === 0 ? others : { ...others, [kind]: chosen });
  };
  const named = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <div className="flex flex-col gap-3 rounded-control border border-line p-3">
      <p className="text-muted">{t('team.queues.conditionsLead')}</p>
      <Choices
        legend={t('team.queues.kinds.channels')}
        options={channelSchema.options.map((value) => ({
          value,
          label: t(`inbox.channel.${value}`),
        }))}
        chosen={conditions.channels ?? []}
        onChange={set('channels')}
      />
      <Choices
        legend={t('team.queues.kinds.routingChannels')}
        options={routingChannelSchema.options.map((value) => ({
          value,
          label: t(`inbox.channel.${value}`),
        }))}
        chosen={conditions.routingChannels ?? []}
        onChange={set('routingChannels')}
      />
      <Choices
        legend={t('team.queues.kinds.categories')}
        options={named(categories.map(({ name }) => name))}
        chosen={conditions.categories ?? []}
        onChange={set('categories')}
      />
      <Choices
        legend={t('team.queues.kinds.priorities')}
        options={prioritySchema.options.map((value) => ({
          value,
          label: t(`ticket.priority.${value}`),
        }))}
        chosen={conditions.priorities ?? []}
        onChange={set('priorities')}
      />
      {tags.length > 0 && (
        <Choices
          legend={t('team.queues.kinds.tags')}
          options={named(tags.map(({ name }) => name))}
          chosen={conditions.tags ?? []}
          onChange={set('tags')}
        />
      )}
    </div>
  );
}
