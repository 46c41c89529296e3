import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** What stands where the words were. */
export const deletedWords = 'Deleted with the customer';
/** How a deleted customer is called. */
export const deletedName = 'Deleted customer';

/** What a deletion is about, all of it locked. */
export interface Erasure {
  readonly customerId: string;
  readonly conversationIds: readonly string[];
  readonly ticketIds: readonly string[];
  readonly addresses: readonly string[];
  readonly visitorIds: readonly string[];
  readonly at: Date;
  /** Keys that lines of a type keep in the history; what is of no such type keeps nothing. */
  readonly keptKeys: readonly { type: string; keys: readonly string[] }[];
}

/**
 * Takes every word of and about a customer out of every table, in an order in which nothing brings one
 * back. Rows that others point to stay, empty of words; the rest is deleted. A table that is forgotten
 * here is found by `tests/server/customer-deletion.test.ts`, which looks through all columns.
 */
export async function eraseWords(scope: Scope, erasure: Erasure): Promise<void> {
  const ws = scope.workspaceId;
  const conversations = sql`any(${[...erasure.conversationIds]}::uuid[])`;
  const tickets = sql`any(${[...erasure.ticketIds]}::uuid[])`;
  const statements = [
    ...searched(ws, erasure, { conversations, tickets }),
    ...learned(ws, tickets),
    ...asked(ws, erasure),
    ...compared(ws, tickets),
    ...assisted(ws, erasure, tickets),
    ...mailed(ws, erasure, { conversations, tickets }),
    ...said(ws, erasure, { conversations, tickets }),
    ...told(ws, erasure, tickets),
    ...known(ws, erasure),
    sql`select index_tickets(${ws}, ${[...erasure.ticketIds]}::uuid[])`,
  ];
  for (const statement of statements) await statement.execute(scope.db);
}

type Statement = RawBuilder<unknown>;
interface Of {
  readonly conversations: Statement;
  readonly tickets: Statement;
}

function searched(ws: string, { customerId }: Erasure, of: Of): Statement[] {
  return [
    sql`delete from ticket_search where workspace_id = ${ws} and ticket_id = ${of.tickets}`,
    sql`delete from customer_search where workspace_id = ${ws} and customer_id = ${customerId}`,
    sql`delete from search_pending p using messages m where p.workspace_id = ${ws}
      and m.workspace_id = ${ws} and m.id = p.message_id and m.conversation_id = ${of.conversations}`,
  ];
}

/** A model that learned from the customer's tickets is let go; the next training goes without them. */
function learned(ws: string, tickets: Statement): Statement[] {
  return [
    sql`update category_models set packed = null, lesson = null, digest = ''
      where workspace_id = ${ws} and (packed is not null or lesson is not null) and exists (
        select from ticket_events e where e.workspace_id = ${ws} and e.ticket_id = ${tickets}
          and e.type = 'ticket.category' and e.actor_kind = 'agent')`,
    sql`delete from ticket_signals where workspace_id = ${ws} and ticket_id = ${tickets}`,
    sql`delete from briefs where workspace_id = ${ws} and ticket_id = ${tickets}`,
  ];
}

/** Texts that language models were sent name no ticket: all since the customer came are let go. */
function asked(ws: string, { customerId }: Erasure): Statement[] {
  return [
    sql`update model_calls set sent = null, received = null
      where workspace_id = ${ws} and (sent is not null or received is not null) and at >= (
        select created_at from customers where workspace_id = ${ws} and id = ${customerId})`,
  ];
}

