/**
 * How long the table of kept promises takes, and its cases, over a month of clocks; baseline: a hundredth of them.
 *
 *   npm run bench -- sla-attainment [clocks]
 */
import { sql } from 'kysely';
import type { App } from '../src/server/app.ts';
import { addBoardWork } from './support/board-work.ts';
import { withProgram } from './support/program.ts';

const most = Number(process.argv[2] ?? 100_000);
const dayMs = 86_400_000;

await withProgram(run);

async function run({ database, services }: App, workspaceId: string): Promise<void> {
  const tickets = Math.ceil(most / 5);
  await addBoardWork(database, workspaceId, { items: 0, tickets });
  const to = new Date(Date.now() + dayMs).toISOString();
  const period = { from: new Date(Date.now() - 60 * dayMs).toISOString(), to };
  for (const clocks of [most / 100, most]) {
    await addClocks({ database, workspaceId, clocks });
    const table = await median(() => services.attainment.read(workspaceId, period));
    const page = await median(() =>
      services.attainment.cases(workspaceId, { ...period, verdict: 'breached' }),
    );
    const { rows } = await services.attainment.read(workspaceId, period);
    const counted = rows.reduce((sum, { judged }) => sum + judged.met + judged.breached, 0);
    console.log(
      `${counted} clocks: table ${table.toFixed(0)} ms, a page of cases ${page.toFixed(0)} ms`,
    );
  }
}

/** Clocks of five metrics, spread over 30 days; every third reply by the assistant, every fifth late. */
async function addClocks({
  database: { owner },
  workspaceId,
  clocks,
}: {
  database: App['database'];
  workspaceId: string;
  clocks: number;
}): Promise<void> {
  await sql`delete from sla_clocks where workspace_id = ${workspaceId}`.execute(owner);
  await sql`insert into sla_clocks (workspace_id, id, ticket_id, metric, instance, state, started_at,
      target_ms, counted_ms, paused_ms, due_at, breached_at, ended_at, assistant_at, agent_at,
      assistant_counted_ms, agent_counted_ms, policy_id, policy_version)
    select ${workspaceId}, gen_random_uuid(), t.id,
      (array['first_reply', 'next_reply', 'requester_wait', 'agent_work', 'resolution'])[1 + n % 5],
      1000 + n, case when late then 'breached' else 'met' end, at, 3600000, took, 0,
      at + interval '1 hour', case when late then at + interval '1 hour' end, at + took * interval '1 ms',
      case when n % 3 = 0 then at + took * interval '1 ms' end, at + took * interval '1 ms',
      case when n % 3 = 0 then took end, took, p.id, 1
    from (select n, n % 25 < 5 as late, now() - (n % 43200) * interval '1 minute' as at,
        ((n * 7919) % 3500000 + case when n % 25 < 5 then 3600000 else 0 end)::bigint as took
      from generate_series(1, ${clocks}::int) as n) made
    join (select id, row_number() over (order by id) as place, count(*) over () as all_of_them
      from tickets where workspace_id = ${workspaceId}) t on t.place = 1 + n % t.all_of_them
    join (select id, row_number() over (order by id) as place, count(*) over () as all_of_them
      from sla_policies where workspace_id = ${workspaceId}) p on p.place = 1 + (n / 5) % p.all_of_them`.execute(
    owner,
  );
  await sql`analyze sla_clocks`.execute(owner);
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const begun = performance.now();
    await act();
    times.push(performance.now() - begun);
  }
  return times.toSorted((a, b) => a - b)[4] ?? 0;
}
