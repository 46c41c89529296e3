import { Hand } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contracts/tickets.ts';
import { useCommands, type Command } from '../../ui/commands.tsx';
import { useSignedIn } from '../session-gate/queries.ts';
import { SETTABLE_STATUSES } from './status-control.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { useAssignment } from './use-assignment.ts';
import { useStatusOf } from './use-ticket-change.ts';

/** What the palette can do with the opened ticket. */
export function TicketCommands({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { memberId } = useSignedIn();
  const setStatus = useStatusOf(ticket);
  const { take, refusal, dismiss } = useAssignment(ticket.id);
  const acts = useRef({ setStatus, take });
  acts.current = { setStatus, take };
  const { status, assignee } = ticket;
  useCommands(
    useMemo(() => {
      const group = t('ticket.shortcuts.group');
      const statuses = SETTABLE_STATUSES.filter((one) => one !== status && status !== 'closed').map(
        (one): Command => ({
          id: `ticket.status.${one}`,
          group,
          keywords: t('ticket.shortcuts.status'),
          label: t('ticket.setStatus', { status: t(`ticket.status.${one}`) }),
          run: () => acts.current.setStatus(one),
        }),
      );
      const takeIt: Command = {
        id: 'ticket.take',
        group,
        icon: Hand,
        label: t('ticket.shortcuts.take'),
        run: () => acts.current.take(),
      };
      return assignee?.id === memberId ? statuses : [takeIt, ...statuses];
    }, [t, status, assignee?.id, memberId]),
  );
  return refusal && <OverrideDialog refusal={refusal} onClose={dismiss} />;
}
