import { sql } from 'kysely';
import type { MessageChannel } from '../../../contracts/conversations.ts';
import type { Scope } from '../../platform/db/database.ts';

/** The ticket a transcript is of, with the names in its head. */
export async function findTranscriptHead(scope: Scope, ticketId: string) {
  const { rows } = await sql<TranscriptHead>`
    select t.id, t.number, t.subject, t.conversation_id, c.name as customer_name, w.name as workspace_name
    from tickets t
    join workspaces w on w.id = t.workspace_id
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}

export interface TranscriptHead {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly conversation_id: string;
  readonly customer_name: string | null;
  readonly workspace_name: string;
}

export interface SaidRow {
  readonly channel: MessageChannel;
  readonly author_kind: 'customer' | 'agent' | 'assistant' | 'trigger' | 'system';
  readonly author_name: string | null;
  readonly body: string;
  readonly created_at: Date;
  readonly files: { name: string; sizeBytes: number }[];
}

/** As many messages as a document carries; a conversation of more is no conversation. */
const mostMessages = 5_000;

/** Everything said in a conversation, in order, with the names of its files. */
export async function listSaid(scope: Scope, conversationId: string): Promise<SaidRow[]> {
  const { rows } = await sql<SaidRow>`
    select m.channel, m.author_kind, p.name as author_name, m.body, m.created_at,
      coalesce((select json_agg(json_build_object('name', a.name, 'sizeBytes', a.size_bytes) order by a.id)
        from attachments a where a.workspace_id = m.workspace_id and a.message_id = m.id
          and a.content_id is null), '[]') as files
    from messages m
    left join members p on p.workspace_id = m.workspace_id and p.id = m.author_id
    where m.workspace_id = ${scope.workspaceId} and m.conversation_id = ${conversationId}
    order by m.seq limit ${mostMessages}`.execute(scope.db);
  return rows;
}

/** When copies were asked for by the customer since a time, of this ticket. */
export async function countCopies(
  scope: Scope,
  of: { ticketId: string; since: Date },
): Promise<number> {
  const row = await scope.db
    .selectFrom('ticket_events')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', of.ticketId)
    .where('type', '=', 'transcript.mailed')
    .where('actor_kind', '=', 'customer')
    .where('at', '>', of.since)
    .executeTakeFirstOrThrow();
  return row.count;
}
