import { systemActor, type Actor } from '../../../contracts/common.ts';
import type { DomainEvent } from '../../../contracts/events.ts';
import type { ChannelClass } from '../../../contracts/people.ts';
import type { RoutingChannel } from '../../../contracts/sessions.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { createHistorian } from '../history/index.ts';
import { lackOf, overBy, unitsFor } from './capacity.rules.ts';
import { lockAgents, readLoads, type AgentLoad } from './capacity.store.ts';
import { acceptsHandOver, isConnected } from './presence.rules.ts';
import { withdrawOpenOffer } from './offers.store.ts';
import { matchQueue } from './queues.rules.ts';
import { listQueues } from './queues.store.ts';
import {
  followClaim,
  giveTo,
  returnFromAbsent,
  returnToQueue,
  type Work,
} from './transitions.rules.ts';
import { claimOf, matchable, rankOf, type Claim } from './work.rules.ts';
import {
  findRoutingFacts,
  findWorkOfTicket,
  insertStretch,
  insertWork,
  lockWork,
  markBegun,
  markServed,
  pinQueue,
  updateWork,
  workStateOf,
  type RoutingFacts,
  type WorkItem,
} from './work.store.ts';

export interface GiveOptions {
  readonly ticketId: string;
  readonly agentId: string;
  readonly actor: Actor;
  /** Go beyond capacity; the caller has checked that the actor may. */
  readonly override: boolean;
  /** Said in the history instead of going beyond capacity. */
  readonly why?: string;
}

/** Who moves a ticket into a queue, and what the history says about it. */
export interface MoveOptions {
  readonly ticketId: string;
  readonly actor: Actor;
  readonly why?: string;
}

export interface WorkDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
  /** A person takes, gives or answers a ticket; whether the assistant kept it from the queues until now. */
  readonly onTaken: (scope: Scope, ticketId: string, memberId: string) => Promise<boolean>;
}

export type WorkService = ReturnType<typeof createWorkService>;

