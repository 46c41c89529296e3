import type { Actor } from '../../../contracts/common.ts';
import { bulkBound, type Bulk, type BulkAct, type StartBulk } from '../../../contracts/views.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { listIds, lockTicket } from '../tickets/index.ts';
import { createBulkActs, type ActDeps } from './bulk.acts.ts';
import { changedSince, difference } from './bulk.rules.ts';
import {
  countItems,
  findBulk,
  insertBulk,
  listBeyond,
  listExceptions,
  listItems,
  lockItem,
  markUndone,
  readSnapshot,
  saveItem,
  sumBeyond,
  type BulkRow,
  type ItemOutcome,
} from './bulk.store.ts';

/** Who starts or undoes a bulk, whether those of others are theirs to undo, and whether they may go beyond capacity. */
export interface BulkActor {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly mayUndoOthers: boolean;
  readonly mayOverride: boolean;
}

export interface BulkDeps extends Core, ActDeps {}

export type BulkService = ReturnType<typeof createBulkService>;

/** So many tickets are changed before the answer; the rest by a job. A ticket takes about five milliseconds. */
const atOnce = 50;

/**
 * Changes of many tickets. Each ticket is a transaction of its own that goes the way of a single change and
 * keeps what it replaced, so that a bulk can be cut short, run twice and undone.
 */
