import { Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contracts/sessions.ts';
import type { Ticket } from '../../../contracts/tickets.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { TicketLink } from './ticket-link.tsx';
import { useTicketChange } from './use-ticket-change.ts';

/** What the chat of a ticket asks one to know: quiet, over capacity, ended by whom, or routed by nobody. */
export function SessionNotice({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { session, overBy, assignee } = ticket;
  return (
    <>
      {session?.inactive && <Quiet session={session} />}
      {overBy > 0 && assignee && session?.state !== 'ended' && (
        <Banner variant="bar" tone="caution">
          {t('ticket.notice.over', { name: assignee.name, count: overBy })}
        </Banner>
      )}
      {session?.state === 'ended' && <Ended ticket={ticket} session={session} />}
    </>
  );
}

function Quiet({ session }: { session: Session }) {
  const { t } = useTranslation();
  if (!session.inactive) return null;
  const { reason, since } = session.inactive;
  return (
    <Banner variant="bar" tone="neutral">
      {t(`ticket.notice.quiet.${reason}`)} <Time at={since} />
      {session.reminders > 0 && ` · ${t('ticket.notice.reminders', { count: session.reminders })}`}
    </Banner>
  );
}

/** Only what is not plain: an end by a rule, silence or the system, and work that nobody is given. */
function Ended({ ticket, session }: { ticket: Ticket; session: Session }) {
  const { t } = useTranslation();
  const { change, isPending } = useTicketChange(ticket);
  const done = ticket.status === 'solved' || ticket.status === 'closed';
  const followup = ticket.following.find((one) => one.followup);
  const stranded = ticket.routingChannel === 'messaging' && !done && !followup;
  return (
    <Banner
      variant="bar"
      tone={stranded ? 'caution' : 'neutral'}
      action={
        stranded && (
          <Button
            size="sm"
            icon={Mail}
            loading={isPending}
            onClick={() => change({ routingChannel: 'email' })}
          >
            {t('ticket.field.requeue')}
          </Button>
        )
      }
    >
      {t(`ticket.notice.ended.${endedKey(session)}`, { name: session.endedBy?.name ?? '' })}
      {stranded && ` ${t('ticket.notice.stranded')}`}
      {followup && (
        <>
          {` ${t('ticket.notice.followup')} `}
          <TicketLink icon="following" ticket={followup} />
        </>
      )}
    </Banner>
  );
}

function endedKey({ endedReason, endedCause, endedBy }: Session) {
  if (endedReason === 'system') return endedCause ?? ('system' as const);
  if (endedReason === 'agent') return endedBy?.name ? ('agent' as const) : ('colleague' as const);
  return endedReason ?? ('system' as const);
}