/** The claim of tickets on people: enters, follows, is given, taken and returned. */
export function createWorkService({ clock, ids, settingsOf, onTaken }: WorkDeps) {
  const tell = createHistorian({ clock, ids });

  async function withdraw(scope: Scope, row: WorkItem, actor: Actor): Promise<void> {
    const offer = await withdrawOpenOffer(scope, row.id, clock.now());
    if (!offer) return;
    await tell(scope, { ticketId: row.ticket_id, type: 'offer.withdrawn', actor });
    scope.record({
      type: 'offer.changed',
      offerId: offer.id,
      agentId: offer.agent_id,
      ticketId: row.ticket_id,
    });
  }

  async function save(scope: Scope, row: WorkItem, next: Work): Promise<void> {
    if (endsStretch(row, next)) {
      await insertStretch(scope, { id: ids.next(), workItemId: row.id, endedAt: clock.now() });
    }
    await updateWork(scope, next);
    scope.record(workChanged(row.id, row.ticket_id, staysKept(row, next)));
    const wasInQueue = row.state === 'waiting' || row.state === 'offered';
    if (wasInQueue && next.state !== row.state && row.channel_class === 'messaging') {
      scope.record({ type: 'queue.moved', queueId: row.queue_id });
    }
  }

  return {
    /** A new ticket claims attention: finds its queue and waits. */
    async enter(scope: Scope, ticketId: string, actor: Actor): Promise<void> {
      const facts = await factsOf(scope, ticketId);
      const queue = matchQueue(matchable(facts), await listQueues(scope));
      const id = ids.next();
      const entry = entryOf(await claimFor(scope, facts));
      await insertWork(scope, ticketId, {
        id,
        queueId: queue.id,
        ...entry,
        units: 0,
        agentId: null,
        preferredAgentId: null,
        priorityRank: rankOf(facts.priority),
        eligibleAt: clock.now(),
        assignedAt: null,
        startedAt: null,
      });
      await tell(scope, { ticketId, type: 'work.queued', actor, data: { queue: queue.name } });
      scope.record(workChanged(id, ticketId, entry.state !== 'waiting'));
    },

    /** The queue a ticket would be in if it were routed as this channel. */
    async queueFor(
      scope: Scope,
      ticketId: string,
      routingChannel: RoutingChannel,
    ): Promise<string> {
      const facts = await factsOf(scope, ticketId);
      return matchQueue({ ...matchable(facts), routingChannel }, await listQueues(scope)).name;
    },

    /**
     * Makes the work item follow its ticket after status, priority, group, category, routing channel
     * or session changed. `keepOwner`: work that comes back stays with whoever caused it.
     */
    async follow(
      scope: Scope,
      ticketId: string,
      actor: Actor,
      options: { keepOwner?: boolean } = {},
    ): Promise<void> {
      const facts = await factsOf(scope, ticketId);
      const owner = options.keepOwner && actor.kind === 'agent' ? actor.id : null;
      const agents = owner === null ? [] : await lockedLoads(scope, [owner]);
      const row = await lockWork(scope, ticketId);
      if (!row) return;
      const queue = matchQueue(matchable(facts), await listQueues(scope));
      const claim = await claimFor(scope, facts);
      const holder = await holderOf(scope, row, agents);
      const units = unitsOf(holder, facts);
      const change = followClaim({
        work: workStateOf(row),
        claim,
        queueId: queue.id,
        priorityRank: rankOf(facts.priority),
        unitsOf: units,
        waitingShare: holder?.capacity.waitingShare ?? 0,
        keepOwner: owner !== null && owner === row.agent_id,
        hasRoom:
          holder !== undefined &&
          claim.kind === 'active' &&
          lackOf(holder, claim.channelClass, units[claim.channelClass] - row.units) === null,
        now: clock.now(),
      });
      if (change === null) return;
      if (change.withdrawOffer) await withdraw(scope, row, actor);
      await save(scope, row, change.work);
      for (const line of change.lines) {
        const data = { ...line.data, queue: queue.name };
        await tell(scope, { ticketId, type: line.type, actor, data });
      }
    },

    /**
     * Puts a ticket into a queue whatever the conditions of queues say, until somebody gives it to a group.
     * Whoever has it gives it back; work that is in the queue already stays with its agent.
     */
    async putInto(scope: Scope, move: MoveOptions & { queueId: string }): Promise<void> {
      const { ticketId, queueId, actor } = move;
      const before = await findWorkOfTicket(scope, ticketId);
      if (!before || !(await pinQueue(scope, ticketId, queueId))) throw notFound('queue');
      if (before.queue_id === queueId) return;
      await this.follow(scope, ticketId, actor);
      const assigned = (await findWorkOfTicket(scope, ticketId))?.state === 'assigned';
      if (assigned) await this.giveBack(scope, ticketId, actor, move.why);
      else await tellMoved(scope, before.queue_id, move);
    },

    /** Keeps a ticket in another queue, or lets the conditions of queues decide again; whoever has it keeps it. */
    async repin(scope: Scope, move: MoveOptions & { queueId: string | null }): Promise<void> {
      const { ticketId, queueId, actor } = move;
      const before = await findWorkOfTicket(scope, ticketId);
      if (!before || !(await pinQueue(scope, ticketId, queueId))) throw notFound('queue');
      await this.follow(scope, ticketId, actor);
      await tellMoved(scope, before.queue_id, move);
    },

    /**
     * The customer of a quiet chat is back. Whoever has it takes up its units again, beyond their room if
     * need be; where they are not there, the chat goes back to its queue and they are tried first. Returns
     * by how many units its agent is over now.
     */
    async wake(scope: Scope, ticketId: string, actor: Actor): Promise<{ overBy: number }> {
      const holder = (await findWorkOfTicket(scope, ticketId))?.agent_id ?? null;
      const [load] = holder === null ? [] : await lockedLoads(scope, [holder]);
      const row = await lockWork(scope, ticketId);
      if (row?.state === 'assigned' && load && row.agent_id === load.id) {
        if (await isAbsent(scope, load)) await giveBackAbsent(scope, row);
      }
      await this.follow(scope, ticketId, actor);
      const [after] = load ? await readLoads(scope, [load.id]) : [];
      return { overBy: after && row?.agent_id === after.id ? overBy(after) : 0 };
    },

    /**
     * Gives work to a named agent under the capacity rules. Throws `capacity_exceeded`, and
     * `agent_unavailable` when somebody hands it over to a colleague who takes nothing by name.
     */
    async give(scope: Scope, options: GiveOptions): Promise<void> {
      const { ticketId, actor: by } = options;
      if (by.kind === 'agent' && by.id !== null && (await onTaken(scope, ticketId, by.id)))
        await this.follow(scope, ticketId, by);
      const [agent] = await lockedLoads(scope, [options.agentId]);
      if (!agent) throw notFound('agent');
      const row = await lockWork(scope, options.ticketId);
      if (!row) throw notFound('ticket');
      if (row.state === 'assigned' && row.agent_id === agent.id) return;
      const bySelf = options.actor.id === agent.id;
      const handedOver = options.actor.kind === 'agent' && !bySelf && !options.override;
      if (handedOver && !acceptsHandOver(agent, row.channel_class)) {
        const status = agent.custom?.name ?? agent.status;
        throw new AppError('agent_unavailable', `${agent.name} takes nothing now (${status}).`);
      }
      const facts = await factsOf(scope, options.ticketId);
      const given = giveTo(workStateOf(row), agent, {
        override: options.override,
        units: unitsOf(agent, facts)[row.channel_class],
        begun: bySelf,
        now: clock.now(),
      });
      if (!given.allowed) throw new AppError('capacity_exceeded', given.reason);
      await withdraw(scope, row, options.actor);
      await save(scope, row, given.work);
      if (given.work.state === 'assigned') {
        await markServed(scope, agent.id, given.work.channelClass, clock.now());
      }
      const data = {
        agent: agent.name,
        ...(given.over && { why: 'beyond capacity, by override' }),
        ...(options.why !== undefined && { why: options.why }),
      };
      const type = bySelf ? 'work.taken' : 'work.assigned';
      await tell(scope, { ticketId: options.ticketId, type, actor: options.actor, data });
    },

    /**
     * Somebody answers: the assistant leaves it; work that waits for anybody is theirs if they have room for it,
     * and whoever has it already has begun.
     */
    async takeIfFree(scope: Scope, ticketId: string, agentId: string): Promise<void> {
      if (await onTaken(scope, ticketId, agentId))
        await this.follow(scope, ticketId, { kind: 'agent', id: agentId });
      const [agent] = await lockedLoads(scope, [agentId]);
      const row = await lockWork(scope, ticketId);
      if (row?.state === 'assigned') return markBegun(scope, { ticketId, agentId }, clock.now());
      if (!agent || row?.state !== 'waiting') return;
      const given = giveTo(workStateOf(row), agent, {
        override: false,
        units: unitsOf(agent, await factsOf(scope, ticketId))[row.channel_class],
        begun: true,
        now: clock.now(),
      });
      if (!given.allowed) return;
      await save(scope, row, given.work);
      await markServed(scope, agent.id, row.channel_class, clock.now());
      await tell(scope, { ticketId, type: 'work.taken', actor: { kind: 'agent', id: agentId } });
    },

    /** Whoever has the work of a ticket looks at it or writes in it: from now on it is begun. */
    begin: (scope: Scope, by: Parameters<typeof markBegun>[1]): Promise<void> =>
      markBegun(scope, by, clock.now()),

    /** Puts work back into its queue; the one who gave it back is not preferred. */
    async giveBack(scope: Scope, ticketId: string, actor: Actor, why?: string): Promise<void> {
      const row = await lockWork(scope, ticketId);
      if (!row) throw notFound('ticket');
      const next = returnToQueue(workStateOf(row));
      if (next === null) return;
      await withdraw(scope, row, actor);
      await save(scope, row, next);
      const data = { queue: row.queue_name, ...(why !== undefined && { why }) };
      await tell(scope, { ticketId, type: 'work.returned', actor, data });
    },
  };

  async function tellMoved(scope: Scope, from: string, move: MoveOptions): Promise<void> {
    const { ticketId, actor, why } = move;
    const after = await findWorkOfTicket(scope, ticketId);
    if (!after || after.queue_id === from) return;
    const data = { queue: after.queue_name, ...(why !== undefined && { why }) };
    await tell(scope, { ticketId, type: 'work.moved', actor, data });
  }

  async function isAbsent(scope: Scope, load: AgentLoad): Promise<boolean> {
    const timeoutMs = (await settingsOf(scope)).presence.heartbeatTimeoutSeconds * 1_000;
    return load.status === 'offline' || !isConnected(load.heartbeatAt, clock.now(), timeoutMs);
  }

  async function giveBackAbsent(scope: Scope, row: WorkItem): Promise<void> {
    const next = returnFromAbsent(workStateOf(row));
    if (next === null) return;
    await save(scope, row, next);
    await tell(scope, {
      ticketId: row.ticket_id,
      type: 'work.returned',
      actor: systemActor,
      data: { queue: row.queue_name, why: 'the customer is back and the agent is not there' },
    });
  }

  async function claimFor(scope: Scope, facts: RoutingFacts): Promise<Claim> {
    return claimOf({
      status: facts.status,
      session: facts.session_state,
      routingChannel: facts.routing_channel,
      followedUp: facts.followed_up,
      assistantActs: facts.assistant_until !== null,
      countInactive:
        facts.session_state === 'inactive' && (await settingsOf(scope)).sessions.countInactive,
    });
  }

  async function lockedLoads(scope: Scope, agentIds: string[]): Promise<AgentLoad[]> {
    const locked = await lockAgents(scope, agentIds);
    return locked.length === 0 ? [] : readLoads(scope, locked);
  }

  async function holderOf(scope: Scope, row: WorkItem, known: AgentLoad[]) {
    const holder = row.agent_id;
    if (holder === null) return undefined;
    return known.find((agent) => agent.id === holder) ?? (await readLoads(scope, [holder]))[0];
  }
}

/** Units of each class for whoever holds the work: their own rule decides. */
function unitsOf(holder: AgentLoad | undefined, facts: RoutingFacts) {
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

function workChanged(workItemId: string, ticketId: string, kept: boolean): DomainEvent {
  return { type: 'work.changed', workItemId, ticketId, ...(kept && { kept }) };
}

async function factsOf(scope: Scope, ticketId: string): Promise<RoutingFacts> {
  const facts = await findRoutingFacts(scope, ticketId);
  if (!facts) throw notFound('ticket');
  return facts;
}

function entryOf(claim: Claim): Pick<Work, 'channelClass' | 'state' | 'heldReason'> {
  if (claim.kind === 'active') {
    return { channelClass: claim.channelClass, state: 'waiting', heldReason: null };
  }
  return claim.kind === 'held'
    ? { channelClass: 'email', state: 'held', heldReason: claim.reason }
    : { channelClass: 'email', state: 'done', heldReason: null };
}
