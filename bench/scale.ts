/**
 * The router through the real database, from 20 to 5,000 agents and 1,000 to 200,000 waiting mails. For each
 * size: a plan when one agent has become free and everybody else has a mail in hand, taken apart into the look
 * at the workspace, the plan and the whole with what it writes; and a burst, everybody free with room for it
 * all, given out in transactions of up to 500. Milliseconds are those of the processor, program and database
 * together, and so say little about who else is busy; rates are of the clock. Growth is the slope of logarithms.
 *
 *   npm run bench -- scale [--agents 20,200,1000,5000] [--items 1000,10000,50000,200000]
 */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { App } from '../src/server/app.ts';
import { createBusinessHours } from '../src/server/features/schedules/index.ts';
import { createRouter } from '../src/server/features/routing/index.ts';
import { plan } from '../src/server/features/routing/plan/plan.rules.ts';
import { createSurveyor } from '../src/server/features/routing/survey.ts';
import { settingsOf } from '../src/server/features/workspaces/index.ts';
import type { Scope } from '../src/server/platform/db/database.ts';
import { uuidIds } from '../src/server/platform/ids.ts';
import { cpuOf, type Cpu } from './support/cpu.ts';
import { growth } from './support/growth.ts';
import { addAgents, withProgram } from './support/program.ts';
import {
  addSkills,
  addWaitingWork,
  fillHands,
  removeCrowd,
  takeBackAll,
  teachCrowd,
} from './support/waiting-work.ts';

const { values } = parseArgs({
  options: {
    agents: { type: 'string', default: '20,200,1000,5000' },
    items: { type: 'string', default: '1000,10000,50000,200000' },
  },
});
const agentCounts = values.agents.split(',').map(Number);
const itemCounts = values.items.split(',').map(Number);
const rounds = 5;
const burstItems = 5_000;

interface Cost {
  readonly agents: number;
  readonly items: number;
  /** Pieces a plan looked at. */
  readonly read: number;
  readonly lookMs: number;
  readonly planMs: number;
  readonly wholeMs: number;
  /** Of a burst: processor time for each assignment, assignments a second, and the delay of the event loop. */
  readonly eachMs: number;
  readonly perSecond: number;
  readonly delayMs: number;
}

await withProgram(run);

async function run(app: App, workspaceId: string): Promise<void> {
  const { owner } = app.database;
  await sql`update work_items set state = 'done', units = 0 where state <> 'done'`.execute(owner);
  await sql`update agents set status = 'offline'`.execute(owner);
  await sql`update capacity_rules set budget = 500, email_ceiling = 500`.execute(owner);
  await addSkills(owner, workspaceId);
  const costs: Cost[] = [];
  console.log(
    'processor time of program and database; look, plan and whole: one agent has become free\n',
  );
  console.log(
    '| agents | waiting | read | look ms | plan ms | whole ms | burst: ms each | a second | loop p99 ms |',
  );
  console.log(`|${' --- |'.repeat(9)}`);
  let before = 0;
  for (const items of itemCounts) {
    const at = new Date();
    await addWaitingWork(owner, workspaceId, { from: before, to: items, at });
    before = items;
    for (const agents of agentCounts) {
      const cost = await measure(app, { workspaceId, at, agents, items });
      costs.push(cost);
      console.log(lineOf(cost));
    }
    if (items !== itemCounts.at(-1)) await removeCrowd(owner, workspaceId);
  }
  sayGrowth(costs);
}

interface Size {
  readonly workspaceId: string;
  readonly at: Date;
  readonly agents: number;
  readonly items: number;
}

