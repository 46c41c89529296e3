import { MoreHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardAgent } from '../../../contracts/board.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuChoice, MenuChoices, MenuGroup, MenuSeparator } from '../../ui/menu.tsx';
import { useToast } from '../../ui/toast.tsx';
import { StatusChoices } from '../presence/status-choices.tsx';
import { statusValueOf, useStatusName, type StatusOption } from '../presence/status-options.ts';
import { useTeam } from '../team/queries.ts';
import { useSetAgentStatus, useSetCapacityRule } from './queries.ts';

const NO_RULE = 'none';

/** Changes somebody's status or capacity rule. */
export function AgentMenu({ agent }: { agent: BoardAgent }) {
  const { t } = useTranslation();
  const label = t('operations.agents.menu', { name: agent.name });
  return (
    <Menu align="end" trigger={<IconButton size="sm" icon={MoreHorizontal} label={label} />}>
      <StatusGroup agent={agent} />
      <MenuSeparator />
      <RuleChoices agent={agent} />
    </Menu>
  );
}

function useFailed(name: string) {
  const { t } = useTranslation();
  const toast = useToast();
  return ({ message }: Error) =>
    toast.show({
      title: t('operations.agents.failed', { name }),
      detail: message,
      tone: 'critical',
    });
}

function StatusGroup({ agent }: { agent: BoardAgent }) {
  const { t } = useTranslation();
  const toast = useToast();
  const nameOf = useStatusName();
  const { mutateAsync } = useSetAgentStatus();
  const { id, name, status, customStatus, statusSince } = agent;
  const onError = useFailed(name);
  const before = {
    name: nameOf(agent),
    request: customStatus ? { customStatusId: customStatus.id } : { status },
  };
  type Choice = Pick<StatusOption, 'name' | 'request'>;
  // By promises, because the menu is gone when the answer comes.
  const choose = (to: Choice, undo = true): void =>
    void mutateAsync({ id, to: to.request }).then(
      () =>
        toast.show({
          title: t('operations.agents.changed', {
            name,
            status: 'status' in to.request ? to.name.toLowerCase() : to.name,
          }),
          ...(undo && { onUndo: () => choose(before, false) }),
        }),
      onError,
    );
  return (
    <MenuGroup label={t('operations.agents.statusTitle')}>
      <StatusChoices current={statusValueOf(agent)} since={statusSince} onChoose={choose} />
    </MenuGroup>
  );
}

function RuleChoices({ agent: { id, name, capacityRuleId: before } }: { agent: BoardAgent }) {
  const { t } = useTranslation();
  const toast = useToast();
  const rules = useTeam('rules').data ?? [];
  const { mutateAsync } = useSetCapacityRule();
  const onError = useFailed(name);
  const nameOf = (ruleId: string | null) =>
    rules.find((rule) => rule.id === ruleId)?.name ?? t('operations.agents.ruleNone');
  const choose = (capacityRuleId: string | null, undo = true): void =>
    void mutateAsync({ id, capacityRuleId }).then(
      () =>
        toast.show({
          title: t('operations.agents.ruleChanged', { name, rule: nameOf(capacityRuleId) }),
          ...(undo && { onUndo: () => choose(before, false) }),
        }),
      onError,
    );
  return (
    <MenuGroup label={t('operations.agents.ruleTitle')}>
      <MenuChoices
        value={before ?? NO_RULE}
        onValueChange={(chosen) => choose(chosen === NO_RULE ? null : chosen)}
      >
        <MenuChoice value={NO_RULE}>{t('operations.agents.ruleNone')}</MenuChoice>
        {rules.map((rule) => (
          <MenuChoice key={rule.id} value={rule.id}>
            {rule.name}
          </MenuChoice>
        ))}
      </MenuChoices>
    </MenuGroup>
  );
}
