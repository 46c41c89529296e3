import { useTranslation } from 'react-i18next';
import type { RoutingDecision } from '../../../../contracts/routing.ts';
import type { TicketEvent } from '../../../../contracts/tickets.ts';
import { Popover } from '../../../ui/popover.tsx';
import { Skeleton, SkeletonGroup } from '../../../ui/skeleton.tsx';
import { DecisionCard } from '../routing/decision-card.tsx';
import { useDecisions } from '../routing/queries.ts';

const ROUTED = new Set([
  'work.assigned',
  'work.offered',
  'work.queued',
  'offer.timed_out',
  'offer.withdrawn',
]);

/** Whether more can be said about an event than its line says. */
export function hasWhy({ type, actor }: TicketEvent): boolean {
  return ROUTED.has(type) && actor.kind !== 'agent';
}

/** The reason of an automatic act, one press away. */
export function EventWhy({ event, ticketId }: { event: TicketEvent; ticketId: string }) {
  const { t } = useTranslation();
  const trigger = (
    <button
      type="button"
      className="shrink-0 rounded-small text-accent-text underline decoration-dotted underline-offset-2"
    >
      {t('timeline.why')}
    </button>
  );
  return (
    <Popover trigger={trigger} title={t('timeline.whyTitle')} align="center">
      <Reason event={event} ticketId={ticketId} />
    </Popover>
  );
}

function Reason({ event, ticketId }: { event: TicketEvent; ticketId: string }) {
  const decisions = useDecisions(ticketId);
  if (decisions.isPending) {
    return (
      <SkeletonGroup>
        <Skeleton className="h-3 w-3/4" />
      </SkeletonGroup>
    );
  }
  const decision = nearest(decisions.data ?? [], event.at);
  return decision ? (
    <DecisionCard decision={decision} />
  ) : (
    <p className="text-start">{event.sentence}</p>
  );
}

/** The decision that an event came from is the one made closest to it in time. */
function nearest(decisions: readonly RoutingDecision[], at: string): RoutingDecision | undefined {
  const distance = (decision: RoutingDecision) =>
    Math.abs(Date.parse(decision.at) - Date.parse(at));
  return decisions.toSorted((one, two) => distance(one) - distance(two))[0];
}
