import type { Actor } from '../../../contracts/common.ts';
import type { DomainEvent } from '../../../contracts/events.ts';
import type { ChannelClass } from '../../../contracts/people.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { createHistorian } from '../history/index.ts';
import { unitsFor } from './capacity.rules.ts';
import { lockAgents, readLoads, type AgentLoad } from './capacity.store.ts';
import { withdrawOpenOffer } from './offers.store.ts';
import type { Work } from './transitions.rules.ts';
import { rankOf } from './work.rules.ts';
import {
  findRoutingFacts,
  insertStretch,
  updateWork,
  type RoutingFacts,
  type WorkItem,
} from './work.store.ts';

export type WorkKeeper = ReturnType<typeof createWorkKeeper>;

/** Writes the next state of work, with what follows from it: the stretch that ends, events, withdrawn offers. */
export function createWorkKeeper({ clock, ids }: Pick<Core, 'clock' | 'ids'>) {
  const tell = createHistorian({ clock, ids });

  return {
    tell,

    /** Takes back an offer of this work that nobody has answered. */
    async withdraw(scope: Scope, row: WorkItem, actor: Actor): Promise<void> {
      const offer = await withdrawOpenOffer(scope, row.id, clock.now());
      if (!offer) return;
      await tell(scope, { ticketId: row.ticket_id, type: 'offer.withdrawn', actor });
      scope.record({
        type: 'offer.changed',
        offerId: offer.id,
        agentId: offer.agent_id,
        ticketId: row.ticket_id,
      });
    },

    /** The next state, told to the plan, to the queue and to screens. */
    async save(scope: Scope, row: WorkItem, next: Work): Promise<void> {
      if (endsStretch(row, next)) {
        await insertStretch(scope, { id: ids.next(), workItemId: row.id, endedAt: clock.now() });
      }
      await updateWork(scope, next);
      scope.record(workChanged(row.id, row.ticket_id, staysKept(row, next)));
      const wasInQueue = row.state === 'waiting' || row.state === 'offered';
      if (wasInQueue && next.state !== row.state && row.channel_class === 'messaging') {
        scope.record({ type: 'queue.moved', queueId: row.queue_id });
      }
    },
  };
}

/** Locks agents and reads what they carry. */
export async function lockedLoads(scope: Scope, agentIds: string[]): Promise<AgentLoad[]> {
  const locked = await lockAgents(scope, agentIds);
  return locked.length === 0 ? [] : readLoads(scope, locked);
}

/** What decides where a ticket goes. Throws `not_found`. */
export async function factsOf(scope: Scope, ticketId: string): Promise<RoutingFacts> {
  const facts = await findRoutingFacts(scope, ticketId);
  if (!facts) throw notFound('ticket');
  return facts;
}

/** Units of each class for whoever holds the work: their own rule decides. */
export function unitsOf(holder: AgentLoad | undefined, facts: RoutingFacts) {
  const weighed = { priorityRank: rankOf(facts.priority), category: facts.category };
  const of = (channel: ChannelClass) => (holder ? unitsFor(holder.capacity, channel, weighed) : 0);
  return { messaging: of('messaging'), email: of('email') };
}

/** Whether somebody's work on it ends: it is no longer active, or of another class. */
function endsStretch(row: WorkItem, next: Work): boolean {
  if (row.state !== 'assigned' || row.started_at === null) return false;
  return next.state === 'held' || next.state === 'done' || next.channelClass !== row.channel_class;
}

/** Whether nobody could or can be given it, and nobody's load is different: the plan stays as it is. */
function staysKept(row: WorkItem, next: Work): boolean {
  const isKept = (state: Work['state']) => state === 'held' || state === 'done';
  const sameLoad = next.agentId === row.agent_id && next.units === row.units;
  return isKept(row.state) && isKept(next.state) && sameLoad;
}

/** `kept`: nobody could or can be given it. */
export function workChanged(workItemId: string, ticketId: string, kept: boolean): DomainEvent {
  return { type: 'work.changed', workItemId, ticketId, ...(kept && { kept }) };
}
