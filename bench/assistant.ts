/**
 * How soon does the assistant answer a mail, how many does it deal with, and what does the desk feel of it?
 *
 * Runs the whole program in this process on an embedded PostgreSQL, with 300 articles beside those of the
 * demo and a policy that lets the assistant act alone. Customers, their mail server and an agent's desk are
 * processes of their own on the same machine. Each mail is of another customer. Measured is the time from
 * the 250 to a customer's mail until the answer has reached their server, or until the case was handed over
 * (kept in the database); then how many mails are dealt with if they come as fast as they are accepted. The
 * baseline is the same with the assistant off: mails are read, understood and put into their queue.
 *
 *   npm run bench -- assistant [seconds a rate = 20] [seconds of the flood = 30] [rates = 5,10,20]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { assistantPolicySchema, type Autonomy } from '../src/contracts/assistant.ts';
import { createArticleSchema } from '../src/contracts/knowledge.ts';
import type { App } from '../src/server/app.ts';
import { cpuOf } from './support/cpu.ts';
import type { SendOrder, Sent } from './support/customers.ts';
import { helpPages, questionAt } from './support/help-pages.ts';
import { withProgram } from './support/program.ts';

const seconds = Number(process.argv[2] ?? 20);
const floodSeconds = Number(process.argv[3] ?? 30);
const rates = (process.argv[4] ?? '5,10,20').split(',').map(Number);
const pages = 300;
const file = (name: string) => new URL(`./support/${name}.ts`, import.meta.url).pathname;

interface Dealt {
  readonly address: string;
  readonly path: string;
  readonly at: number;
}
interface World {
  readonly app: App;
  readonly workspaceId: string;
  readonly customers: ChildProcess;
}
interface Round {
  readonly autonomy: Autonomy;
  readonly perSecond: number | null;
}

let asked = 0;
const customers = fork(file('customers'));
const [port] = (await once(customers, 'message')) as [number];
try {
  await withProgram(run, ['http', 'worker', 'mail'], {
    SEGUE_SMTP_PORT: '0',
    SEGUE_OUTGOING_SMTP: `smtp://127.0.0.1:${port}`,
  });
} finally {
  customers.disconnect();
}

async function run(app: App, workspaceId: string): Promise<void> {
  const world = { app, workspaceId, customers };
  await writePages(world);
  await warmUp(world);
  for (const perSecond of rates) await measure(world, { autonomy: 'auto', perSecond });
  const [most = 20] = rates.toSorted((one, other) => other - one);
  await measure(world, { autonomy: 'off', perSecond: most });
  if (floodSeconds === 0) return;
  const off = await measure(world, { autonomy: 'off', perSecond: null });
  const on = await measure(world, { autonomy: 'auto', perSecond: null });
  console.log(`full work to reading alone: ${(on / off).toFixed(2)}`);
}

async function warmUp(world: World): Promise<void> {
  await govern(world, 'auto');
  const { accepted } = await send(world, { perSecond: 10, seconds: 3 });
  await dealtWith(world, { addresses: Object.keys(accepted), autonomy: 'auto' });
  // A database that has run for some time knows how much is in its tables; a new one plans as if they were empty.
  await sql`analyze`.execute(world.app.database.owner);
}

/** One round; mails dealt with in a second. */
async function measure(world: World, round: Round): Promise<number> {
  await govern(world, round.autonomy);
  await sleep(1_000);
  const desk = fork(file('asker'), [
    world.app.url ?? '',
    'ana@lowtide.test',
    '200',
    '/api/tickets',
  ]);
  await once(desk, 'message');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const busy = performance.eventLoopUtilization();
  const before = await cpuOf(world.app);
  const begun = performance.now();
  const { perSecond } = round;
  const { accepted } = await send(world, {
    perSecond,
    seconds: perSecond === null ? floodSeconds : seconds,
  });
  const addresses = Object.keys(accepted);
  const keptFor = (performance.now() - begun) / 1_000;
  const dealt = await dealtWith(world, { addresses, autonomy: round.autonomy });
  const took = (performance.now() - begun) / 1_000;
  delay.disable();
  const after = await cpuOf(world.app);
  const { utilization } = performance.eventLoopUtilization(busy);
  desk.send('stop');
  const [asker] = (await once(desk, 'message')) as [{ took: number[]; ownP99: number }];
  const name = perSecond === null ? 'as fast as accepted' : `${perSecond} a second`;
  console.log(`\nassistant ${round.autonomy}, ${name}; load ${loadavg()[0]?.toFixed(1)}`);
  console.log(
    `  ${addresses.length} mails accepted in ${keptFor.toFixed(1)} s, dealt with in ${took.toFixed(1)} s: ${(addresses.length / took).toFixed(1)} a second`,
  );
  report(dealt, accepted);
  console.log(
    `  event loop  p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, busy ${Math.round(utilization * 100)} %`,
  );
  const each = (of: 'program' | 'database') =>
    ((after[of] - before[of]) / addresses.length).toFixed(0);
  console.log(`  CPU a mail  program ${each('program')} ms, database ${each('database')} ms`);
  console.log(
    `  desk list   ${spread(asker.took)} (p99 of an idle process here: ${asker.ownP99.toFixed(0)} ms)`,
  );
  await caughtUp(world);
  return addresses.length / took;
}