async function measure(app: App, { workspaceId, at, agents, items }: Size): Promise<Cost> {
  const { owner } = app.database;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from agents where workspace_id = ${workspaceId} and status = 'online'`.execute(
    owner,
  );
  await addAgents(app.database, workspaceId, {
    count: agents - (rows[0]?.count ?? 0),
    group: 'Front desk',
  });
  await teachCrowd(owner, workspaceId);
  // Time stands still, so that what waits is no backlog in the last size either.
  const router = routerAt(app, at);
  await fillHands(owner, workspaceId, { free: 1 });
  const everyday = await everydayPlan(app, router, { workspaceId, at });
  await takeBackAll(owner, workspaceId);
  await sql`update queues set hand_over = 'fill' where workspace_id = ${workspaceId}`.execute(
    owner,
  );
  const burst = await burstOf(app, router, workspaceId);
  return { agents, items, ...everyday, ...burst };
}

/** The router of the program with a clock of its own, and how it looks at a workspace. */
function routerAt({ database, services }: App, at: Date) {
  const businessHours = createBusinessHours();
  const deps = { database, clock: { now: () => at }, ids: uuidIds, settingsOf, businessHours };
  const { survey } = createSurveyor({ businessHours });
  const { route } = createRouter({ ...deps, conversations: services.conversations });
  return {
    route,
    look: async (scope: Scope) => survey(scope, { settings: await settingsOf(scope), now: at }),
  };
}
type TimedRouter = ReturnType<typeof routerAt>;

async function everydayPlan(
  app: App,
  { route, look }: TimedRouter,
  { workspaceId }: { workspaceId: string; at: Date },
): Promise<Pick<Cost, 'read' | 'lookMs' | 'planMs' | 'wholeMs'>> {
  const { database } = app;
  await sql`update queues set hand_over = 'one_at_a_time' where workspace_id = ${workspaceId}`.execute(
    database.owner,
  );
  const looked = () => database.inWorkspace(workspaceId, look);
  const seen = await looked();
  const lookMs = await cpuEach(app, () => looked());
  const planMs = await cpuEach(app, () => Promise.resolve(plan(seen.snapshot)));
  // Reasons are written once, 300 at a time.
  for (let round = 0; round < 10; round += 1) {
    await route(workspaceId);
    await letGo(app, workspaceId);
  }
  const wholeMs = await cpuEach(
    app,
    () => route(workspaceId),
    () => letGo(app, workspaceId),
  );
  return { read: seen.rows.waiting.length, lookMs, planMs, wholeMs };
}

/** Whoever became free gives the piece back that the plan gave them. */
async function letGo({ database }: App, workspaceId: string): Promise<void> {
  await sql`update work_items set state = 'waiting', agent_id = null, units = 0, assigned_at = null
    where workspace_id = ${workspaceId} and state = 'assigned' and started_at is null`.execute(
    database.owner,
  );
}

/** Gives out what waits, round by round, until enough is given. */
async function burstOf(
  app: App,
  { route }: TimedRouter,
  workspaceId: string,
): Promise<Pick<Cost, 'eachMs' | 'perSecond' | 'delayMs'>> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const [start, before] = [performance.now(), await cpuOf(app)];
  let given = 0;
  for (let goesOn = false; given < burstItems; goesOn = true) {
    const { assigned, more } = await route(workspaceId, { goesOn });
    given += assigned;
    if (!more) break;
  }
  const [seconds, after] = [(performance.now() - start) / 1_000, await cpuOf(app)];
  delay.disable();
  return {
    eachMs: (sumOf(after) - sumOf(before)) / given,
    perSecond: given / seconds,
    delayMs: delay.percentile(99) / 1e6,
  };
}

/** Processor time of one run, program and database, of several. */
async function cpuEach(
  app: App,
  act: () => Promise<unknown>,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  let sum = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = sumOf(await cpuOf(app));
    await act();
    sum += sumOf(await cpuOf(app)) - before;
    await between();
  }
  return sum / rounds;
}

function sumOf({ program, database }: Cpu): number {
  return program + database;
}

function lineOf(cost: Cost): string {
  const { agents, items, read, lookMs, planMs, wholeMs, eachMs, perSecond, delayMs } = cost;
  const cells = [
    agents,
    items,
    read,
    lookMs.toFixed(0),
    planMs.toFixed(1),
    wholeMs.toFixed(0),
    eachMs.toFixed(2),
    perSecond.toFixed(0),
    delayMs.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Growth along each edge of the table. */
function sayGrowth(costs: readonly Cost[]): void {
  const say = (what: string, along: readonly Cost[], by: 'agents' | 'items') => {
    if (along.length < 3) return;
    const sizes = along.map((one) => one[by]);
    const of = (cost: (one: Cost) => number) => growth(sizes, along.map(cost)).toFixed(2);
    console.log(
      `${what}: whole plan n^${of((one) => one.wholeMs)}, plan alone n^${of((one) => one.planMs)}, an assignment of a burst n^${of((one) => one.eachMs)}`,
    );
  };
  console.log('');
  for (const agents of agentCounts)
    say(
      `with items at ${agents} agents`,
      costs.filter((one) => one.agents === agents),
      'items',
    );
  for (const items of itemCounts)
    say(
      `with agents at ${items} items`,
      costs.filter((one) => one.items === items),
      'agents',
    );
}
