import { Route } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { DecisionCard } from './decision-card.tsx';
import { useDecisions } from './queries.ts';
import { KeptIn } from './kept-in.tsx';
import { RoutingPreview } from './routing-preview.tsx';

/** Why it is where it is: all decisions of the router, and what it waits for now. */
export function RoutingPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const decisions = useDecisions(ticket.id);
  // Figures of the stored reason are those of when it was written; the preview has those of now.
  const waits = ticket.workState === 'waiting';
  if (decisions.isPending) return <SkeletonRows rows={4} disc={false} />;
  if (decisions.isError)
    return <ApiErrorState error={decisions.error} onRetry={() => void decisions.refetch()} />;
  return (
    <div className="flex flex-col gap-3 p-4">
      {ticket.keptIn && <KeptIn ticketId={ticket.id} queue={ticket.keptIn} />}
      {ticket.waitingReason && !waits && <Banner tone="caution">{ticket.waitingReason}</Banner>}
      <RoutingPreview key={`${ticket.id} ${waits}`} ticketId={ticket.id} asked={waits} />
      {decisions.data.length === 0 ? (
        <EmptyState icon={Route}>{t('ticket.routing.none')}</EmptyState>
      ) : (
        <>
          <p className="text-meta text-subtle">{t('ticket.routing.lead')}</p>
          <ol className="flex flex-col">
            {decisions.data.map((decision) => (
              <li key={decision.id} className="border-b border-line py-3 first:pt-0 last:border-0">
                <DecisionCard decision={decision} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
