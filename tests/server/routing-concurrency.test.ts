import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { triggerRuleSchema } from '../../src/contracts/triggers.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openChat, openMail, putAtDesk } from '../support/journeys.ts';
import { startProcess } from '../support/processes.ts';
import { on } from '../support/trigger-world.ts';

const processes = 8;
const acts = 110;

let app: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set() } });
  owner = new pg.Client(app.connection);
  await owner.connect();
  // The end of a chat re-classes its work without asking for room; with one ceiling for all it never adds.
  await owner.query('update capacity_rules set messaging_ceiling = 9, email_ceiling = budget');
});

afterAll(async () => {
  await owner.end();
  await app.stop();
});

interface Report {
  readonly accepted: string[];
  readonly counts: Record<string, number>;
  readonly violations: string[];
}

async function hammer(orders: object): Promise<Report> {
  const accepted: string[] = [];
  let last: Pick<Report, 'counts' | 'violations'> = {
    counts: {},
    violations: ['the process said nothing'],
  };
  for await (const line of startProcess(new URL('../support/hammer.ts', import.meta.url), orders)
    .lines) {
    const said = JSON.parse(line) as { accepted?: string } & Report;
    if (typeof said.accepted === 'string') accepted.push(said.accepted);
    else last = said;
  }
  return { accepted, ...last };
}

/** A rule for each agent: what gets a certain priority is theirs. */
async function giveByRules(workspaceId: string, agentIds: readonly string[]): Promise<void> {
  const author = { workspaceId, memberId: agentIds[0] ?? '' };
  for (const [place, priority] of ['urgent', 'high', 'normal', 'low'].entries()) {
    await app.services.triggers.rules.create(author, {
      ...triggerRuleSchema.parse({
        name: `All that is ${priority}`,
        kind: 'ticket',
        conditions: { all: [on('priority', 'is', [priority])], any: [] },
        actions: [{ do: 'assign_agent', agentId: agentIds[place % agentIds.length] }],
      }),
      enabled: true,
    });
  }
}

/** How often something stands in the history. */
async function told(what: string): Promise<number> {
  const { rows } = await owner.query(
    `select count(*)::int as times from ticket_events where ${what}`,
  );
  return rows[0].times;
}

it('never exceeds capacity and never gives work twice, with 8 processes at it at once', async () => {
  const { id: workspaceId } = await app.demo();
  const { rows } = await owner.query<{ id: string }>('select id from agents order by id');
  const agentIds = rows.map((row) => row.id);
  for (const id of agentIds) await putAtDesk(app, workspaceId, id);
  const ticketIds: string[] = [];
  for (let index = 0; index < 30; index += 1) {
    ticketIds.push((await openChat(app, workspaceId)).ticketId);
    ticketIds.push((await openMail(app, workspaceId, `m${index}@example.test`)).ticketId);
  }

  await giveByRules(workspaceId, agentIds);

  const reports = await Promise.all(
    Array.from({ length: processes }, (_, index) =>
      hammer({
        connection: app.connection,
        workspaceId,
        agentIds,
        ticketIds,
        seed: index + 1,
        acts,
      }),
    ),
  );

  expect(reports.flatMap((report) => report.violations)).toEqual([]);
  for (const act of [
    'route',
    'take',
    'transfer',
    'bulk',
    'accept',
    'endChat',
    'reopen',
    'reopenOwn',
    'giveBack',
    'override',
    'rule',
    'startCall',
    'endCall',
  ]) {
    const done = reports.reduce((sum, report) => sum + (report.counts[act] ?? 0), 0);
    expect(done, `${act} was hardly tried`).toBeGreaterThan(20);
  }
  expect(await told(`data->>'why' like 'beyond capacity%by override'`)).toBeGreaterThan(0);
  expect(await told(`type = 'work.assigned' and actor_kind = 'trigger'`)).toBeGreaterThan(0);
  expect(await told(`type = 'call.ended'`)).toBeGreaterThan(0);
  const accepted = reports.flatMap((report) => report.accepted);
  // Whoever accepts what they have accepted hears the same answer; it happens once.
  const acceptedOnce = new Set(accepted).size;
  const stored = await owner.query(
    `select count(*)::int as count from offers where outcome = 'accepted'`,
  );
  expect(stored.rows[0].count).toBe(acceptedOnce);
  expect(await told(`type = 'offer.accepted'`)).toBe(acceptedOnce);
  // Between two times the router gives out the same work, something must have taken it back.
  const doubled = await owner.query(`
      with acts as (
        select ticket_id, type, actor_kind, lag(type) over (partition by ticket_id order by id) as before
        from ticket_events
        where type in ('work.offered', 'work.assigned', 'work.taken', 'work.queued', 'work.returned', 'work.released',
          'work.reclassified', 'offer.accepted', 'offer.declined', 'offer.timed_out', 'offer.withdrawn'))
      select * from acts where type in ('work.offered', 'work.assigned') and actor_kind = 'system'
        and before in ('work.offered', 'work.assigned', 'work.taken', 'offer.accepted')`);
  expect(doubled.rows).toEqual([]);

  // Each costs a second until PostgreSQL notices it and it is repeated.
  const deadlocked = await owner.query(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  expect(deadlocked.rows[0].deadlocks).toBeLessThan(3);
}, 600_000);
