/**
 * The figures of the assistant over 100,000 decisions, against counting the same out of the decisions
 * themselves; samples, health of articles and proposals; keeping the facts of a case; and finding the gap of
 * a question among thousands.
 *
 *   npm run bench -- learning [decisions] [gaps]
 */
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { App } from '../src/server/app.ts';
import { uuidIds } from '../src/server/platform/ids.ts';
import { withProgram } from './support/program.ts';

const decisions = Number(process.argv[2] ?? 100_000);
const gaps = Number(process.argv[3] ?? 5_000);
const rounds = 15;

await withProgram(run);

async function run({ database, services }: App, workspaceId: string): Promise<void> {
  const { ownerPool: pool } = database;
  const { learning } = services;
  await fillTickets();
  await fillDecisions();
  const { rows } = await pool.query<{ id: string }>(
    'select distinct ticket_id as id from assistant_decisions where workspace_id = $1',
    [workspaceId],
  );
  const facts = performance.now();
  await pool.query(
    `insert into learning_cases (workspace_id, ticket_id, decision_id, at, category, autonomy, path, sent, reason,
       confidence, response_ms, outcome, verdict, evidence, likeness, cost_micros)
     select d.workspace_id, d.ticket_id, d.id, d.at, d.category, d.autonomy, d.path, d.path = 'answer', d.reason,
       d.confidence, 200 + (random() * 800)::int, c.outcome,
       case when d.path = 'answer' then case when c.outcome = 'reopened' then 'wrong' else 'right' end end,
       case when d.path = 'answer' then c.outcome end, null, 0
     from assistant_decisions d join assistant_cases c on c.workspace_id = d.workspace_id and c.ticket_id = d.ticket_id
     where d.workspace_id = $1`,
    [workspaceId],
  );
  await pool.query('vacuum analyze');
  console.log(
    `${decisions} decisions, ${gaps} gaps, embedded PostgreSQL, ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)}; filled in ${((performance.now() - facts) / 1_000).toFixed(0)} s`,
  );
  const from = new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10);
  const { rows: articles } = await pool.query<{ article_id: string }>(
    'select article_id from assistant_citations where workspace_id = $1 limit 1',
    [workspaceId],
  );
  const articleId = articles[0]?.article_id ?? '';
  await show('figures of everything', () => learning.figures.get(workspaceId, { from }));
  await show('  counted from the decisions', () => fromDecisions());
  await show('figures of 30 days', () => learning.figures.get(workspaceId, {}));
  await show('figures of a category', () =>
    learning.figures.get(workspaceId, { from, category: 'Category 3' }),
  );
  await show('table of everything', () => learning.figures.csv(workspaceId, { from }));
  await show('ten answers to judge', () => learning.figures.samples(workspaceId, {}));
  await show('health of articles', () => learning.health.overview(workspaceId));
  await show('answers with an article', () => learning.health.answers(workspaceId, articleId, {}));
  await show('proposals', () => learning.proposals.list(workspaceId));
  let place = 0;
  await show('a case: facts and gap', () =>
    learning.follow(workspaceId, rows[(place += 37) % rows.length]?.id ?? ''),
  );
  await show('gaps, most cases first', () =>
    learning.gaps.list(workspaceId, { state: 'open', page: 1 }),
  );

  /** The flow and the reasons only: half of what the page shows. */
  function fromDecisions() {
    return database.inWorkspace(workspaceId, (scope) =>
      sql`select d.category, d.path, d.reason, c.outcome, count(distinct d.ticket_id), sum(d.cost_micros)
        from assistant_decisions d
        left join assistant_cases c on c.workspace_id = d.workspace_id and c.ticket_id = d.ticket_id
        where d.workspace_id = ${workspaceId} and d.at >= ${from}
        group by 1, 2, 3, 4`.execute(scope.db),
    );
  }

  /** Tickets of one customer with a message each; nothing of them is indexed for the search. */
  async function fillTickets(): Promise<void> {
    const client = await pool.connect();
    await client.query('set session_replication_role = replica');
    await client.query(
      `create temp table filling as select n, gen_random_uuid() as conversation, gen_random_uuid() as ticket,
         (select string_agg('word' || (power(random(), 3) * 20000)::int, ' ') from generate_series(1, 8) where n > 0) as subject
       from generate_series(1, $1::int) n`,
      [decisions],
    );
    const customer = uuidIds.next();
    await client.query(`insert into customers (workspace_id, id, name) values ($1, $2, 'Kim')`, [
      workspaceId,
      customer,
    ]);
    await client.query(
      `insert into conversations (workspace_id, id, customer_id, channel, created_at, last_seq)
       select $1, conversation, $2, 'email', now(), 1 from filling`,
      [workspaceId, customer],
    );
    await client.query(
      `insert into tickets (workspace_id, id, number, conversation_id, customer_id, subject, status, priority, channel,
         routing_channel, created_at, updated_at)
       select $1, ticket, 1000000 + n, conversation, $2, subject, 'open', 'normal', 'email', 'email',
         now() - n * interval '1 minute', now() from filling`,
      [workspaceId, customer],
    );
    await client.query(
      `insert into messages (workspace_id, id, conversation_id, seq, channel, author_kind, body, created_at)
       select $1, gen_random_uuid(), conversation, 1, 'email', 'customer', subject, now() from filling`,
      [workspaceId],
    );
    await client.query('set session_replication_role = default');
    client.release();
  }

  async function fillDecisions(): Promise<void> {
    await pool.query(
      `insert into articles (workspace_id, id, title, language, visibility, status, last_version, published_version, created_at, updated_at)
       select $1, gen_random_uuid(), 'Article ' || n, 'en', 'public', 'published', 1, 1, now() - interval '1 year', now() - interval '1 year'
       from generate_series(1, 500) n`,
      [workspaceId],
    );
    await pool.query(
      `insert into article_versions (workspace_id, article_id, version, title, body, created_at)
       select $1, id, 1, title, 'How it works.', now() from articles where workspace_id = $1 and title like 'Article %'`,
      [workspaceId],
    );
    await pool.query(
      `insert into assistant_decisions (workspace_id, id, ticket_id, turn, at, autonomy, path, reason, state, category,
         question, confidence, threshold, policy_version, record, text)
       select $1, gen_random_uuid(), t.id, 1, t.created_at, 'auto', p.path,
         case p.path when 'answer' then 'confident' when 'skip' then 'outside_hours'
           else (array['nothing_found', 'unsure', 'risk', 'wants_person'])[1 + (t.number % 4)] end,
         'done', 'Category ' || t.number % 12, t.subject, random(), 0.8, 1,
         jsonb_build_object('passages', '[]'::jsonb, 'gates', (select jsonb_agg(jsonb_build_object('gate', 'gate ' || g,
           'passed', true, 'why', 'a sentence of the kind that gates say')) from generate_series(1, 12) g)),
         repeat('A sentence of an answer. ', 12)
       from tickets t cross join lateral (
         select (array['answer', 'answer', 'hand_over', 'hand_over', 'skip'])[1 + (t.number % 5)] as path) p
       where t.workspace_id = $1 and t.subject <> '' order by t.created_at desc limit $2`,
      [workspaceId, decisions],
    );
    await pool.query('analyze');
    await pool.query(
      `insert into assistant_cases (workspace_id, ticket_id, state, outcome)
       select workspace_id, ticket_id, 'resolved', case when path = 'answer'
         then (array['confirmed', 'assumed', 'assumed', 'assumed', 'reopened'])[1 + (random() * 4)::int] end
       from assistant_decisions where workspace_id = $1 on conflict do nothing`,
      [workspaceId],
    );
    await pool.query(
      `insert into assistant_citations (workspace_id, decision_id, article_id, version)
       select $1, d.id, a.ids[1 + (row_number() over ()) % 500], 1
       from (select array_agg(id) as ids from articles where workspace_id = $1 and title like 'Article %') a
       cross join assistant_decisions d where d.workspace_id = $1 and d.path = 'answer'`,
      [workspaceId],
    );
    await fillGaps();
  }

  /** Gaps of four cases and twenty words each, out of 20,000 words of which few are common. */
  async function fillGaps(): Promise<void> {
    const ids = Array.from({ length: gaps }, () => uuidIds.next());
    await pool.query(
      `insert into knowledge_gaps (workspace_id, id, title, state, cases, created_at, updated_at, last_at)
       select $1, id, 'A gap', 'open', 4, now(), now(), now() from unnest($2::uuid[]) id`,
      [workspaceId, ids],
    );
    await pool.query(
      `insert into knowledge_gap_words (workspace_id, gap_id, word, cases)
       select distinct on (id, word) $1::uuid, id, word, 1 + (random() * 3)::int
       from unnest($2::uuid[]) id cross join lateral (
         select (power(random(), 3) * 20000)::int as word from generate_series(1, 20) where id is not null) w`,
      [workspaceId, ids],
    );
    await pool.query(
      `insert into knowledge_words (workspace_id, word, cases)
       select workspace_id, word, sum(cases) from knowledge_gap_words where workspace_id = $1 group by 1, 2`,
      [workspaceId],
    );
  }
}

async function show(name: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    await work();
    took.push(performance.now() - before);
  }
  const sorted = took.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  console.log(
    `  ${name.padEnd(30)} ${at(0.5).toFixed(1).padStart(8)} ms, p95 ${at(0.95).toFixed(1)}`,
  );
}