/** What cases were held against each other for: likeness, evaluations, proposals, gaps of the articles. */
function compared(ws: string, tickets: Statement): Statement[] {
  return [
    sql`delete from ticket_likeness where workspace_id = ${ws} and ticket_id = ${tickets}`,
    sql`delete from evaluation_items where workspace_id = ${ws} and ticket_id = ${tickets}`,
    sql`update kb_synonym_proposals p set evidence = (
        select coalesce(jsonb_agg(e), '[]') from jsonb_array_elements(p.evidence) as e
        where not (e ->> 'ticketId')::uuid = ${tickets})
      where workspace_id = ${ws} and exists (select from jsonb_array_elements(p.evidence) as e
        where (e ->> 'ticketId')::uuid = ${tickets})`,
    // A gap is called after one of its questions: another one, or it goes.
    sql`with gone as (delete from knowledge_gap_cases where workspace_id = ${ws} and ticket_id = ${tickets}
        returning gap_id),
      called as (select g.gap_id, (select t.subject from knowledge_gap_cases o
          join tickets t on t.workspace_id = o.workspace_id and t.id = o.ticket_id
          where o.workspace_id = ${ws} and o.gap_id = g.gap_id and not o.ticket_id = ${tickets}
          order by o.at desc limit 1) as title from (select distinct gap_id from gone) g),
      emptied as (delete from knowledge_gaps k using called c
        where k.workspace_id = ${ws} and k.id = c.gap_id and c.title is null)
      update knowledge_gaps k set title = c.title from called c
      where k.workspace_id = ${ws} and k.id = c.gap_id and c.title is not null`,
    sql`update knowledge_gaps k set cases = c.cases
      from (select gap_id, count(*)::int as cases from knowledge_gap_cases where workspace_id = ${ws} group by gap_id) c
      where k.workspace_id = ${ws} and k.id = c.gap_id and k.cases > c.cases`,
    sql`update knowledge_gaps k set draft_lines = (
        select coalesce(jsonb_agg(l), '[]') from jsonb_array_elements(k.draft_lines) as l
        where not (l ->> 'ticketId')::uuid = ${tickets})
      where workspace_id = ${ws} and exists (select from jsonb_array_elements(k.draft_lines) as l
        where (l ->> 'ticketId')::uuid = ${tickets})`,
    sql`delete from assistant_replay_cases where workspace_id = ${ws} and ticket_id = ${tickets}`,
    sql`update article_corrections set text = '' where workspace_id = ${ws} and ticket_id = ${tickets}`,
    sql`update answer_judgements set note = '' where workspace_id = ${ws} and decision_id in (
      select id from assistant_decisions where workspace_id = ${ws} and ticket_id = ${tickets})`,
  ];
}

/** Turns of the assistant keep what they came to; what waits for a person is over. */
function assisted(ws: string, { at }: Erasure, tickets: Statement): Statement[] {
  const noWords = toJson({ gates: [], sentences: [], violations: [], questions: [] });
  return [
    sql`update approvals set edited = null, reason = '',
        decided_at = case when state = 'waiting' then ${at} else decided_at end,
        state = case when state = 'waiting' then 'expired' else state end
      where workspace_id = ${ws} and ticket_id = ${tickets}`,
    sql`update assistant_decisions set question = '', detail = '', text = '', html = null,
        record = (record - 'forAgent' - 'refused') || ${noWords}::jsonb,
        state = case state when 'waiting' then 'expired' when 'draft' then 'draft_dismissed' else state end
      where workspace_id = ${ws} and ticket_id = ${tickets}`,
    sql`update assistant_cases set asked = '[]', waits_until = null
      where workspace_id = ${ws} and ticket_id = ${tickets}`,
  ];
}

/** What has not left is cancelled; what came in and was put aside goes with its source. */
function mailed(ws: string, { addresses }: Erasure, of: Of): Statement[] {
  const theirs = sql`any(${[...addresses]}::text[])`;
  const letters = sql`(ticket_id = ${of.tickets} or lower(mail_to) = ${theirs})`;
  return [
    sql`update outbound_mails set mail_to = '', reply_to = null, subject = ${deletedWords}, text_body = '',
        html_body = null, headers = '{}', error = null,
        state = case when state in ('sent', 'bounced') then state else 'cancelled' end
      where workspace_id = ${ws} and ${letters}`,
    sql`delete from mail_intake where workspace_id = ${ws} and state <> 'received' and (
      lower(envelope_from) = ${theirs}
      or message_id in (select id from messages where workspace_id = ${ws} and conversation_id = ${of.conversations})
      or (raw is not null and exists (select from unnest(${[...addresses]}::text[]) as a
        where position(a in lower(encode(raw, 'escape'))) > 0)))`,
  ];
}

