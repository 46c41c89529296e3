import type { Actor } from '../../../contracts/common.ts';
import type { RoutingChannel } from '../../../contracts/sessions.ts';
import type { Channel, Priority } from '../../../contracts/tickets.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { createHistorian } from '../history/index.ts';
import type { WorkService } from '../routing/index.ts';
import { insertTicket } from './tickets.store.ts';

export interface TicketToCreate {
  readonly conversationId: string;
  readonly customerId: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly routingChannel: RoutingChannel;
  readonly actor: Actor;
  readonly priority?: Priority;
  readonly category?: string | null;
  readonly groupId?: string | null;
  /** The ended session it goes on from; one ticket at most. */
  readonly followupOf?: string;
}

const subjectLength = 160;

/** Makes a ticket for a conversation and puts its work into a queue. Returns id and number. */
export function createTicketCreator({
  clock,
  ids,
  work,
  onCreated,
}: Pick<Core, 'clock' | 'ids'> & {
  work: WorkService;
  /** Hears of it before it enters a queue. */
  onCreated: (scope: Scope, ticket: { id: string; channel: Channel }) => Promise<void>;
}) {
  const tell = createHistorian({ clock, ids });
  return async (scope: Scope, ticket: TicketToCreate): Promise<{ id: string; number: number }> => {
    const id = ids.next();
    const at = clock.now();
    const number = await insertTicket(scope, {
      id,
      conversationId: ticket.conversationId,
      customerId: ticket.customerId,
      subject: subjectOf(ticket.subject),
      status: 'new',
      priority: ticket.priority ?? 'normal',
      channel: ticket.channel,
      routingChannel: ticket.routingChannel,
      category: ticket.category ?? null,
      groupId: ticket.groupId ?? null,
      followupOf: ticket.followupOf ?? null,
      at,
    });
    const by = ticket.followupOf
      ? 'follow-up'
      : ticket.channel === 'messaging'
        ? 'chat'
        : ticket.channel;
    await tell(scope, {
      ticketId: id,
      type: 'ticket.created',
      actor: ticket.actor,
      data: { channel: ticket.channel, by },
    });
    await onCreated(scope, { id, channel: ticket.channel });
    await work.enter(scope, id, ticket.actor);
    scope.record({ type: 'ticket.created', ticketId: id, version: 1 });
    return { id, number };
  };
}

export type TicketCreator = ReturnType<typeof createTicketCreator>;

function subjectOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return 'No subject';
  return line.length > subjectLength ? `${line.slice(0, subjectLength - 1)}…` : line;
}
