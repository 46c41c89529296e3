import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  agentStatusSchema,
  type Agent,
  type AgentStatus,
  type SetStatus,
} from '../../../contracts/people.ts';
import { builtInTakes, type WorkClass } from '../../../contracts/team.ts';
import { useTeam } from '../team/queries.ts';
import { allowedBy, nearestTo, type Allowing } from './statuses.rules.ts';

/** A status that can be chosen, with what it lets in. */
export type StatusOption = {
  /** A built-in status, or the id of one of the workspace's own. */
  value: string;
  name: string;
  dot: AgentStatus;
  /** What it takes of each channel, in words. */
  allows: string;
  /** What is asked of the server. */
  request: SetStatus;
};

/** Every status that can be chosen: the built-in ones and the workspace's own. */
export function useStatusOptions(): StatusOption[] {
  const { t, i18n } = useTranslation();
  const { data: own } = useTeam('statuses');
  return useMemo(() => {
    const words = (status: Allowing) => wordsOf(status, { t, language: i18n.language });
    const builtIn = agentStatusSchema.options.map((status) => ({
      value: status,
      name: t(`ui.presence.${status}`),
      dot: status,
      allows:
        status === 'offline'
          ? t('presence.status.offline')
          : words({ takes: builtInTakes[status], transfers: true }),
      request: { status },
    }));
    const custom = (own ?? []).map(({ id, name, ...status }) => ({
      value: id,
      name,
      dot: nearestTo(status),
      allows: words(status),
      request: { customStatusId: id },
    }));
    return [...builtIn, ...custom];
  }, [t, i18n.language, own]);
}

/** The value of the status somebody is in. */
export function statusValueOf({ status, customStatus }: Pick<Agent, 'status' | 'customStatus'>) {
  return customStatus?.id ?? status;
}

/** The name of the status somebody is in. */
export function useStatusName(): (agent: Pick<Agent, 'status' | 'customStatus'>) => string {
  const { t } = useTranslation();
  return ({ status, customStatus }) => customStatus?.name ?? t(`ui.presence.${status}`);
}

/** What a status allows, channel by channel, in a sentence. */
function wordsOf(status: Allowing, { t, language }: { t: TFunction; language: string }): string {
  const { queues, byName } = allowedBy(status);
  const list = (channels: readonly WorkClass[]) =>
    new Intl.ListFormat(language).format(channels.map((one) => t(`presence.status.of.${one}`)));
  if (queues.length === 0) return t(`presence.status.${status.transfers ? 'byName' : 'nothing'}`);
  const takes = t('presence.status.takes', { what: list(queues) });
  if (byName.length > 0) return `${takes}; ${t('presence.status.only', { what: list(byName) })}`;
  return status.transfers ? takes : `${takes}; ${t('presence.status.noTransfers')}`;
}
