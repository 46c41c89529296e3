import { sql } from 'kysely';
import type { TicketSignal } from '../../../contracts/classification.ts';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';
import { toJson } from '../../platform/json.ts';

/** A ticket as far as it is understood; undefined where there is none. */
export interface ReadTicket {
  readonly id: string;
  readonly subject: string;
  readonly channel: string;
  readonly status: string;
  readonly category: string | null;
  /** Its words are gone with its customer. */
  readonly erased: boolean;
  /** Whether anybody has set or removed its category before. */
  readonly decided: boolean;
  /** Whether the customer chose to talk to a person, by a button or in words the assistant took for it. */
  readonly asked: boolean;
  /** What its customer wrote, the first and the newest, oldest first; of a call, what an agent wrote down. */
  readonly messages: { readonly id: string; readonly text: string }[];
}

export async function findReadTicket(
  scope: Scope,
  ticketId: string,
): Promise<ReadTicket | undefined> {
  const { rows } = await sql<ReadTicket>`
    select t.id, t.subject, t.channel, t.status, t.category, c.deleted_at is not null as erased,
      exists (select from ticket_events e where e.workspace_id = t.workspace_id
        and e.ticket_id = t.id and e.type = 'ticket.category') as decided,
      exists (select from ticket_events e where e.workspace_id = t.workspace_id
        and e.ticket_id = t.id and e.type = 'handover.requested' and e.data ->> 'wish' = 'true') as asked,
      (select coalesce(json_agg(json_build_object('id', l.id, 'text', l.body) order by l.seq), '[]'::json)
        from (select m.id, m.seq, left(m.body, 5000) as body,
            row_number() over (order by m.seq) as nth, row_number() over (order by m.seq desc) as ago
          from messages m
          where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
            and (m.author_kind = 'customer' and m.channel <> 'note' or t.channel = 'phone' and m.seq = 1)
            and m.body <> '') l
        where l.nth = 1 or l.ago < 50) as messages
    from tickets t
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}

export type FoundSignal = Omit<TicketSignal, 'at'>;

/** The signals of a ticket, surest first. */
export async function listSignals(scope: Scope, ticketId: string) {
  return scope.db
    .selectFrom('ticket_signals')
    .select(['kind', 'topic', 'score', 'evidence', 'found_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('score', 'desc')
    .orderBy('topic')
    .execute();
}

/** Replaces the signals of a ticket; false when they are what they were. */
export async function replaceSignals(
  scope: Scope,
  ticketId: string,
  { signals, at }: { signals: readonly FoundSignal[]; at: Date },
): Promise<boolean> {
  const before = await listSignals(scope, ticketId);
  const told = (one: { kind: string; topic: string; evidence: object }) =>
    `${one.kind}:${one.topic}:${JSON.stringify(one.evidence)}`;
  if (before.map(told).sort().join() === signals.map(told).sort().join()) return false;
  await writeLater(
    scope.db,
    sql`delete from ticket_signals
    where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId}`,
  );
  if (signals.length > 0) {
    await writeLater(
      scope.db,
      scope.db.insertInto('ticket_signals').values(
        signals.map(({ kind, topic, score, evidence }) => ({
          workspace_id: scope.workspaceId,
          ticket_id: ticketId,
          kind,
          topic,
          score,
          evidence: toJson(evidence),
          found_at: at,
        })),
      ),
    );
  }
  return true;
}
