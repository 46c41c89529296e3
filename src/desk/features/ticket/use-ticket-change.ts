import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contracts/tickets.ts';
import { isApiProblem } from '../../lib/api-problem.ts';
import { useToast } from '../../ui/toast.tsx';
import { useChangeTicket, type TicketChange } from './queries.ts';

/** How a change is told: its words, and whether it can be undone from the toast. */
export type TellChange = { title?: string | undefined; undo?: TicketChange | undefined };

/** Changes a ticket and tells what happened; a failure puts it back and says why. */
export function useTicketChange(ticket: Ticket) {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutate, isPending } = useChangeTicket(ticket.id);
  const onError = (error: Error) => {
    const conflict = isApiProblem(error, 'ticket_version_conflict');
    toast.show({
      title: conflict ? t('ticket.changed.conflict') : t('ticket.changed.failed'),
      detail: conflict ? undefined : error.message,
      tone: 'critical',
    });
  };
  const change = (next: TicketChange, tell: TellChange = {}) => {
    const onSuccess = (changed: Ticket) => {
      const { title, undo } = tell;
      if (!title) return;
      toast.show({
        title,
        ...(undo && { onUndo: () => mutate({ change: undo, seen: changed }, { onError }) }),
      });
    };
    mutate({ change: next, seen: ticket }, { onError, onSuccess });
  };
  return { change, isPending };
}

/** Sets the status, with undo where there is a way back. */
export function useStatusOf(ticket: Ticket) {
  const { t } = useTranslation();
  const { change } = useTicketChange(ticket);
  return (status: NonNullable<TicketChange['status']>) => {
    const before = ticket.status;
    if (before === status) return;
    const undo = before === 'new' || before === 'closed' ? undefined : { status: before };
    change(
      { status },
      { title: t('ticket.changed.status', { value: t(`ticket.status.${status}`) }), undo },
    );
  };
}
