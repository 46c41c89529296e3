import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MacroAction } from '../../../contracts/macros.ts';
import { useAgents } from '../presence/queries.ts';
import { useGroups } from '../ticket/queries.ts';

/** Says an act of a macro in a few words. */
export function useActWords(): (act: MacroAction) => string {
  const { t } = useTranslation();
  const { data: groups } = useGroups();
  const { data: agents } = useAgents();
  return useCallback(
    (act: MacroAction): string => {
      const nameIn = (list: readonly { id: string; name: string }[] | undefined, id: string) =>
        list?.find((one) => one.id === id)?.name ?? t('macros.act.gone');
      switch (act.kind) {
        case 'status':
          return t('macros.act.status', { value: t(`ticket.status.${act.status}`) });
        case 'priority':
          return t('macros.act.priority', { value: t(`ticket.priority.${act.priority}`) });
        case 'category':
          return act.category === null
            ? t('macros.act.noCategory')
            : t('macros.act.category', { value: act.category });
        case 'add_tags':
        case 'remove_tags':
          return t(`macros.act.${act.kind}`, { value: act.tags.join(', ') });
        case 'group':
          return act.groupId === null
            ? t('macros.act.noGroup')
            : t('macros.act.group', { value: nameIn(groups, act.groupId) });
        case 'assign':
          return t(`macros.act.${act.to}`);
        case 'assign_agent':
          return t('macros.act.assign_agent', { value: nameIn(agents, act.agentId) });
        case 'end_session':
          return t('macros.act.end_session');
        case 'note':
          return t('macros.act.note', { value: act.text });
      }
    },
    [t, groups, agents],
  );
}
