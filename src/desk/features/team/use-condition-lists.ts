import { useTranslation } from 'react-i18next';
import { customerSchema } from '../../../contracts/people.ts';
import { routingChannelSchema } from '../../../contracts/sessions.ts';
import { channelSchema, prioritySchema } from '../../../contracts/tickets.ts';
import { useTags } from '../ticket/fields/queries.ts';
import { useCategories } from '../ticket/queries.ts';
import { useTeam } from './queries.ts';

/** What can be chosen as a condition of tickets. */
type Kind =
  | 'channels'
  | 'routingChannels'
  | 'categories'
  | 'priorities'
  | 'tiers'
  | 'tags'
  | 'groupIds';

/** What is chosen already: categories and tags stay to be seen and left out although they have been deleted. */
type Chosen = {
  readonly categories?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
};

/** Every list of the workspace that a condition can be chosen from, in the order they are shown; without empty ones. */
export function useConditionLists(chosen: Chosen) {
  const { t } = useTranslation();
  const { data: categories = [] } = useCategories();
  const { data: tags = [] } = useTags();
  const { data: groups = [] } = useTeam('groups');
  const named = (values: readonly { name: string }[], also: readonly string[] = []) =>
    [...new Set([...values.map(({ name }) => name), ...also])].map((name) => ({
      value: name,
      label: name,
    }));
  const lists: { kind: Kind; options: { value: string; label: string }[] }[] = [
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
    { kind: 'categories', options: named(categories, chosen.categories) },
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
        label: t(`inbox.filter.tiers.${value}`),
      })),
    },
    { kind: 'tags', options: named(tags, chosen.tags) },
    { kind: 'groupIds', options: groups.map(({ id, name }) => ({ value: id, label: name })) },
  ];
  return lists.filter(({ options }) => options.length > 0);
}
