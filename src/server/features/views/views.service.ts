import {
  countBound,
  ticketFilterSchema,
  type SavedView,
  type SaveTicketView,
} from '../../../contracts/views.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { tellingViolations } from '../../platform/db/violations.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { countMatching } from '../tickets/index.ts';
import {
  deleteView,
  findView,
  listViews,
  orderViews,
  saveView,
  type ViewRow,
} from './views.store.ts';

/** The member who asks, and whether the shared views are theirs to write. */
export interface ViewActor {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly mayShare: boolean;
}

export type ViewService = ReturnType<typeof createViewService>;

const mostViews = 100;

/** Saved views: one's own and the shared ones. Names are unique on each list: `name_taken`. */
export function createViewService({ database, clock, ids }: Core) {
  return {
    async list(actor: ViewActor): Promise<SavedView[]> {
      return database.inWorkspace(actor.workspaceId, async (scope) => {
        const views: SavedView[] = [];
        for (const row of await listViews(scope, actor.memberId)) {
          views.push(await viewOf(scope, actor, row));
        }
        return views;
      });
    },

    async create(actor: ViewActor, view: SaveTicketView): Promise<SavedView> {
      return write(actor, view, async (scope) => {
        if ((await listViews(scope, actor.memberId)).length >= mostViews) {
          throw new AppError('request_invalid', `There are ${mostViews} views already.`);
        }
        return ids.next();
      });
    },

    async change(actor: ViewActor, id: string, view: SaveTicketView): Promise<SavedView> {
      return write(actor, view, async (scope) => {
        await getWritable(scope, actor, id);
        return id;
      });
    },

    async remove(actor: ViewActor, id: string): Promise<void> {
      await database.inWorkspace(actor.workspaceId, async (scope) => {
        await getWritable(scope, actor, id);
        await deleteView(scope, id);
      });
    },

    /** Puts views into an order; of the ids only those count that the member may write. */
    async order(actor: ViewActor, wanted: readonly string[]): Promise<void> {
      await database.inWorkspace(actor.workspaceId, async (scope) => {
        const views = await listViews(scope, actor.memberId);
        const mine = new Set(views.filter((row) => isWritable(actor, row)).map((row) => row.id));
        await orderViews(
          scope,
          wanted.filter((id) => mine.has(id)),
        );
      });
    },
  };

  async function write(
    actor: ViewActor,
    view: SaveTicketView,
    idFor: (scope: Scope) => Promise<string>,
  ): Promise<SavedView> {
    if (view.shared && !actor.mayShare) {
      throw new AppError('permission_denied', 'This needs the permission view:write_shared.');
    }
    return tellingViolations({ what: 'view', name: view.name }, () =>
      database.inWorkspace(actor.workspaceId, async (scope) => {
        const id = await idFor(scope);
        await saveView(scope, { id, memberId: actor.memberId, view, at: clock.now() });
        const row = await findView(scope, id, actor.memberId);
        if (!row) throw notFound('view');
        return viewOf(scope, actor, row);
      }),
    );
  }

  async function viewOf(scope: Scope, actor: ViewActor, row: ViewRow): Promise<SavedView> {
    // A filter of an earlier release may name what is gone; then it shows everything rather than nothing.
    const read = ticketFilterSchema.safeParse(row.filter);
    const filter = read.success ? read.data : {};
    const { count, oldestAt } = await countMatching(scope, {
      filter,
      viewer: { memberId: actor.memberId, now: clock.now() },
      bound: countBound,
    });
    return {
      id: row.id,
      name: row.name,
      filter,
      sort: row.sort,
      columns: row.columns,
      layout: row.layout,
      shared: row.member_id === null,
      editable: isWritable(actor, row),
      count,
      oldestAt: oldestAt?.toISOString() ?? null,
    };
  }
}

async function getWritable(scope: Scope, actor: ViewActor, id: string): Promise<void> {
  const row = await findView(scope, id, actor.memberId);
  if (!row) throw notFound('view');
  if (!isWritable(actor, row)) {
    throw new AppError('permission_denied', 'This needs the permission view:write_shared.');
  }
}

function isWritable(actor: ViewActor, row: Pick<ViewRow, 'member_id'>): boolean {
  return row.member_id === null ? actor.mayShare : row.member_id === actor.memberId;
}
