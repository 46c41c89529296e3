import { useTranslation } from 'react-i18next';
import { slaMetricSchema } from '../../../contracts/sla-chip.ts';
import type { SlaConditions, SlaRules } from '../../../contracts/sla.ts';
import { prioritySchema } from '../../../contracts/tickets.ts';
import { useTeam } from '../team/queries.ts';
import { writeSpan } from './spans.rules.ts';

/** Conditions and targets of policies in a line each. */
export function usePolicyWords() {
  const { t } = useTranslation();
  const { data: groups = [] } = useTeam('groups');

  return {
    conditions(conditions: SlaConditions): string {
      const parts = [
        conditions.channels?.map((one) => t(`inbox.channel.${one}`)),
        conditions.routingChannels?.map((one) => t(`inbox.channel.${one}`)),
        conditions.priorities?.map((one) => t(`ticket.priority.${one}`)),
        conditions.tiers?.map((one) => t(`inbox.filter.tiers.${one}`)),
        conditions.categories,
        conditions.tags?.map((tag) => `#${tag}`),
        conditions.groupIds?.map((id) => groups.find((group) => group.id === id)?.name ?? '…'),
      ].filter((part) => part !== undefined);
      return parts.map((part) => part.join(' / ')).join(' · ') || t('sla.settings.everything');
    },
    targets(targets: SlaRules['targets']): string {
      return slaMetricSchema.options
        .flatMap((metric) => {
          const target = targets[metric];
          if (!target) return [];
          const spans = prioritySchema.options.map((one) => target[one]);
          const shown = spans.map((minutes) => (minutes === undefined ? '–' : writeSpan(minutes)));
          return [`${t(`sla.metric.${metric}`)} ${shown.join(' / ')}`];
        })
        .join(' · ');
    },
  };
}
