import type { Message, TimelineEntry } from '../../../contracts/conversations.ts';
import type { Ticket, TicketEvent } from '../../../contracts/tickets.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import {
  listAttachments,
  type AttachmentRow,
  type AttachmentView,
} from '../conversations/index.ts';
import { customerViewOf, findCustomer } from '../customers/index.ts';
import { doerOf, listHistory, sentenceOf } from '../history/index.ts';
import { readOverBy } from '../routing/index.ts';
import { sessionViewOf, findSession } from '../sessions/index.ts';
import { composerFor } from './composer.rules.ts';
import { findSummary, listLinked } from './summaries.store.ts';
import { findTicketExtras } from './tickets.store.ts';
import { summaryOf, waitingReasonOf } from './tickets.view.ts';
import { listMessages, type TimelineRow } from './timeline.store.ts';

export interface TicketReaderDeps {
  readonly attachmentView: AttachmentView;
  readonly assistantNameOf: (scope: Scope) => Promise<string>;
}

/** Reads tickets as the desk shows them. Throws `not_found` for what the workspace does not have. */
export function createTicketReader({ attachmentView, assistantNameOf }: TicketReaderDeps) {
  async function messages(scope: Scope, conversationId: string, only: { messageId?: string } = {}) {
    const rows = await listMessages(scope, conversationId, only);
    const files = await listAttachments(
      scope,
      rows.map((row) => row.id),
    );
    const assistantName = await assistantNameOf(scope);
    return rows.map((row) => messageOf(scope, row, files, assistantName));
  }

  function messageOf(
    scope: Scope,
    row: TimelineRow,
    files: readonly AttachmentRow[],
    assistantName: string,
  ): Message {
    return {
      id: row.id,
      conversationId: row.conversation_id,
      seq: row.seq,
      clientId: row.client_id,
      channel: row.channel,
      author: { kind: row.author_kind, id: row.author_id, name: authorName(row, assistantName) },
      text: row.body,
      html: row.html,
      quoted: row.quoted,
      remoteImages: row.remote_images,
      attachments: files
        .filter((file) => file.message_id === row.id && file.content_id === null)
        .map((file) => attachmentView(scope.workspaceId, file)),
      mail:
        row.mail_state === null
          ? null
          : { state: row.mail_state, to: row.mail_to ?? '', error: row.mail_error },
      seen: row.seq <= row.seen_seq,
      at: row.created_at.toISOString(),
    };
  }

  return {
    async ticket(scope: Scope, id: string): Promise<Ticket> {
      const row = await findSummary(scope, id);
      if (!row) throw notFound('ticket');
      const customer = await findCustomer(scope, row.customer_id);
      if (!customer) throw notFound('ticket');
      const session = await findSession(scope, row.conversation_id);
      const linked = await listLinked(scope, row.conversation_id);
      const link = ({ id: linkedId, number, subject, followup }: (typeof linked)[number]) => ({
        id: linkedId,
        number,
        subject,
        followup,
      });
      return {
        ...summaryOf(row),
        conversationId: row.conversation_id,
        customer: customerViewOf(customer),
        session: session ? sessionViewOf(session) : null,
        previous: linked.filter((one) => one.place === 'previous').map(link)[0] ?? null,
        following: linked.filter((one) => one.place === 'following').map(link),
        composer: composerFor({
          session: session?.state ?? null,
          followup: linked.some((one) => one.place === 'previous' && one.followup),
          customerEmail: customer.email,
          closed: row.status === 'closed',
        }),
        waitingReason: waitingReasonOf(row),
        ...(await findTicketExtras(scope, id)),
        overBy: row.agent_id === null ? 0 : await readOverBy(scope, row.agent_id),
      };
    },

    /** Messages and events, oldest first. */
    async timeline(scope: Scope, id: string): Promise<TimelineEntry[]> {
      const row = await findSummary(scope, id);
      if (!row) throw notFound('ticket');
      const said = await messages(scope, row.conversation_id);
      const assistantName = await assistantNameOf(scope);
      const lines = await listHistory(scope, id);
      const known = {
        customer: row.customer_name,
        assistant: assistantName,
        rules: rulesOf(lines),
      };
      const events = lines.map((line) => eventOf(line, known));
      return [
        ...said.map((message): TimelineEntry => ({ kind: 'message', at: message.at, message })),
        ...events.map((event): TimelineEntry => ({ kind: 'event', at: event.at, event })),
      ].sort((left, right) => left.at.localeCompare(right.at));
    },

    async message(scope: Scope, conversationId: string, messageId: string): Promise<Message> {
      const [message] = await messages(scope, conversationId, { messageId });
      if (!message) throw notFound('message');
      return message;
    },
  };
}

function authorName(row: TimelineRow, assistantName: string): string {
  if (row.author_kind === 'assistant') return assistantName;
  if (row.author_kind === 'customer') return row.author_name ?? 'Customer';
  return row.author_name ?? 'Segue';
}

type HistoryRow = Awaited<ReturnType<typeof listHistory>>[number];

/** Names of rules by id, as the lines about their runs tell them: also of those that are deleted. */
function rulesOf(lines: readonly HistoryRow[]): ReadonlyMap<string | null, string> {
  return new Map(
    lines.flatMap(({ type, actor_id: id, data }) =>
      type === 'trigger.ran' ? [[id, String(data['rule'])] as const] : [],
    ),
  );
}

/** Lines whose sentence names the rule. */
const naming: ReadonlySet<string> = new Set(['trigger.ran', 'trigger.stopped', 'session.ended']);

function eventOf(
  line: HistoryRow,
  known: {
    customer: string | null;
    assistant: string;
    rules: ReadonlyMap<string | null, string>;
  },
): TicketEvent {
  const rule = naming.has(line.type) ? undefined : known.rules.get(line.actor_id);
  const names = {
    customer: known.customer ?? 'Customer',
    assistant: known.assistant,
    agent: line.actor_name ?? 'Agent',
    trigger: rule === undefined ? 'A rule' : `The rule “${rule}”`,
    system: 'Segue',
  };
  const { doer, cause } = doerOf(line.type, { kind: line.actor_kind, id: line.actor_id });
  return {
    id: line.id,
    type: line.type,
    at: line.at.toISOString(),
    actor: { ...doer, name: names[doer.kind] },
    sentence: sentenceOf(line.type, line.data),
    data: { ...line.data, ...(cause && { because: names[cause.kind] }) },
  };
}
