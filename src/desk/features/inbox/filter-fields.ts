import { useTranslation } from 'react-i18next';
import {
  channelSchema,
  prioritySchema,
  ticketStatusSchema,
  workStateSchema,
} from '../../../contracts/tickets.ts';
import { slaFilterSchema, type TicketFilter } from '../../../contracts/views.ts';
import { useAgents } from '../presence/queries.ts';
import { useCategories, useGroups } from '../ticket/queries.ts';
import { useTags } from '../ticket/fields/queries.ts';
import { useViews } from './queries.ts';

/** Fields of a filter that hold a list of values. */
export type ListField = {
  [Key in keyof TicketFilter]-?: NonNullable<TicketFilter[Key]> extends readonly string[]
    ? Key
    : never;
}[keyof TicketFilter];

/** One field that can be filtered by, with the values it can have. */
export type FilterField = {
  field: Exclude<ListField, 'customers'>;
  label: string;
  options: { value: string; label: string }[];
};

const AGES = [4, 24, 72, 168, 720];

/** Everything a list can be filtered by, in words. */
export function useFilterFields(): FilterField[] {
  const { t } = useTranslation();
  const agents = useAgents().data ?? [];
  const groups = useGroups().data ?? [];
  const categories = useCategories().data ?? [];
  const tags = useTags().data ?? [];
  const queues = useViews().data?.queues ?? [];
  const named = (one: { id: string; name: string }) => ({ value: one.id, label: one.name });
  const words = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return [
    {
      field: 'status',
      label: t('inbox.filter.status'),
      options: words(ticketStatusSchema.options, (one) => t(`ticket.status.${one}`)),
    },
    {
      field: 'priority',
      label: t('inbox.filter.priority'),
      options: words(prioritySchema.options, (one) => t(`ticket.priority.${one}`)),
    },
    {
      field: 'assignee',
      label: t('inbox.filter.assignee'),
      options: [
        { value: 'me', label: t('inbox.filter.me') },
        { value: 'none', label: t('inbox.filter.nobody') },
        ...agents.map(named),
      ],
    },
    {
      field: 'group',
      label: t('inbox.filter.group'),
      options: [{ value: 'none', label: t('inbox.filter.noGroup') }, ...groups.map(named)],
    },
    { field: 'queue', label: t('inbox.filter.queue'), options: queues.map(named) },
    {
      field: 'tags',
      label: t('inbox.filter.tags'),
      options: tags.map(({ name }) => ({ value: name, label: name })),
    },
    {
      field: 'category',
      label: t('inbox.filter.category'),
      options: [
        { value: '', label: t('inbox.filter.noCategory') },
        ...categories.map(({ name }) => ({ value: name, label: name })),
      ],
    },
    {
      field: 'channel',
      label: t('inbox.filter.channel'),
      options: words(channelSchema.options, (one) => t(`inbox.channel.${one}`)),
    },
    {
      field: 'routingChannel',
      label: t('inbox.filter.routingChannel'),
      options: words(['messaging', 'email'] as const, (one) => t(`inbox.channel.${one}`)),
    },
    {
      field: 'session',
      label: t('inbox.filter.session'),
      options: words(['active', 'inactive', 'ended', 'none'] as const, (one) =>
        t(`inbox.filter.sessions.${one}`),
      ),
    },
    {
      field: 'work',
      label: t('inbox.filter.work'),
      options: words(workStateSchema.options, (one) => t(`inbox.filter.works.${one}`)),
    },
    {
      field: 'tier',
      label: t('inbox.filter.tier'),
      options: words(['enterprise', 'standard', 'free'] as const, (one) =>
        t(`inbox.filter.tiers.${one}`),
      ),
    },
    {
      field: 'sla',
      label: t('inbox.filter.sla'),
      options: words(slaFilterSchema.options, (one) => t(`inbox.filter.slas.${one}`)),
    },
  ];
}

/** Ages to choose from, in hours, with their words. */
export function useAgeOptions(): { value: string; label: string }[] {
  const { t } = useTranslation();
  return AGES.map((hours) => ({
    value: String(hours),
    label:
      hours < 48
        ? t('inbox.filter.hours', { count: hours })
        : t('inbox.filter.days', { count: hours / 24 }),
  }));
}
