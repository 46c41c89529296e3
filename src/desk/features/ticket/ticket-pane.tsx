import { useTranslation } from 'react-i18next';
import { isApiProblem } from '../../lib/api-problem.ts';
import { PaneHeader } from '../../shell/pane-header.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { useInbox } from '../inbox/use-inbox.ts';
import { NothingToAdd } from '../privacy/deleted-customer.tsx';
import { Composer } from './composer/composer.tsx';
import { useTicket } from './queries.ts';
import { SessionNotice } from './session-notice.tsx';
import { TicketCommands } from './ticket-commands.tsx';
import { TicketHeader } from './ticket-header.tsx';
import { TimelinePane } from './timeline/timeline-pane.tsx';
import { useWatchTicket } from './use-watch-ticket.ts';

/** A conversation: header, timeline, composer. */
export function TicketPane({ ticketId }: { ticketId: string }) {
  const ticket = useTicket(ticketId);
  const typing = useWatchTicket(ticketId);
  if (!ticket.data)
    return ticket.isPending ? (
      <PaneSkeleton />
    ) : (
      <Unavailable error={ticket.error} onRetry={() => void ticket.refetch()} />
    );
  return (
    <>
      <TicketCommands ticket={ticket.data} />
      <TicketHeader ticket={ticket.data} />
      <SessionNotice ticket={ticket.data} />
      <TimelinePane ticket={ticket.data} typing={typing} />
      {ticket.data.customer.deletedAt === null ? (
        <Composer ticket={ticket.data} typing={typing} />
      ) : (
        <NothingToAdd ticketId={ticketId} />
      )}
    </>
  );
}

function Unavailable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const { close } = useInbox();
  const back = <Button onClick={close}>{t('ticket.backToInbox')}</Button>;
  return (
    <>
      <PaneHeader title="" />
      {isApiProblem(error) && error.problem.status === 404 ? (
        <ErrorState title={t('ticket.gone')} next={null} action={back} className="flex-1" />
      ) : (
        <ApiErrorState error={error} onRetry={onRetry} className="flex-1" />
      )}
    </>
  );
}

function PaneSkeleton() {
  return (
    <>
      <PaneHeader
        title={
          <SkeletonGroup>
            <Skeleton className="h-4 w-56" />
          </SkeletonGroup>
        }
      />
      <SkeletonGroup className="flex flex-1 flex-col gap-4 p-6">
        <Skeleton className="h-14 w-2/3" />
        <Skeleton className="ms-auto h-10 w-1/2" />
        <Skeleton className="h-10 w-1/2" />
      </SkeletonGroup>
    </>
  );
}
