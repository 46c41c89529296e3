import { systemActor, type Actor } from '../../../contracts/common.ts';
import type { RoutingChannel } from '../../../contracts/sessions.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { lackOf, overBy } from './capacity.rules.ts';
import { readLoads, type AgentLoad } from './capacity.store.ts';
import { isConnected } from './presence.rules.ts';
import { matchQueue } from './queues.rules.ts';
import { listQueues } from './queues.store.ts';
import { followClaim, returnFromAbsent, type Work } from './transitions.rules.ts';
import { factsOf, lockedLoads, unitsOf, workChanged, type WorkKeeper } from './work-keeper.ts';
import { claimOf, matchable, rankOf, type Claim } from './work.rules.ts';
import {
  findWorkOfTicket,
  insertWork,
  lockWork,
  workStateOf,
  type RoutingFacts,
  type WorkItem,
} from './work.store.ts';

export interface FollowingDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
  readonly keeper: WorkKeeper;
}

export type Following = ReturnType<typeof createFollowing>;

/** Work enters with its ticket, and is what the ticket asks for from then on. */
export function createFollowing({ clock, ids, settingsOf, keeper }: FollowingDeps) {
  const { save, tell, withdraw } = keeper;

  /**
   * Makes the work item follow its ticket after status, priority, group, category, routing channel
   * or session changed. `keepOwner`: work that comes back stays with whoever caused it.
   */
  async function follow(
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
      // What is held is given to nobody: it is said when it comes to its queue.
      if (entry.state === 'waiting')
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

    follow,

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
      await follow(scope, ticketId, actor);
      const [after] = load ? await readLoads(scope, [load.id]) : [];
      return { overBy: after && row?.agent_id === after.id ? overBy(after) : 0 };
    },
  };

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
}

async function holderOf(scope: Scope, row: WorkItem, known: AgentLoad[]) {
  const holder = row.agent_id;
  if (holder === null) return undefined;
  return known.find((agent) => agent.id === holder) ?? (await readLoads(scope, [holder]))[0];
}

function entryOf(claim: Claim): Pick<Work, 'channelClass' | 'state' | 'heldReason'> {
  if (claim.kind === 'active') {
    return { channelClass: claim.channelClass, state: 'waiting', heldReason: null };
  }
  return claim.kind === 'held'
    ? { channelClass: 'email', state: 'held', heldReason: claim.reason }
    : { channelClass: 'email', state: 'done', heldReason: null };
}
