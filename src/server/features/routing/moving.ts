import type { Actor } from '../../../contracts/common.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Following } from './following.ts';
import type { Giving } from './giving.ts';
import type { WorkKeeper } from './work-keeper.ts';
import { findWorkOfTicket, pinQueue } from './work.store.ts';

/** Who moves a ticket into a queue, and what the history says about it. */
export interface MoveOptions {
  readonly ticketId: string;
  readonly actor: Actor;
  readonly why?: string;
}

export interface MovingDeps {
  readonly follow: Following['follow'];
  readonly giveBack: Giving['giveBack'];
  readonly keeper: Pick<WorkKeeper, 'tell'>;
}

/** Tickets are put into a queue by hand or by a rule, whatever the conditions of queues say. */
export function createMoving({ follow, giveBack, keeper }: MovingDeps) {
  return {
    /**
     * Puts a ticket into a queue whatever the conditions of queues say, until somebody gives it to a group.
     * Whoever has it gives it back; work that is in the queue already stays with its agent.
     */
    async putInto(scope: Scope, move: MoveOptions & { queueId: string }): Promise<void> {
      const { ticketId, queueId, actor } = move;
      const before = await findWorkOfTicket(scope, ticketId);
      if (!before || !(await pinQueue(scope, ticketId, queueId))) throw notFound('queue');
      if (before.queue_id === queueId) return;
      await follow(scope, ticketId, actor);
      const assigned = (await findWorkOfTicket(scope, ticketId))?.state === 'assigned';
      if (assigned) await giveBack(scope, ticketId, actor, move.why);
      else await tellMoved(scope, before.queue_id, move);
    },

    /** Keeps a ticket in another queue, or lets the conditions of queues decide again; whoever has it keeps it. */
    async repin(scope: Scope, move: MoveOptions & { queueId: string | null }): Promise<void> {
      const { ticketId, queueId, actor } = move;
      const before = await findWorkOfTicket(scope, ticketId);
      if (!before || !(await pinQueue(scope, ticketId, queueId))) throw notFound('queue');
      await follow(scope, ticketId, actor);
      await tellMoved(scope, before.queue_id, move);
    },
  };

  async function tellMoved(scope: Scope, from: string, move: MoveOptions): Promise<void> {
    const { ticketId, actor, why } = move;
    const after = await findWorkOfTicket(scope, ticketId);
    if (!after || after.queue_id === from) return;
    const data = { queue: after.queue_name, ...(why !== undefined && { why }) };
    await keeper.tell(scope, { ticketId, type: 'work.moved', actor, data });
  }
}
