import { ChevronDown, CornerUpLeft, Hand, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../../contracts/people.ts';
import type { Ticket } from '../../../contracts/tickets.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { useAgents } from '../presence/queries.ts';
import { useStatusName } from '../presence/status-options.ts';
import { useMay, useSignedIn } from '../session-gate/queries.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { useAssignment } from './use-assignment.ts';
import { useTicketAct } from './use-ticket-act.ts';

/** Who has it, and the ways to take it, hand it over or give it back; `a` opens it. */
export function AssignMenu({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { assignee } = ticket;
  const { take, assign, refusal, dismiss } = useAssignment(ticket.id);
  useTicketAct({
    keys: 'a',
    label: t('ticket.shortcuts.assign'),
    icon: UserRound,
    run: () => setOpen(true),
  });
  const label = assignee
    ? t('ticket.assign.title', { name: assignee.name })
    : t('ticket.assign.titleNone');
  const trigger = (
    <Button
      aria-label={label}
      title={ticket.waitingReason ?? undefined}
      className="max-pane2:px-1.5!"
    >
      <span className="flex max-w-36 items-center gap-1.5">
        {assignee ? (
          <Avatar name={assignee.name} id={assignee.id} size="sm" />
        ) : (
          <UserRound aria-hidden />
        )}
        {assignee && <span className="truncate max-pane2:sr-only">{assignee.name}</span>}
        <ChevronDown aria-hidden className="size-3.5! text-subtle max-pane2:hidden" />
      </span>
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger} align="end" open={open} onOpenChange={setOpen}>
        <AssignItems ticket={ticket} take={take} assign={assign} />
      </Menu>
      {refusal && <OverrideDialog refusal={refusal} onClose={dismiss} />}
    </>
  );
}

function AssignItems({
  ticket,
  take,
  assign,
}: { ticket: Ticket } & Pick<ReturnType<typeof useAssignment>, 'take' | 'assign'>) {
  const { t } = useTranslation();
  const { memberId } = useSignedIn();
  const mayAssign = useMay('ticket:assign');
  const { data: agents = [] } = useAgents();
  const mine = ticket.assignee?.id === memberId;
  const colleagues = agents.filter(({ id }) => id !== memberId && id !== ticket.assignee?.id);
  return (
    <>
      {!mine && (
        <MenuItem icon={Hand} onSelect={take}>
          {t('ticket.assign.take')}
        </MenuItem>
      )}
      {ticket.assignee && (mine || mayAssign) && (
        <MenuItem icon={CornerUpLeft} onSelect={() => assign(null)}>
          {t('ticket.assign.giveBack')}
        </MenuItem>
      )}
      <MenuSeparator />
      {colleagues.length > 0 && (
        <MenuGroup label={t('ticket.assign.colleagues')}>
          {colleagues.map((agent) => (
            <MenuItem
              key={agent.id}
              mark={
                <Avatar
                  name={agent.name}
                  id={agent.id}
                  size="sm"
                  presence={agent.connected ? agent.status : 'offline'}
                />
              }
              hint={<Room agent={agent} />}
              onSelect={() => assign({ id: agent.id, name: agent.name })}
            >
              {agent.name}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
    </>
  );
}

function Room({ agent }: { agent: Agent }) {
  const { t } = useTranslation();
  const nameOf = useStatusName();
  const { status, connected, capacity, onCallSince } = agent;
  if (onCallSince !== null) return t('ticket.assign.onCall');
  const { budget, used } = capacity;
  const state = connected || status === 'offline' ? nameOf(agent) : t('ticket.assign.gone');
  return t('ticket.assign.freeHint', { status: state, free: Math.max(0, budget - used), budget });
}
