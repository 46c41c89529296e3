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
  const { mutateAsync, isPending } = useChangeTicket(ticket.id);
  const onError = (error: Error) => {
    const conflict = isApiProblem(error, 'ticket_version_conflict');
    toast.show({
      title: conflict ? t('ticket.changed.conflict') : t('ticket.changed.failed'),
      detail: conflict ? undefined : error.message,
      tone: 'critical',
    });
  };
  // By promises, because what asked may be gone when the answer comes: an edited subject is drawn anew at once.
  const change = (next: TicketChange, { title, undo }: TellChange = {}) =>
    void mutateAsync({ change: next, seen: ticket }).then((changed) => {
      const onUndo =
        undo && (() => void mutateAsync({ change: undo, seen: changed }).catch(onError));
      if (title) toast.show({ title, onUndo });
    }, onError);
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
