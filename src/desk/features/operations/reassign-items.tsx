import { CornerUpLeft, Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardAgent } from '../../../contracts/board.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { MenuGroup, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { useStatusName } from '../presence/status-options.ts';
import { byRoom, presenceOf, type Target } from './board.rules.ts';
import { useBoard } from './queries.ts';

/** The places work can be taken to, as items of a menu. */
export function ReassignItems({ onChoose }: { onChoose: (target: Target) => void }) {
  const { t } = useTranslation();
  const board = useBoard().data;
  return (
    <>
      <MenuItem icon={CornerUpLeft} onSelect={() => onChoose({ kind: 'back' })}>
        {t('operations.work.back')}
      </MenuItem>
      <MenuSeparator />
      <MenuGroup label={t('operations.work.toAgent')}>
        {byRoom(board?.agents ?? []).map((agent) => (
          <MenuItem
            key={agent.id}
            mark={<Avatar name={agent.name} id={agent.id} size="sm" presence={presenceOf(agent)} />}
            hint={<Room agent={agent} />}
            onSelect={() => onChoose({ kind: 'agent', id: agent.id, name: agent.name })}
          >
            {agent.name}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuGroup label={t('operations.work.toQueue')}>
        {(board?.queues ?? []).map((queue) => (
          <MenuItem
            key={queue.id}
            icon={Layers}
            onSelect={() => onChoose({ kind: 'queue', queue })}
          >
            {queue.name}
          </MenuItem>
        ))}
      </MenuGroup>
    </>
  );
}

/** How somebody is and what room they have. */
export function Room({ agent }: { agent: BoardAgent }) {
  const { t } = useTranslation();
  const nameOf = useStatusName();
  const { budget, used } = agent.capacity;
  if (agent.onCallSince !== null) return t('ticket.assign.onCall');
  return t('operations.work.room', {
    status: agent.connected ? nameOf(agent) : t('operations.agents.gone'),
    free: Math.max(0, budget - used),
    budget,
  });
}
