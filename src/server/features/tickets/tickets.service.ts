import type { Actor } from '../../../contracts/common.ts';
import type {
  Draft,
  Message,
  PostMessage,
  TimelineEntry,
} from '../../../contracts/conversations.ts';
import type {
  ChangeTicket,
  Ticket,
  TicketSummary,
  View,
  ViewCounts,
} from '../../../contracts/tickets.ts';
import {
  bulkBound,
  type CountTicketsQuery,
  type ListTicketsQuery,
} from '../../../contracts/views.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { createSharedRuns } from '../../platform/shared-runs.ts';
import type { WorkService } from '../routing/index.ts';
import type { TicketChanger } from './change.ts';
import { createTicketReader, type TicketReaderDeps } from './read.ts';
import type { TicketReplier } from './reply.ts';
import { readCursor, writeCursor } from './cursor.rules.ts';
import { filterOf } from './list.rules.ts';
import {
  countMatching,
  countMine,
  countQueues,
  countSolved,
  countViews,
  listSummaries,
} from './summaries.store.ts';
import { summaryOf } from './tickets.view.ts';
import { deleteDraft, findDraft, saveDraft } from './timeline.store.ts';
import { lockTicket } from './lock.ts';
import { findConversationOfTicket, isErased } from './tickets.store.ts';

/** The person who acts and what they may do beyond the ordinary. */
export interface TicketActor {
  readonly memberId: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly mayOverride: boolean;
}

export interface TicketServiceDeps extends Core, TicketReaderDeps {
  readonly work: WorkService;
  readonly change: TicketChanger;
  readonly reply: TicketReplier;
}

export type TicketService = ReturnType<typeof createTicketService>;

/** What everybody's lists hold. */
interface Counts {
  readonly counts: Awaited<ReturnType<typeof countViews>>;
  readonly solved: number;
  readonly queues: Awaited<ReturnType<typeof countQueues>>;
}

