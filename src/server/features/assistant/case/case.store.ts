import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/database.ts';
import { writeLater } from '../../../platform/db/sent-together.ts';
import type { AskedQuestion } from '../../../platform/db/tables-assistant.ts';
import { toJson } from '../../../platform/json.ts';
import type { CaseFile } from './case.types.ts';

const day = sql`interval '1 day'`;
const hour = sql`interval '1 hour'`;

/**
 * Reads a case in one statement: at 20 mails a second each further round trip is felt. What an agent wrote
 * down of a call stands for what its caller said.
 */
export async function readCaseFile(
  scope: Scope,
  ticketId: string,
  now: Date,
): Promise<CaseFile | undefined> {
  const { rows } = await sql<{ file: CaseFile }>`
    select json_build_object(
      'ticket', json_build_object('id', t.id, 'number', t.number, 'subject', t.subject, 'status', t.status,
        'category', t.category, 'channel', t.channel, 'routingChannel', t.routing_channel,
        'conversationId', t.conversation_id, 'customerId', t.customer_id, 'followupOf', t.followup_of,
        'previousId', (select v.previous_id from conversations v where v.workspace_id = t.workspace_id
          and v.id = t.conversation_id),
        'held', t.assistant_until is not null, 'fields', t.fields),
      'customer', json_build_object('name', c.name, 'email', i.value, 'proven', i.verified_at is not null,
        'tier', c.tier),
      'session', s.state,
      'said', (select coalesce(json_agg(json_build_object('id', l.id, 'seq', l.seq, 'text', l.body, 'isCut', l.is_cut,
          'by', case when l.author_kind in ('customer', 'agent', 'assistant') and l.channel <> 'note'
            then l.author_kind when l.channel = 'note' then 'customer' else 'other' end) order by l.seq), '[]')
        from (select m.id, m.seq, m.author_kind, m.channel, left(m.body, 5000) as body,
          length(m.body) > 5000 as is_cut from messages m
          where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
            and (m.channel <> 'note' or (t.channel = 'phone' and m.seq = 1))
          order by m.seq desc limit 50) l),
      'files', (select coalesce(json_agg(a.name), '[]') from attachments a
        join messages m on m.workspace_id = a.workspace_id and m.id = a.message_id
        where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
          and m.author_kind = 'customer'),
      'humanTouched', (w.state = 'assigned' and w.started_at is not null) or exists (
        select from messages m where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
          and m.author_kind = 'agent' and m.channel = 'email'),
      'agentInChat', exists (select from messages m
        join tickets o on o.workspace_id = m.workspace_id and o.conversation_id = m.conversation_id
        where m.workspace_id = t.workspace_id and m.author_kind = 'agent' and m.channel = 'messaging'
          and (o.id = t.id or m.conversation_id = f.conversation_id)),
      'automatic', coalesce((select coalesce(e.data ->> 'reason', 'a program')
        from ticket_events e where e.workspace_id = t.workspace_id
          and e.ticket_id = t.id and e.type = 'mail.bulk'
          and (e.data ->> 'messageId' is null or e.data ->> 'messageId' = (
            select m.id::text from messages m where m.workspace_id = t.workspace_id
              and m.conversation_id = t.conversation_id and m.author_kind = 'customer'
              and m.channel <> 'note' order by m.seq desc limit 1))
        limit 1), ''),
      'participants', coalesce((select string_agg(e.data ->> 'addresses', ', ') from ticket_events e
        where e.workspace_id = t.workspace_id and e.ticket_id = t.id and e.type = 'mail.participants'), ''),
      'signals', (select coalesce(json_agg(json_build_object('kind', g.kind, 'topic', g.topic,
          'score', g.score)), '[]') from ticket_signals g
        where g.workspace_id = t.workspace_id and g.ticket_id = t.id),
      'brief', (select json_build_object('summary', b.brief #>> '{summary,value}',
          'problem', b.brief #>> '{problem,value}') from briefs b
        join tickets o on o.workspace_id = b.workspace_id and o.id = b.ticket_id
        where b.workspace_id = t.workspace_id and (o.id = t.id or o.conversation_id = f.conversation_id)
        order by b.version desc limit 1),
      'state', case when k.ticket_id is not null then json_build_object('state', k.state,
        'handledSeq', k.handled_seq, 'turns', k.turns, 'questionRounds', k.question_rounds,
        'asked', k.asked, 'outcome', k.outcome) end,
      'sent', json_build_object(
        'toCustomer', (select count(*) from assistant_decisions d
          join tickets o on o.workspace_id = d.workspace_id and o.id = d.ticket_id
          where d.workspace_id = t.workspace_id and o.customer_id = t.customer_id
            and d.message_id is not null and d.at > ${now}::timestamptz - ${day}),
        'toAll', (select count(*) from assistant_decisions d
          where d.workspace_id = t.workspace_id and d.message_id is not null
            and d.at > ${now}::timestamptz - ${hour}))
    ) as file
    from tickets t
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    left join lateral (
      select value, verified_at from customer_identities i
      where i.workspace_id = c.workspace_id and i.customer_id = c.id and i.kind = 'email'
      order by i.verified_at nulls last, i.id desc limit 1) i on true
    left join sessions s on s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id
    left join sessions f on f.workspace_id = t.workspace_id and f.id = t.followup_of
    left join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id
    left join assistant_cases k on k.workspace_id = t.workspace_id and k.ticket_id = t.id
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0]?.file;
}

/** A case as it is to be kept. */
export interface CaseToSave {
  readonly ticketId: string;
  readonly state: 'acting' | 'waiting' | 'approval' | 'handed_over' | 'resolved';
  readonly handledSeq: number;
  readonly turns: number;
  readonly questionRounds: number;
  readonly asked: readonly AskedQuestion[];
  readonly waitsUntil: Date | null;
}

/** Keeps where the assistant stands in a case; its outcome stays. */
export async function saveCase(scope: Scope, one: CaseToSave): Promise<void> {
  const values = {
    state: one.state,
    handled_seq: one.handledSeq,
    turns: one.turns,
    question_rounds: one.questionRounds,
    asked: toJson(one.asked),
    waits_until: one.waitsUntil,
    reminded_at: null,
  };
  await writeLater(
    scope.db,
    scope.db
      .insertInto('assistant_cases')
      .values({ workspace_id: scope.workspaceId, ticket_id: one.ticketId, ...values })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'ticket_id']).doUpdateSet(values),
      ),
  );
}

/** Marks that silence was reminded of. */
export async function saveReminded(scope: Scope, ticketId: string, at: Date): Promise<void> {
  await scope.db
    .updateTable('assistant_cases')
    .set({ reminded_at: at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .execute();
}

/** How a case came out; a return takes the outcome back and remembers which it was. */
export async function saveOutcome(
  scope: Scope,
  ticketId: string,
  { outcome, at }: { outcome: 'confirmed' | 'assumed' | 'reopened'; at: Date },
): Promise<void> {
  await writeLater(
    scope.db,
    sql`update assistant_cases set outcome = ${outcome}, outcome_at = ${at},
      outcome_before = case when ${outcome} = 'reopened' then nullif(outcome, 'reopened') end
    where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId}`,
  );
}

/**
 * Takes back that a case counted as solved since an instant, or one whose closed ticket it goes on from, where
 * the customer has said something after that; gives their tickets.
 */
export async function reopenCases(
  scope: Scope,
  ticket: CaseFile['ticket'],
  { since, at }: { since: Date; at: Date },
): Promise<string[]> {
  const { rows } = await sql<{ ticket_id: string }>`
    update assistant_cases k set outcome = 'reopened', outcome_at = ${at}, outcome_before = k.outcome
    where k.workspace_id = ${scope.workspaceId} and k.outcome in ('confirmed', 'assumed')
      and k.outcome_at >= ${since} and k.outcome_at < (select max(m.created_at) from messages m
        where m.workspace_id = k.workspace_id and m.conversation_id = ${ticket.conversationId}
          and m.author_kind = 'customer' and m.channel <> 'note')
      and k.ticket_id in (select t.id from tickets t
        where t.workspace_id = k.workspace_id
          and (t.id = ${ticket.id} or t.conversation_id = ${ticket.previousId}))
    returning k.ticket_id`.execute(scope.db);
  return rows.map(({ ticket_id: id }) => id);
}

/** The row of a case for its clock; undefined where the assistant never was. */
export async function findCase(scope: Scope, ticketId: string) {
  return scope.db
    .selectFrom('assistant_cases')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
}

/** Keeps a ticket out of the queues until an instant at most, or lets it go (null). */
export async function holdTicket(
  scope: Scope,
  ticketId: string,
  until: Date | null,
): Promise<void> {
  await writeLater(
    scope.db,
    scope.db
      .updateTable('tickets')
      .set({ assistant_until: until })
      .where('workspace_id', '=', scope.workspaceId)
      .where('id', '=', ticketId),
  );
}

/** Keeps what was said to fields of a ticket's category, beside what its form knows already. */
export async function fillFields(
  scope: Scope,
  ticketId: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await writeLater(
    scope.db,
    sql`update tickets set fields = fields || ${JSON.stringify(fields)}::jsonb
      where workspace_id = ${scope.workspaceId} and id = ${ticketId}`,
  );
}

/** Until when a ticket is kept out of the queues; null where it is not. */
export async function findHold(scope: Scope, ticketId: string): Promise<Date | null> {
  const row = await scope.db
    .selectFrom('tickets')
    .select('assistant_until')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirst();
  return row?.assistant_until ?? null;
}

/** A case is a person's from now on, also one the assistant has not looked at yet. */
export async function leaveCase(scope: Scope, ticketId: string): Promise<void> {
  await sql`insert into assistant_cases (workspace_id, ticket_id, state)
    values (${scope.workspaceId}, ${ticketId}, 'handed_over')
    on conflict (workspace_id, ticket_id) do update set state = 'handed_over', waits_until = null`.execute(
    scope.db,
  );
}

/** Moves a case on without a new turn: a person decided, or the clock did. */
export async function markCase(
  scope: Scope,
  ticketId: string,
  change: {
    readonly state: CaseToSave['state'];
    readonly waitsUntil: Date | null;
    /** Whether the assistant has said something. */
    readonly spoke: boolean;
  },
): Promise<void> {
  await sql`update assistant_cases set state = ${change.state}, waits_until = ${change.waitsUntil},
      reminded_at = null, turns = turns + ${change.spoke ? 1 : 0}
    where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId}`.execute(scope.db);
}
