import type { Actor } from '../../../contracts/common.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { Following } from './following.ts';
import { acceptsHandOver, statusName } from './presence.rules.ts';
import { giveTo, returnToQueue } from './transitions.rules.ts';
import { factsOf, lockedLoads, unitsOf, type WorkKeeper } from './work-keeper.ts';
import { lockWork, markBegun, markServed, workStateOf } from './work.store.ts';

export interface GiveOptions {
  readonly ticketId: string;
  readonly agentId: string;
  readonly actor: Actor;
  /** Go beyond capacity; the caller has checked that the actor may. */
  readonly override: boolean;
  /** Said in the history. */
  readonly why?: string;
}

export interface GivingDeps extends Pick<Core, 'clock'> {
  /** A person takes, gives or answers a ticket; whether the assistant kept it from the queues until now. */
  readonly onTaken: (scope: Scope, ticketId: string, memberId: string) => Promise<boolean>;
  readonly follow: Following['follow'];
  readonly keeper: WorkKeeper;
}

export type Giving = ReturnType<typeof createGiving>;

/** People give work, take it and give it back. */
export function createGiving({ clock, onTaken, follow, keeper }: GivingDeps) {
  const { save, tell, withdraw } = keeper;

  return {
    /**
     * Gives work to a named agent under the capacity rules. Throws `capacity_exceeded`, and
     * `agent_unavailable` when somebody hands it over to a colleague who takes nothing by name.
     */
    async give(scope: Scope, options: GiveOptions): Promise<void> {
      const { ticketId, actor: by } = options;
      if (by.kind === 'agent' && by.id !== null && (await onTaken(scope, ticketId, by.id)))
        await follow(scope, ticketId, by);
      const [agent] = await lockedLoads(scope, [options.agentId]);
      if (!agent) throw notFound('agent');
      const row = await lockWork(scope, options.ticketId);
      if (!row) throw notFound('ticket');
      if (row.state === 'assigned' && row.agent_id === agent.id) return;
      const bySelf = options.actor.id === agent.id;
      const handedOver = options.actor.kind === 'agent' && !bySelf;
      const unavailable = handedOver && !acceptsHandOver(agent, row.channel_class);
      if (unavailable && !options.override) {
        throw new AppError(
          'agent_unavailable',
          `${agent.name} is in the status ${statusName(agent)}, in which nothing like this is handed to them.`,
        );
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
        ...reasonOf({ over: given.over, unavailable, why: options.why }),
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
        await follow(scope, ticketId, { kind: 'agent', id: agentId });
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
}

/** What the history says about it: what it went beyond, and why. */
function reasonOf(facts: { over: boolean; unavailable: boolean; why: string | undefined }) {
  const { over, unavailable, why } = facts;
  const beyond = [over && 'beyond capacity', unavailable && 'against their status'].filter(Boolean);
  const said = [beyond.length > 0 && `${beyond.join(' and ')}, by override`, why].filter(Boolean);
  return said.length === 0 ? {} : { why: said.join(': ') };
}