/** Waits until what follows from the mails and was due is done; says how much that was and how long it took. */
async function caughtUp({ app }: World): Promise<void> {
  const due = new Date();
  const left = async () => {
    const { rows } = await sql<{ left: number }>`
      select count(*)::int as left from graphile_worker._private_jobs where run_at <= ${due}`.execute(
      app.database.owner,
    );
    return rows[0]?.left ?? 0;
  };
  const begun = performance.now();
  const first = await left();
  while ((await left()) > 0) await sleep(100);
  const took = (performance.now() - begun) / 1_000;
  console.log(
    `  then left   ${first} jobs that follow (clocks, figures, search), run in ${took.toFixed(1)} s`,
  );
}

function report(dealt: readonly Dealt[], accepted: Sent['accepted']): void {
  for (const path of new Set(dealt.map((one) => one.path))) {
    const times = dealt
      .filter((one) => one.path === path)
      .map(({ address, at }) => at - (accepted[address] ?? at));
    console.log(`  ${path.padEnd(11)} ${spread(times)}`);
  }
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return `p50 ${at(0.5).toFixed(0)} ms, p90 ${at(0.9).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms, longest ${at(1).toFixed(0)} ms (${sorted.length})`;
}

async function send(
  { app, customers: people }: World,
  order: Pick<SendOrder, 'perSecond' | 'seconds'>,
): Promise<Sent> {
  const most = order.perSecond === null ? 6_000 : order.perSecond * order.seconds;
  const mails = Array.from({ length: most }, () => {
    asked += 1;
    return { from: `customer-${asked}@bench.test`, ...questionAt(asked, pages) };
  });
  people.send({
    ...order,
    port: app.smtp?.port ?? 0,
    to: 'support@lowtide.test',
    mails,
  } satisfies SendOrder);
  const [sent] = (await once(people, 'message')) as [Sent];
  return sent;
}

/** Waits until every mail was dealt with; says how and when. */
async function dealtWith(
  world: World,
  { addresses, autonomy }: { addresses: readonly string[]; autonomy: Autonomy },
): Promise<Dealt[]> {
  for (;;) {
    const dealt =
      autonomy === 'off' ? await queued(world, addresses) : await decided(world, addresses);
    if (dealt.length === addresses.length) return dealt;
    await sleep(250);
  }
}

/** Cases of the assistant: answers count when they have reached the customer's server. */
async function decided(
  { app, customers: people }: World,
  addresses: readonly string[],
): Promise<Dealt[]> {
  const { rows } = await sql<Dealt & { speaks: boolean }>`
    select i.value as address, d.path, extract(epoch from d.at) * 1000 as at, d.message_id is not null as speaks
    from assistant_decisions d
    join tickets t on t.workspace_id = d.workspace_id and t.id = d.ticket_id
    join customer_identities i on i.workspace_id = t.workspace_id and i.customer_id = t.customer_id
    where d.state = 'done' and i.value = any(${addresses})`.execute(app.database.owner);
  people.send('handed');
  const [handed] = (await once(people, 'message')) as [Record<string, number>];
  return rows.flatMap(({ address, path, at, speaks }) => {
    if (!speaks) return [{ address, path, at: Number(at) }];
    const handedAt = handed[address];
    return handedAt === undefined ? [] : [{ address, path, at: handedAt }];
  });
}

/** Tickets that wait in a queue and were understood. */
async function queued({ app }: World, addresses: readonly string[]): Promise<Dealt[]> {
  const { rows } = await sql<{ address: string; at: number; left: number }>`
    select i.value as address, extract(epoch from w.eligible_at) * 1000 as at
    from work_items w
    join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
    join customer_identities i on i.workspace_id = t.workspace_id and i.customer_id = t.customer_id
    where i.value = any(${addresses}) and not exists (
      select from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id
      where k.identifier in ('mail.read', 'ticket.understand', 'assistant.consider'))`.execute(
    app.database.owner,
  );
  return rows.map(({ address, at }) => ({ address, path: 'queue', at: Number(at) }));
}

async function govern({ app, workspaceId }: World, autonomy: Autonomy): Promise<void> {
  const { assistantPolicies: policies } = app.services;
  const { version } = (await policies.history(workspaceId)).current;
  const policy = assistantPolicySchema.parse({
    otherwise: { autonomy, answerFrom: 0.6 },
    limits: { perHour: 100_000 },
  });
  await policies.save({ workspaceId, memberId: null }, { version, policy, note: '' });
}

async function writePages({ app, workspaceId }: World): Promise<void> {
  const { articles } = app.services;
  const member = await app.database.owner
    .selectFrom('members')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  for (const page of helpPages(pages)) {
    const article = createArticleSchema.parse(page);
    const { id } = await articles.create({ workspaceId, memberId: member.id }, article);
    await articles.setStatus(workspaceId, id, { status: 'published' });
  }
}
