import type { Actor } from '../../../contracts/common.ts';
import type { ChangeTicket, TicketStatus } from '../../../contracts/tickets.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { insertHistory, type HistoryLine } from '../history/index.ts';
import type { WorkService } from '../routing/index.ts';
import { lockTicket } from './lock.ts';
import {
  findGroupName,
  listTagNames,
  setTags,
  updateTicket,
  type TicketChanges,
  type TicketRow,
} from './tickets.store.ts';

/** What a change asks for; the version is only checked where a person read it first. */
export type Change = Omit<ChangeTicket, 'version' | 'status'> & {
  readonly version?: number;
  /** `new` only where a change is undone. */
  readonly status?: Exclude<TicketStatus, 'closed'> | undefined;
};

type ChangeDeps = Pick<Core, 'clock' | 'ids'> & {
  work: WorkService;
  /** A customer made a ticket active again; hears of it before it enters a queue. */
  onReturn: (scope: Scope, ticketId: string) => Promise<void>;
};

/**
 * Changes a ticket: fields, tags and the claim that follows from them, with a line of history for each.
 * Throws `ticket_version_conflict` when somebody was faster and `ticket_closed` when nothing may change.
 */
export function createTicketChanger({ clock, ids, work, onReturn }: ChangeDeps) {
  return async (scope: Scope, ticketId: string, change: Change, actor: Actor): Promise<void> => {
    const ticket = await lockTicket(scope, ticketId);
    if (!ticket) throw notFound('ticket');
    assertChangeable(ticket, change);
    const columns = columnsOf(ticket, change);
    const lines = await describe(scope, ticket, columns);
    const tags = await changeTags(scope, ticketId, change.tags);
    if (tags !== null) lines.push({ type: 'ticket.tags', data: tags });
    if (lines.length === 0) return;
    const at = clock.now();
    const version = await updateTicket(scope, ticketId, columns, at);
    await insertHistory(
      scope,
      lines.map((line): HistoryLine => ({ ...line, id: ids.next(), ticketId, actor, at })),
    );
    if (columns.status === 'open' && actor.kind === 'customer') await onReturn(scope, ticketId);
    await work.follow(scope, ticketId, actor, { keepOwner: true });
    scope.record({ type: 'ticket.changed', ticketId, version });
    if (columns.category !== undefined && actor.kind === 'agent')
      scope.record({ type: 'category.corrected', ticketId });
    if (columns.status === 'solved') scope.record({ type: 'ticket.solved', ticketId });
  };

  /** Replaces tags where they differ; tells what changed. */
  async function changeTags(scope: Scope, ticketId: string, wanted: readonly string[] | undefined) {
    if (wanted === undefined) return null;
    const names = [...new Set(wanted.map((name) => name.trim().toLowerCase()))].sort();
    const before = await listTagNames(scope, ticketId);
    if (before.join(',') === names.join(',')) return null;
    await setTags(
      scope,
      ticketId,
      names.map((name) => ({ id: ids.next(), name })),
    );
    return { from: before.join(', '), to: names.join(', ') };
  }
}

export type TicketChanger = ReturnType<typeof createTicketChanger>;

function assertChangeable(ticket: TicketRow, change: Change): void {
  if (ticket.status === 'closed')
    throw new AppError('ticket_closed', 'A closed ticket stays as it is.');
  if (change.version !== undefined && change.version !== ticket.version) {
    throw new AppError('ticket_version_conflict', 'Read it again and repeat your change.');
  }
}

/** The columns that really change. */
function columnsOf(ticket: TicketRow, change: Change): TicketChanges {
  const wanted: TicketChanges = {
    ...(change.subject !== undefined && { subject: change.subject }),
    ...(change.status !== undefined && { status: change.status }),
    ...(change.priority !== undefined && { priority: change.priority }),
    ...(change.category !== undefined && { category: change.category }),
    ...(change.groupId !== undefined && { group_id: change.groupId }),
    ...(change.routingChannel !== undefined && { routing_channel: change.routingChannel }),
  };
  const differing = Object.entries(wanted).filter(
    ([column, value]) => ticket[column as keyof TicketChanges] !== value,
  );
  return Object.fromEntries(differing) as TicketChanges;
}

const lineTypes: Record<keyof TicketChanges, string> = {
  subject: 'ticket.subject',
  status: 'ticket.status',
  priority: 'ticket.priority',
  category: 'ticket.category',
  group_id: 'ticket.group',
  routing_channel: 'ticket.routing_channel',
};

async function describe(scope: Scope, ticket: TicketRow, columns: TicketChanges) {
  const lines: { type: string; data: Record<string, unknown> }[] = [];
  for (const [column, to] of Object.entries(columns) as [keyof TicketChanges, string | null][]) {
    const shown = column === 'group_id' && to !== null ? await groupName(scope, to) : to;
    lines.push({ type: lineTypes[column], data: { from: ticket[column], to: shown } });
  }
  return lines;
}

async function groupName(scope: Scope, groupId: string): Promise<string> {
  const name = await findGroupName(scope, groupId);
  if (name !== undefined) return name;
  throw new AppError('request_invalid', 'There is no such group.', {
    fields: [{ path: 'groupId', message: 'names no group of this workspace' }],
  });
}
