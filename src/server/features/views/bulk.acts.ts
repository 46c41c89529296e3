import type { Actor } from '../../../contracts/common.ts';
import type { BulkAct } from '../../../contracts/views.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import type { WorkService } from '../routing/index.ts';
import type { TicketChanger } from '../tickets/index.ts';
import { tagsWith, type Snapshot } from './bulk.rules.ts';

export interface ActDeps {
  readonly change: TicketChanger;
  readonly work: Pick<WorkService, 'give' | 'giveBack' | 'putInto' | 'repin'>;
  /** A ticket that somebody has is no longer new. */
  readonly markTaken: (scope: Scope, ticketId: string) => Promise<void>;
}

/** One ticket of a bulk: which, by whom, and what it is now. */
export interface BulkTicket {
  readonly id: string;
  readonly actor: Actor;
  readonly now: Snapshot;
}

const mostTags = 30;

interface HowAssigned {
  /** False where an undoing puts it back: nothing begins with that. */
  readonly taken?: boolean;
  readonly why?: string | undefined;
  readonly override?: boolean | undefined;
}

/** What bulks do to one ticket, by the ways every other change goes. Both throw `AppError` with the reason. */
export function createBulkActs({ change, work, markTaken }: ActDeps) {
  return { apply, putBack };

  async function apply(scope: Scope, act: BulkAct, ticket: BulkTicket): Promise<void> {
    switch (act.kind) {
      case 'status':
        return change(scope, ticket.id, { status: act.status }, ticket.actor);
      case 'priority':
        return change(scope, ticket.id, { priority: act.priority }, ticket.actor);
      case 'category':
        return change(scope, ticket.id, { category: act.category }, ticket.actor);
      case 'group':
        return change(scope, ticket.id, { groupId: act.groupId }, ticket.actor);
      case 'add_tags':
        return retag(scope, ticket, tagsWith(ticket.now.tags, { add: act.tags }));
      case 'remove_tags':
        return retag(scope, ticket, tagsWith(ticket.now.tags, { remove: act.tags }));
      case 'queue':
        return moveInto(scope, ticket, act);
      case 'assign':
        return assign(scope, ticket, act.agentId, act);
    }
  }

  /** Gives the ticket the values it had. */
  async function putBack(
    scope: Scope,
    { id, actor, now }: BulkTicket,
    before: Partial<Snapshot>,
  ): Promise<void> {
    const { status, priority, category, groupId, tags, agentId, pinnedQueueId } = before;
    const fields = {
      ...(priority !== undefined && { priority }),
      ...(category !== undefined && { category }),
      ...(groupId !== undefined && { groupId }),
      ...(tags !== undefined && { tags: [...tags] }),
      ...(status !== undefined && status !== 'closed' && { status }),
    };
    if (Object.keys(fields).length > 0) await change(scope, id, fields, actor);
    if (pinnedQueueId !== undefined) {
      await work.repin(scope, { ticketId: id, queueId: pinnedQueueId, actor });
      const waitedBefore = agentId === undefined && groupId === undefined;
      if (waitedBefore && !now.begun) await work.giveBack(scope, id, actor);
    }
    if (agentId !== undefined) await assign(scope, { id, actor, now }, agentId, { taken: false });
  }

  async function retag(scope: Scope, ticket: BulkTicket, tags: string[]): Promise<void> {
    if (tags.length > mostTags) {
      throw new AppError('request_invalid', `It would have more than ${mostTags} tags.`);
    }
    return change(scope, ticket.id, { tags }, ticket.actor);
  }

  async function moveInto(
    scope: Scope,
    { id: ticketId, actor, now }: BulkTicket,
    { queueId, why }: Extract<BulkAct, { kind: 'queue' }>,
  ): Promise<void> {
    assertUnsolved(now);
    await work.putInto(scope, { ticketId, queueId, actor, ...(why !== undefined && { why }) });
  }

  async function assign(
    scope: Scope,
    { id, actor, now }: BulkTicket,
    agentId: string | null,
    { taken = true, why, override = false }: HowAssigned = {},
  ): Promise<void> {
    if (agentId === null) return work.giveBack(scope, id, actor, why);
    if (taken) assertUnsolved(now);
    const because = why === undefined ? {} : { why };
    await work.give(scope, { ticketId: id, agentId, actor, override, ...because });
    if (taken) await markTaken(scope, id);
  }
}

function assertUnsolved({ status }: Snapshot): void {
  if (status === 'solved' || status === 'closed') {
    throw new AppError('request_invalid', 'It is solved: nobody has to work on it.');
  }
}
