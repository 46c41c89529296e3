import type { ChannelClass } from '../../../contracts/people.ts';
import type { DeclineReason } from '../../../contracts/routing.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import type { ConversationService } from '../conversations/index.ts';
import { createHistorian } from '../history/index.ts';
import type { AgentLoad } from './capacity.store.ts';
import { closeOffer, isAcceptedBy, listOpenOffers, lockOpenOffer } from './offers.store.ts';
import { statusName, takesOf } from './presence.rules.ts';
import { returnToQueue } from './transitions.rules.ts';
import { lockTicketForOffer, openTicket } from './tickets-of-work.store.ts';
import { lockedLoads } from './work-keeper.ts';
import { lockWork, markServed, updateWork, workStateOf, type WorkItem } from './work.store.ts';

interface Agent {
  readonly id: string;
  readonly name: string;
}

export interface OfferDeps extends Core {
  readonly conversations: ConversationService;
}

export type OfferService = ReturnType<typeof createOfferService>;

/** What agents do with offers. An offer that ran out, was withdrawn or answered is gone: `offer_gone`. */
export function createOfferService({ database, clock, ids, conversations }: OfferDeps) {
  const tell = createHistorian({ clock, ids });

  /**
   * Locks the work of an offer, and the offer itself while it is open. Its agent is locked between ticket and work: a
   * status, a call or a plan of the same instant comes before or after.
   */
  async function lockOffer(scope: Scope, offerId: string, agent: Agent) {
    const place = await lockTicketForOffer(scope, offerId);
    if (!place) throw gone();
    const [load] = await lockedLoads(scope, [agent.id]);
    const row = await lockWork(scope, place.ticket_id);
    const offer = await lockOpenOffer(scope, offerId, agent.id);
    if (!row || !load || (offer && offer.expires_at <= clock.now())) throw gone();
    return { offer, row, load, conversationId: place.conversation_id };
  }

  return {
    async list(workspaceId: string, agentId: string) {
      return database.inWorkspace(workspaceId, (scope) => listOpenOffers(scope, agentId));
    },

    /**
     * Takes the offered work; the units were reserved when it was offered. Returns the ticket's id, also to whoever
     * accepts the same offer again, at a second desk for instance.
     */
    async accept(workspaceId: string, offerId: string, agent: Agent): Promise<string> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const { offer, row, load, conversationId } = await lockOffer(scope, offerId, agent);
        if (!offer && (await isAcceptedBy(scope, offerId, agent.id))) return row.ticket_id;
        if (!offer) throw gone();
        assertFree(load, row);
        const now = clock.now();
        await closeOffer(scope, offer.id, { outcome: 'accepted', at: now });
        await updateWork(scope, {
          ...workStateOf(row),
          state: 'assigned',
          preferredAgentId: null,
          assignedAt: now,
          startedAt: now,
        });
        await markServed(scope, agent.id, row.channel_class, now);
        const version = await openTicket(scope, row.ticket_id, now);
        await tell(scope, {
          ticketId: row.ticket_id,
          type: 'offer.accepted',
          actor: { kind: 'agent', id: agent.id },
        });
        await conversations.touch(scope, conversationId);
        scope.record({ type: 'ticket.changed', ticketId: row.ticket_id, version });
        scope.record({ type: 'work.changed', workItemId: row.id, ticketId: row.ticket_id });
        scope.record({ type: 'queue.moved', queueId: row.queue_id });
        recordOffer(scope, offer.id, agent.id, row.ticket_id);
        return row.ticket_id;
      });
    },

    /** Lets the work go to the next best agent. */
    async decline(
      workspaceId: string,
      offerId: string,
      agent: Agent,
      answer: { reason: DeclineReason; comment: string | null },
    ): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        const { offer, row } = await lockOffer(scope, offerId, agent);
        if (!offer) throw gone();
        await closeOffer(scope, offer.id, { outcome: 'declined', at: clock.now(), ...answer });
        const back = returnToQueue(workStateOf(row));
        if (back) await updateWork(scope, back);
        await tell(scope, {
          ticketId: row.ticket_id,
          type: 'offer.declined',
          actor: { kind: 'agent', id: agent.id },
          data: {
            reason: answer.reason,
            ...(answer.comment !== null && { comment: answer.comment }),
          },
        });
        scope.record({ type: 'work.changed', workItemId: row.id, ticketId: row.ticket_id });
        recordOffer(scope, offer.id, agent.id, row.ticket_id);
      });
    },
  };
}

function recordOffer(scope: Scope, offerId: string, agentId: string, ticketId: string): void {
  scope.record({ type: 'offer.changed', offerId, agentId, ticketId });
}

/** Who is on the phone, or takes such work no more, is given none: the next plan asks somebody else. */
function assertFree(load: AgentLoad, { channel_class: channel }: WorkItem): void {
  if (load.call !== null) throw onCall();
  if (!takesOf(load).includes(channel)) throw noMore(load, channel);
}

function gone(): AppError {
  return new AppError(
    'offer_gone',
    'It was answered, ran out or was withdrawn. The ticket says where the work is now.',
  );
}

function noMore(load: AgentLoad, channel: ChannelClass): AppError {
  const work = channel === 'email' ? 'mail' : 'chats';
  return new AppError(
    'offer_gone',
    `Your status is ${statusName(load)}, which takes no ${work}. Choose another to get some.`,
  );
}

function onCall(): AppError {
  return new AppError(
    'capacity_exceeded',
    'You are on a call, beside which there is nothing else.',
  );
}
