import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** A conversation in an export; its shape is documented by what it holds. */
export type ExportedConversation = Record<string, unknown>;

/** Who the customer is and how they are recognised; undefined where there is none, or none any more. */
export async function findExportedCustomer(scope: Scope, id: string) {
  const { rows } = await sql<{ customer: Record<string, unknown> }>`
    select json_build_object('id', c.id, 'name', c.name, 'phone', c.phone, 'tier', c.tier, 'region', c.region,
      'attributes', c.attributes, 'firstSeen', c.created_at, 'identities', (
        select coalesce(json_agg(json_build_object('kind', i.kind, 'value', i.value, 'provedAt', i.verified_at)
          order by i.created_at), '[]')
        from customer_identities i where i.workspace_id = c.workspace_id and i.customer_id = c.id)) as customer
    from customers c
    where c.workspace_id = ${scope.workspaceId} and c.id = ${id} and c.deleted_at is null`.execute(
    scope.db,
  );
  return rows[0]?.customer;
}

const messages = sql`(select coalesce(json_agg(json_build_object('at', m.created_at, 'from', m.author_kind,
    'name', p.name, 'channel', m.channel, 'text', m.body, 'html', m.html, 'quoted', m.quoted, 'files', (
      select coalesce(json_agg('files/' || a.id || '-' || a.name order by a.id), '[]') from attachments a
      where a.workspace_id = m.workspace_id and a.message_id = m.id)) order by m.seq), '[]')
  from messages m
  left join members p on p.workspace_id = m.workspace_id and p.id = m.author_id
  where m.workspace_id = c.workspace_id and m.conversation_id = c.id)`;

const mails = sql`(select coalesce(json_agg(json_build_object('at', o.created_at, 'to', o.mail_to,
    'subject', o.subject, 'text', o.text_body, 'state', o.state) order by o.id), '[]')
  from outbound_mails o where o.workspace_id = t.workspace_id and o.ticket_id = t.id)`;

const history = sql`(select coalesce(json_agg(json_build_object('at', e.at, 'by', e.actor_kind, 'what', e.type,
    'details', e.data) order by e.id), '[]')
  from ticket_events e where e.workspace_id = t.workspace_id and e.ticket_id = t.id)`;

const surveys = sql`(select coalesce(json_agg(json_build_object('about', s.kind, 'sentAt', s.sent_at,
    'score', s.score, 'comment', s.comment, 'tags', s.tags, 'answeredAt', s.answered_at) order by s.id), '[]')
  from surveys s where s.workspace_id = t.workspace_id and s.ticket_id = t.id)`;

const brief = sql`(select b.brief from briefs b where b.workspace_id = t.workspace_id and b.ticket_id = t.id
  order by b.version desc limit 1)`;

const signals = sql`(select coalesce(json_agg(json_build_object('kind', g.kind, 'topic', g.topic,
    'evidence', g.evidence)), '[]')
  from ticket_signals g where g.workspace_id = t.workspace_id and g.ticket_id = t.id)`;

const tags = sql`array(select n.name from ticket_tags x
  join tags n on n.workspace_id = x.workspace_id and n.id = x.tag_id
  where x.workspace_id = t.workspace_id and x.ticket_id = t.id order by n.name)`;

/** Everything of a customer's conversations, oldest first: what was said, noted, mailed and found out. */
export async function listExported(scope: Scope, customerId: string) {
  const { rows } = await sql<{ conversation: ExportedConversation }>`
    select json_build_object('channel', c.channel, 'startedAt', c.created_at,
      'chatEndedAt', s.ended_at, 'chatEndedBy', s.ended_reason, 'messages', ${messages},
      'ticket', case when t.id is null then null else json_build_object('number', t.number, 'subject', t.subject,
        'status', t.status, 'priority', t.priority, 'category', t.category, 'fields', t.fields, 'tags', ${tags},
        'createdAt', t.created_at, 'mails', ${mails}, 'history', ${history}, 'surveys', ${surveys},
        'brief', ${brief}, 'signals', ${signals}) end) as conversation
    from conversations c
    left join sessions s on s.workspace_id = c.workspace_id and s.conversation_id = c.id
    left join tickets t on t.workspace_id = c.workspace_id and t.conversation_id = c.id
    where c.workspace_id = ${scope.workspaceId} and c.customer_id = ${customerId}
    order by c.created_at, c.id`.execute(scope.db);
  return rows.map(({ conversation }) => conversation);
}

/** The files of a customer's messages, without their content. */
export async function listFiles(scope: Scope, customerId: string) {
  const { rows } = await sql<{ id: string; name: string; at: Date }>`
    select a.id, a.name, a.created_at as at from attachments a
    join messages m on m.workspace_id = a.workspace_id and m.id = a.message_id
    join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
    where c.workspace_id = ${scope.workspaceId} and c.customer_id = ${customerId} order by a.id`.execute(
    scope.db,
  );
  return rows;
}