/** Tickets as agents work on them. */
export function createTicketService(deps: TicketServiceDeps) {
  const { database, clock } = deps;
  const reader = createTicketReader(deps);
  const shareCounts = createSharedRuns<Counts>();
  const inWorkspace = <Result>(actor: TicketActor, work: (scope: Scope) => Promise<Result>) =>
    database.inWorkspace(actor.workspaceId, work);

  return {
    get: (actor: TicketActor, id: string): Promise<Ticket> =>
      inWorkspace(actor, (scope) => reader.ticket(scope, id)),

    timeline: (actor: TicketActor, id: string): Promise<TimelineEntry[]> =>
      inWorkspace(actor, (scope) => reader.timeline(scope, id)),

    async list(
      actor: TicketActor,
      query: ListTicketsQuery,
    ): Promise<{ items: TicketSummary[]; nextCursor: string | null }> {
      const { limit } = query;
      const sort = { by: query.sort, direction: query.direction };
      const cursor = readCursor(sort, query.cursor);
      const viewer = { memberId: actor.memberId, now: clock.now() };
      const rows = await inWorkspace(actor, (scope) =>
        listSummaries(scope, { filter: filterOf(query), sort, viewer, cursor, limit }),
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(summaryOf),
        nextCursor:
          rows.length > limit && last
            ? writeCursor(sort, { value: last.cursor_value, id: last.id })
            : null,
      };
    },

    /** How many tickets a list would show; counting stops one beyond what a bulk may touch. */
    async count(actor: TicketActor, query: CountTicketsQuery): Promise<number> {
      const viewer = { memberId: actor.memberId, now: clock.now() };
      const { count } = await inWorkspace(actor, (scope) =>
        countMatching(scope, { filter: filterOf(query), viewer, bound: bulkBound + 1 }),
      );
      return count;
    },

    /** What is everybody's is counted once for all who ask at the same time: each change has every desk ask. */
    async views(actor: TicketActor): Promise<ViewCounts> {
      const { counts, solved, queues } = await shareCounts(actor.workspaceId, () =>
        inWorkspace(actor, async (scope) => ({
          counts: await countViews(scope, clock.now()),
          solved: await countSolved(scope),
          queues: await countQueues(scope),
        })),
      );
      const mine = await inWorkspace(actor, (scope) => countMine(scope, actor.memberId));
      return {
        views: viewsOf({ ...counts, ...mine }, solved),
        queues: queues.map((queue) => ({
          id: queue.id,
          name: queue.name,
          waiting: queue.waiting,
          oldestAt: queue.oldest_at?.toISOString() ?? null,
        })),
      };
    },

    async change(actor: TicketActor, id: string, change: ChangeTicket): Promise<Ticket> {
      return inWorkspace(actor, async (scope) => {
        await deps.change(scope, id, change, agentActor(actor));
        return reader.ticket(scope, id);
      });
    },

    /** Gives the ticket to an agent, or back to its queue. Throws `capacity_exceeded` without override. */
    async assign(
      actor: TicketActor,
      id: string,
      to: { agentId: string | null; override: boolean; why?: string | undefined },
    ): Promise<Ticket> {
      if (to.override && !actor.mayOverride) {
        throw new AppError(
          'permission_denied',
          'This needs the permission ticket:override_capacity.',
        );
      }
      return inWorkspace(actor, async (scope) => {
        if (!(await lockTicket(scope, id))) throw notFound('ticket');
        if (to.agentId === null) await deps.work.giveBack(scope, id, agentActor(actor));
        else
          await deps.work.give(scope, {
            ticketId: id,
            agentId: to.agentId,
            actor: agentActor(actor),
            override: to.override,
            ...(to.why !== undefined && { why: to.why }),
          });
        await deps.reply.markTaken(scope, id);
        return reader.ticket(scope, id);
      });
    },

    /** Lets the conditions of queues decide again about a ticket that was kept in one. */
    async unpin(actor: TicketActor, id: string): Promise<Ticket> {
      return inWorkspace(actor, async (scope) => {
        if (!(await lockTicket(scope, id))) throw notFound('ticket');
        await deps.work.repin(scope, { ticketId: id, queueId: null, actor: agentActor(actor) });
        return reader.ticket(scope, id);
      });
    },

    /** Sends what the agent wrote, on the channel they chose. */
    async reply(actor: TicketActor, id: string, message: PostMessage): Promise<Message> {
      return inWorkspace(actor, async (scope) => {
        const written = await deps.reply.send(scope, id, message, actor);
        return reader.message(scope, written.conversationId, written.messageId);
      });
    },

    async draft(actor: TicketActor, id: string): Promise<Draft | null> {
      return inWorkspace(actor, async (scope) => {
        await assertTicket(scope, id);
        const row = await findDraft(scope, id, actor.memberId);
        return row ? { channel: row.channel, text: row.body, html: row.html } : null;
      });
    },

    /** Keeps what somebody is writing; nothing written removes it. */
    async saveDraft(actor: TicketActor, id: string, draft: Draft): Promise<void> {
      await inWorkspace(actor, async (scope) => {
        await assertTicket(scope, id);
        await assertWritable(scope, id);
        scope.record({ type: 'draft.changed', ticketId: id, memberId: actor.memberId });
        if (draft.text.trim() === '') {
          await deleteDraft(scope, id, actor.memberId);
          return;
        }
        await deps.work.begin(scope, { ticketId: id, agentId: actor.memberId });
        return saveDraft(scope, {
          ticketId: id,
          memberId: actor.memberId,
          channel: draft.channel,
          body: draft.text,
          html: draft.html,
          at: clock.now(),
        });
      });
    },
  };
}

async function assertTicket(scope: Scope, id: string): Promise<void> {
  if ((await findConversationOfTicket(scope, id)) === undefined) throw notFound('ticket');
}

/** The actor of what an agent does. */
export function agentActor(actor: Pick<TicketActor, 'memberId'>): Actor {
  return { kind: 'agent', id: actor.memberId };
}

const countedViews = ['mine', 'unassigned', 'follow_ups', 'live', 'all_open', 'pending'] as const;

function viewsOf(
  counts: Record<string, number | Date | null>,
  solved: number,
): ViewCounts['views'] {
  const views: ViewCounts['views'] = countedViews.map((view: View) => {
    const oldest = counts[`${view}_oldest`];
    return {
      view,
      count: Number(counts[view] ?? 0),
      oldestAt: oldest instanceof Date ? oldest.toISOString() : null,
    };
  });
  return [...views, { view: 'solved', count: solved, oldestAt: null }];
}

/** Nothing is kept for a customer who was deleted, not even a draft. */
async function assertWritable(scope: Scope, id: string): Promise<void> {
  if (!(await isErased(scope, id))) return;
  throw new AppError('customer_deleted', 'Nothing can be added to what was theirs.');
}
