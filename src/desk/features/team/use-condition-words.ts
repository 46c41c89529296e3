import { useTranslation } from 'react-i18next';
import type { Queue } from '../../../contracts/routing.ts';

/** Says what a queue takes, in a sentence. */
export function useConditionWords() {
  const { t } = useTranslation();
  const words: Record<keyof Queue['conditions'], (value: string) => string> = {
    channels: (value) => t(`inbox.channel.${value as 'email'}`).toLowerCase(),
    routingChannels: (value) =>
      (value === 'email' ? t('inbox.channel.email') : t('inbox.channel.messaging')).toLowerCase(),
    categories: (value) => value,
    priorities: (value) => t(`ticket.priority.${value as 'high'}`).toLowerCase(),
    tags: (value) => value,
  };
  return ({ conditions, isDefault }: Pick<Queue, 'conditions' | 'isDefault'>): string => {
    const parts = (Object.keys(words) as (keyof Queue['conditions'])[]).flatMap((kind) => {
      const values = conditions[kind];
      if (!values || values.length === 0) return [];
      const list = values.map((value) => words[kind](value)).join(t('team.queues.or'));
      return [t(`team.queues.conditions.${kind}`, { list })];
    });
    return parts.join(', ') || t(isDefault ? 'team.queues.everything' : 'team.queues.all');
  };
}
