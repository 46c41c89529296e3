import { performance } from 'node:perf_hooks';
import type pg from 'pg';

/** Words of a shop's mail: few common, many rare, as in any language. */
const vocabulary =
  `parcel order refund invoice kettle teapot delivery address payment card blue green broken
late missing wrong return label account password login email phone question help thanks please waiting shipped
tracking customs voucher discount subscription cancel upgrade warranty repair scratch lid handle filter`.split(
    /\s+/,
  );

/**
 * Fills a workspace with tickets of customers who wrote in words of skewed frequency, and indexes them in
 * one go: triggers are off meanwhile. Returns the seconds that the indexing took.
 */
export async function fillTickets(
  pool: pg.Pool,
  workspaceId: string,
  { tickets, each }: { tickets: number; each: number },
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(
      `create temp table filling on commit drop as select n, gen_random_uuid() as customer,
        gen_random_uuid() as conversation, gen_random_uuid() as ticket from generate_series(1, $1::int) n`,
      [tickets],
    );
    const words = createWords(tickets);
    const subjects = Array.from({ length: tickets }, () => words(5));
    await fillPeople(client, workspaceId, { subjects, each });
    for (let seq = 1; seq <= each; seq += 1) {
      const bodies = Array.from({ length: tickets }, (_, place) =>
        seq === 1 && place % 500 === 7 ? `${words(28)} broken kettle zanzibar` : words(30),
      );
      await client.query(
        `insert into messages (workspace_id, id, conversation_id, seq, channel, author_kind, body, created_at)
         select $1, gen_random_uuid(), f.conversation, $2, 'email', case when $2 % 2 = 1 then 'customer' else 'agent' end,
           b.body, now() - f.n * interval '1 minute'
         from unnest($3::text[]) with ordinality as b (body, n) join filling f on f.n = b.n`,
        [workspaceId, seq, bodies],
      );
    }
    const before = performance.now();
    await client.query('select index_tickets($1, array(select ticket from filling))', [
      workspaceId,
    ]);
    await client.query(`select index_customer($1, customer) from filling`, [workspaceId]);
    const seconds = (performance.now() - before) / 1_000;
    await client.query('commit');
    await client.query('vacuum analyze');
    return seconds;
  } finally {
    client.release();
  }
}

/** Makes texts of words whose frequency falls steeply; the same ones in every run. */
function createWords(seed: number): (count: number) => string {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const word = () => {
    const rank = Math.floor(20_000 * random() ** 4);
    return vocabulary[rank] ?? `word${rank}`;
  };
  return (count) => Array.from({ length: count }, word).join(' ');
}

async function fillPeople(
  client: pg.PoolClient,
  workspaceId: string,
  { subjects, each }: { subjects: readonly string[]; each: number },
): Promise<void> {
  await client.query(
    `insert into customers (workspace_id, id, name, tier)
     select $1, customer, 'Customer' || n, (array['free', 'standard', 'enterprise'])[1 + n % 3] from filling`,
    [workspaceId],
  );
  await client.query(
    `insert into customer_identities (workspace_id, id, customer_id, kind, value, verified_at)
     select $1, gen_random_uuid(), customer, 'email', 'customer' || n || '@example.test', now() from filling
     on conflict do nothing`,
    [workspaceId],
  );
  await client.query(
    `insert into conversations (workspace_id, id, customer_id, channel, created_at, last_message_at, awaiting_since, last_seq)
     select $1, conversation, customer, 'email', now() - n * interval '1 minute', now() - n * interval '1 minute',
       case when n % 4 = 0 then now() - n * interval '1 minute' end, $2 from filling`,
    [workspaceId, each],
  );
  await client.query(
    `with base as (select coalesce(max(number), 0) as number from tickets where workspace_id = $1)
     insert into tickets (workspace_id, id, number, conversation_id, customer_id, subject, status, priority,
       channel, routing_channel, created_at, updated_at)
     select $1, ticket, base.number + n, conversation, customer,
       s.subject,
       (array['open', 'pending', 'solved', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed'])[1 + n % 10],
       (array['urgent', 'high', 'normal', 'low'])[1 + n % 4], 'email', 'email',
       now() - n * interval '1 minute', now() - n * interval '1 minute'
     from base, filling f join unnest($2::text[]) with ordinality as s (subject, place) on s.place = f.n`,
    [workspaceId, subjects],
  );
  await client.query(
    `select setval(format('ticket_numbers.%I', $1::uuid)::regclass, max(number)) from tickets where workspace_id = $1`,
    [workspaceId],
  );
  await client.query(
    `insert into work_items (workspace_id, id, ticket_id, queue_id, channel_class, units, state, priority_rank, eligible_at)
     select $1, gen_random_uuid(), f.ticket, (select id from queues where workspace_id = $1 and is_default), 'email', 0,
       case when n % 10 = 0 then 'waiting' else 'done' end, 1, now() from filling f`,
    [workspaceId],
  );
}
