import { useTranslation } from 'react-i18next';
import type { Queue } from '../../../contracts/routing.ts';
import { useTeam } from './queries.ts';

type Listed = Exclude<keyof Queue['conditions'], 'fields'>;

/** Says what a queue takes, in a sentence. */
export function useConditionWords() {
  const { t } = useTranslation();
  const { data: groups = [] } = useTeam('groups');
  const words: Record<Listed, (value: string) => string> = {
    channels: (value) => t(`inbox.channel.${value as 'email'}`).toLowerCase(),
    routingChannels: (value) =>
      (value === 'email' ? t('inbox.channel.email') : t('inbox.channel.messaging')).toLowerCase(),
    categories: (value) => value,
    priorities: (value) => t(`ticket.priority.${value as 'high'}`).toLowerCase(),
    tags: (value) => value,
    groupIds: (value) => groups.find(({ id }) => id === value)?.name ?? t('team.none'),
    tiers: (value) => t(`inbox.filter.tiers.${value as 'free'}`).toLowerCase(),
    regions: (value) => value,
    subject: (value) => `“${value}”`,
  };
  const listOf = (values: readonly string[]) => values.join(t('team.queues.or'));
  return ({ conditions, isDefault }: Pick<Queue, 'conditions' | 'isDefault'>): string => {
    const parts = (Object.keys(words) as Listed[]).flatMap((kind) => {
      const values = conditions[kind];
      if (!values || values.length === 0) return [];
      return [t(`team.queues.conditions.${kind}`, { list: listOf(values.map(words[kind])) })];
    });
    const answers = (conditions.fields ?? []).map(({ name, values }) =>
      t('team.queues.conditions.fields', {
        name,
        list: listOf(values) || t('team.queues.anything'),
      }),
    );
    const all = [...parts, ...answers].join(', ');
    return all || t(isDefault ? 'team.queues.everything' : 'team.queues.all');
  };
}