export function createBulkService(deps: BulkDeps) {
  const { database, clock, ids } = deps;
  const acts = createBulkActs(deps);

  return {
    async start(actor: BulkActor, { selection, act }: StartBulk): Promise<Bulk> {
      if (act.kind === 'assign' && act.override && !actor.mayOverride) {
        throw new AppError(
          'permission_denied',
          'This needs the permission ticket:override_capacity.',
        );
      }
      const id = ids.next();
      await database.inWorkspace(actor.workspaceId, async (scope) => {
        const { memberId } = actor;
        const ticketIds = await chosen(scope, memberId, selection);
        const stored = await insertBulk(scope, { id, memberId, act, ticketIds, at: clock.now() });
        if (stored === 0) throw new AppError('request_invalid', 'There is no ticket to change.');
        if (stored > atOnce) scope.record({ type: 'bulk.started', bulkId: id });
      });
      await run(actor.workspaceId, id, { most: atOnce });
      return read(actor, id);
    },

    get: (actor: BulkActor, id: string): Promise<Bulk> => read(actor, id),

    /** Puts back what the bulk replaced. What it has not reached yet stays as it is. */
    async undo(actor: BulkActor, id: string): Promise<Bulk> {
      await database.inWorkspace(actor.workspaceId, async (scope) => {
        const bulk = await getBulk(scope, id);
        if (bulk.member_id !== actor.memberId && !actor.mayUndoOthers) {
          throw new AppError('permission_denied', 'Only its author and supervisors undo a bulk.');
        }
        if (bulk.undone_by !== null) return;
        await markUndone(scope, id, actor.memberId);
        const counts = await countItems(scope, id);
        const done = counts.find((one) => one.state === 'done')?.count ?? 0;
        if (done > atOnce) scope.record({ type: 'bulk.started', bulkId: id });
      });
      await run(actor.workspaceId, id, { most: atOnce });
      return read(actor, id);
    },

    /** Does what is left of a bulk, or of its undoing. */
    run: (workspaceId: string, id: string): Promise<void> =>
      run(workspaceId, id, { most: Infinity }),
  };

  async function chosen(
    scope: Scope,
    memberId: string,
    selection: StartBulk['selection'],
  ): Promise<string[]> {
    switch (selection.kind) {
      case 'tickets':
        return [...new Set(selection.ids)];
      case 'beyond':
        return listBeyond(scope, selection.bulkId);
      case 'filter':
        return listIds(scope, {
          filter: selection.filter,
          sort: selection.sort,
          viewer: { memberId, now: clock.now() },
          limit: Math.min(selection.confirmed, bulkBound),
        });
    }
  }

  async function run(workspaceId: string, id: string, { most }: { most: number }): Promise<void> {
    for (let left = most; left > 0; left -= atOnce) {
      const next = await database.inWorkspace(workspaceId, async (scope) => {
        const bulk = await findBulk(scope, id);
        if (!bulk) return null;
        const state = bulk.undone_by === null ? 'pending' : 'done';
        return { bulk, tickets: await listItems(scope, { bulkId: id, state, limit: atOnce }) };
      });
      if (!next || next.tickets.length === 0) return;
      for (const ticketId of next.tickets) await runOne(workspaceId, next.bulk, ticketId);
    }
  }

  async function runOne(workspaceId: string, bulk: BulkRow, ticketId: string): Promise<void> {
    const place = { bulkId: bulk.id, ticketId };
    try {
      await database.inWorkspace(workspaceId, async (scope) => {
        const undoing = bulk.undone_by !== null;
        await lockTicket(scope, ticketId);
        const item = await lockItem(scope, { ...place, state: undoing ? 'done' : 'pending' });
        if (!item) return;
        const outcome = undoing
          ? await undoOne(scope, ticketId, { ...item, memberId: bulk.undone_by ?? bulk.member_id })
          : await applyOne(scope, ticketId, bulk);
        await saveItem(scope, place, outcome);
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // The ticket's own transaction is gone; why is written in another.
      await database.inWorkspace(workspaceId, (scope) =>
        saveItem(scope, place, {
          state: bulk.undone_by === null ? 'skipped' : 'kept',
          reason: error.message,
          code: error.code,
        }),
      );
    }
  }

  async function applyOne(scope: Scope, ticketId: string, bulk: BulkRow): Promise<ItemOutcome> {
    const before = await readSnapshot(scope, ticketId);
    if (!before) return { state: 'skipped', reason: 'It is no longer there.' };
    const actor: Actor = { kind: 'agent', id: bulk.member_id };
    await acts.apply(scope, bulk.act, { id: ticketId, actor, now: before });
    const after = await readSnapshot(scope, ticketId);
    const replaced = after ? difference(before, after) : null;
    return replaced ? { state: 'done', ...replaced } : { state: 'unchanged' };
  }

  async function undoOne(
    scope: Scope,
    ticketId: string,
    item: {
      before: ItemOutcome['before'] | null;
      after: ItemOutcome['after'] | null;
      memberId: string;
    },
  ): Promise<ItemOutcome> {
    const now = await readSnapshot(scope, ticketId);
    if (!now || !item.before || !item.after)
      return { state: 'kept', reason: 'It is no longer there.' };
    const changed = changedSince(item.after, now);
    if (changed.length > 0) {
      return {
        state: 'kept',
        reason: `Changed since: ${changed.map((one) => words[one]).join(', ')}.`,
      };
    }
    const actor: Actor = { kind: 'agent', id: item.memberId };
    await acts.putBack(scope, { id: ticketId, actor, now }, item.before);
    return { state: 'undone' };
  }

  async function read(actor: BulkActor, id: string): Promise<Bulk> {
    return database.inWorkspace(actor.workspaceId, async (scope) => {
      const bulk = await getBulk(scope, id);
      const counts = await countItems(scope, id);
      const exceptions = await listExceptions(scope, id);
      return bulkOf(bulk, { rows: counts, exceptions, beyond: await sumBeyond(scope, id) });
    });
  }
}

const words = {
  status: 'status',
  priority: 'priority',
  category: 'category',
  groupId: 'group',
  tags: 'tags',
  agentId: 'agent',
  pinnedQueueId: 'queue',
} as const;

async function getBulk(scope: Scope, id: string): Promise<BulkRow> {
  const bulk = await findBulk(scope, id);
  if (!bulk) throw notFound('bulk');
  return bulk;
}

function bulkOf(
  bulk: BulkRow,
  {
    rows,
    exceptions,
    beyond,
  }: {
    rows: Awaited<ReturnType<typeof countItems>>;
    exceptions: Awaited<ReturnType<typeof listExceptions>>;
    beyond: Bulk['beyond'];
  },
): Bulk {
  const counts = { pending: 0, done: 0, unchanged: 0, skipped: 0, undone: 0, kept: 0 };
  for (const row of rows) counts[row.state] = row.count;
  const undoing = bulk.undone_by !== null;
  const left = undoing ? counts.done : counts.pending;
  return {
    id: bulk.id,
    act: bulk.act satisfies BulkAct,
    state: undoing ? (left > 0 ? 'undoing' : 'undone') : left > 0 ? 'running' : 'done',
    total: rows.reduce((sum, row) => sum + row.count, 0),
    counts,
    exceptions: exceptions.map((one) => ({
      ticketId: one.ticket_id,
      number: one.number,
      subject: one.subject,
      state: one.state,
      reason: one.reason,
      code: one.code,
    })),
    beyond,
    member: { id: bulk.member_id, name: bulk.member_name, role: bulk.member_role },
    createdAt: bulk.created_at.toISOString(),
  };
}
