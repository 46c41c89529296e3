/** What tests of deletions ask the catalogue of the database. */

export type Query = (text: string, values?: unknown[]) => Promise<any[]>; // oxlint-disable-line typescript/no-explicit-any -- rows of any table

/**
 * Tables in which a row holds the text in any column, as text or as bytes. It reads the catalogue, so a
 * table that is added later is looked through as well.
 */
export async function holding(query: Query, text: string): Promise<string[]> {
  const names = await query(`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by 1`);
  if (names.length < 80) throw new Error(`Only ${names.length} tables were seen.`);
  const found: string[] = [];
  for (const { name } of names) {
    const [row] = await query(
      `select exists (select from ${name} x where x::text ilike $1 or x::text ilike $2) as has`,
      [`%${text}%`, `%${Buffer.from(text).toString('hex')}%`],
    );
    if (row.has) found.push(name);
  }
  return found;
}

/** Tables whose rows belong to a customer, by foreign keys over any number of steps, with room for words. */
export async function listTablesOfCustomers(query: Query): Promise<string[]> {
  const rows = await query(`with recursive theirs as (
      select 'customers'::regclass::oid as id
      union select k.conrelid from pg_constraint k join theirs t on k.confrelid = t.id where k.contype = 'f')
    select distinct c.relname as name from theirs t
    join pg_class c on c.oid = t.id
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where a.atttypid in ('text'::regtype, 'json'::regtype, 'jsonb'::regtype, 'bytea'::regtype,
      'tsvector'::regtype, 'text[]'::regtype, 'varchar'::regtype) order by 1`);
  return rows.map(({ name }) => name);
}

/**
 * Tables that belong to a customer by their foreign keys and have room for words: each is looked after by
 * `erasing.store.ts`, or holds no words of customers, for the reason given.
 */
export const lookedAfter = new Map([
  ...[
    'answer_judgements approvals article_corrections assistant_cases assistant_decisions',
    'assistant_replay_cases attachments briefs conversations corrections knowledge_gap_cases',
    'customer_identities customer_search customers drafts evaluation_items mail_intake messages offers',
    'outbound_mails surveys ticket_events ticket_likeness ticket_search ticket_signals tickets',
    'trigger_memories trigger_runs webhook_deliveries',
  ].flatMap((names) => names.split(' ').map((name) => [name, 'emptied'] as const)),
  ['bulk_items', 'statuses, tags, groups and people, before and after'],
  ['calls', 'times and why it ended; what was typed of somebody unknown only while it runs'],
  ['customer_deletions', 'counts'],
  ['incident_told', 'whether it was said'],
  ['learning_cases', 'reasons, outcomes and times'],
  ['routing_decisions', 'names of agents, queues and skills'],
  ['sessions', 'states and reasons'],
  ['sla_alerts', 'clocks'],
  ['sla_assignments', 'ids'],
  ['sla_clock_events', 'clocks'],
  ['sla_clocks', 'clocks'],
  ['sla_tickets', 'clocks'],
  ['survey_credits', 'who had a part'],
  ['work_items', 'states, skills, and why the router lets it wait'],
  ['work_stretches', 'categories and times'],
]);
