import type { Ticket, TicketSummary } from '../../../contracts/tickets.ts';
import { explainHeld, waitingInLine } from '../routing/index.ts';
import type { SummaryRow } from './summaries.store.ts';

/** A row as the inbox shows it. */
export function summaryOf(row: SummaryRow): TicketSummary {
  const unsolved = row.status !== 'solved' && row.status !== 'closed';
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    channel: row.channel,
    routingChannel: row.routing_channel,
    customer: { id: row.customer_id, name: row.customer_name, email: row.customer_email },
    assignee: named(row.agent_id, row.agent_name),
    group: named(row.group_id, row.group_name),
    category: row.category,
    tags: row.tags,
    queue: named(row.queue_id, row.queue_name),
    workState: row.work_state === 'done' ? 'none' : (row.work_state ?? 'none'),
    sessionState: row.session_state,
    lastMessage:
      row.last_message_at === null
        ? null
        : {
            authorKind: row.last_author_kind ?? 'system',
            preview: row.last_preview ?? '',
            at: row.last_message_at.toISOString(),
          },
    awaitingReply: unsolved && row.awaiting_since !== null,
    sla: slaOf(row),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

function slaOf({ sla_metric: metric, sla_state: state, sla_due_at: dueAt }: SummaryRow) {
  if (metric === null || state === null) return null;
  return { metric, state, dueAt: dueAt?.toISOString() ?? null };
}

/** Why the work waits or is held, in a sentence; null when somebody has it or nothing is left. */
export function waitingReasonOf(row: SummaryRow): Ticket['waitingReason'] {
  if (row.work_state === 'held' && row.held_reason !== null) return explainHeld(row.held_reason);
  if (row.work_state === 'offered') return 'Is being offered to an agent.';
  if (row.work_state === 'waiting') return row.waiting_reason ?? waitingInLine;
  return null;
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name };
}
