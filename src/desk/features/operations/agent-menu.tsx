import { MoreHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardAgent } from '../../../contracts/board.ts';
import { agentStatusSchema, type AgentStatus } from '../../../contracts/people.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuChoice, MenuChoices, MenuGroup, MenuSeparator } from '../../ui/menu.tsx';
import { PresenceDot } from '../../ui/presence-dot.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useTeam } from '../team/queries.ts';
import { useSetAgentStatus, useSetCapacityRule } from './queries.ts';

const NO_RULE = 'none';

/** Changes somebody's status or capacity rule. */
export function AgentMenu({ agent }: { agent: BoardAgent }) {
  const { t } = useTranslation();
  const label = t('operations.agents.menu', { name: agent.name });
  return (
    <Menu align="end" trigger={<IconButton size="sm" icon={MoreHorizontal} label={label} />}>
      <StatusChoices agent={agent} />
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

function StatusChoices({ agent: { id, name, status: before } }: { agent: BoardAgent }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutateAsync } = useSetAgentStatus();
  const onError = useFailed(name);
  // By promises, because the menu is gone when the answer comes.
  const choose = (status: AgentStatus, undo = true): void =>
    void mutateAsync({ id, status }).then(
      () =>
        toast.show({
          title: t('operations.agents.changed', {
            name,
            status: t(`ui.presence.${status}`).toLowerCase(),
          }),
          ...(undo && { onUndo: () => choose(before, false) }),
        }),
      onError,
    );
  return (
    <MenuGroup label={t('operations.agents.statusTitle')}>
      <MenuChoices value={before} onValueChange={(status) => choose(status)}>
        {agentStatusSchema.options.map((option) => (
          <MenuChoice
            key={option}
            value={option}
            mark={<PresenceDot presence={option} label="hidden" />}
            hint={t(`presence.status.${option}`)}
          >
            {t(`ui.presence.${option}`)}
          </MenuChoice>
        ))}
      </MenuChoices>
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