function said(ws: string, { at, visitorIds }: Erasure, of: Of): Statement[] {
  const uploaders = visitorIds.map((id) => `visitor:${id}`);
  return [
    sql`update conversations set erased_at = ${at}, bot = null, awaiting_since = null, version = version + 1,
        last_preview = case when last_preview is null then null else ${deletedWords} end
      where workspace_id = ${ws} and id = ${of.conversations}`,
    sql`delete from attachments where workspace_id = ${ws} and (uploader = any(${uploaders}::text[])
      or message_id in (select id from messages where workspace_id = ${ws} and conversation_id = ${of.conversations}))`,
    sql`update messages set body = ${deletedWords}, html = null, quoted = null, prompt = null, remote_images = 0,
        mail_message_id = null, client_id = null
      where workspace_id = ${ws} and conversation_id = ${of.conversations}`,
    sql`delete from drafts where workspace_id = ${ws} and ticket_id = ${of.tickets}`,
    sql`update surveys set comment = '', expires_at = least(expires_at, ${at})
      where workspace_id = ${ws} and ticket_id = ${of.tickets} and state <> 'due'`,
    sql`delete from surveys where workspace_id = ${ws} and ticket_id = ${of.tickets} and state = 'due'`,
  ];
}

/** What was written down about the cases: by people, by rules, by the router. */
function told(ws: string, { keptKeys }: Erasure, tickets: Statement): Statement[] {
  return [
    sql`update ticket_events e set data = case when k.keys is null then '{"erased": true}'::jsonb
        else coalesce((select jsonb_object_agg(d.key, d.value) from jsonb_each(e.data) as d
          where d.key in (select jsonb_array_elements_text(k.keys))), '{}') end
      from (select x.id, keys.keys from ticket_events x
        left join jsonb_to_recordset(${toJson(keptKeys)}::jsonb) as keys(type text, keys jsonb) on keys.type = x.type
        where x.workspace_id = ${ws} and x.ticket_id = ${tickets}) k
      where e.workspace_id = ${ws} and e.id = k.id`,
    sql`update tickets set subject = ${deletedWords}, fields = '{}' where workspace_id = ${ws} and id = ${tickets}`,
    sql`update trigger_runs set because = '[]', done = '[]', failed = '[]'
      where workspace_id = ${ws} and ticket_id = ${tickets}`,
    sql`delete from trigger_memories where workspace_id = ${ws} and ticket_id = ${tickets}`,
    sql`delete from webhook_deliveries where workspace_id = ${ws} and ticket_id = ${tickets}`,
    sql`update offers set comment = null where workspace_id = ${ws} and work_item_id in (
      select id from work_items where workspace_id = ${ws} and ticket_id = ${tickets})`,
  ];
}

function known(ws: string, { customerId, at }: Erasure): Statement[] {
  return [
    sql`delete from customer_identities where workspace_id = ${ws} and customer_id = ${customerId}`,
    sql`update customers set name = ${deletedName}, phone = null, tier = 'standard', region = null,
        attributes = '{}', deleted_at = ${at}
      where workspace_id = ${ws} and id = ${customerId}`,
  ];
}

/** Makes everybody wait who would write as this visitor or from this address: the locks of widget and mail. */
export async function lockIdentities(
  scope: Scope,
  identities: readonly { kind: 'email' | 'widget'; value: string }[],
): Promise<void> {
  const keys = identities.map(({ kind, value }) =>
    kind === 'widget'
      ? `visitor:${scope.workspaceId}:${value}`
      : `mail sender ${scope.workspaceId} ${value}`,
  );
  for (const key of keys.toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(scope.db);
  }
}
