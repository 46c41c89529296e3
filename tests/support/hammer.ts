/**
 * One of the processes of the concurrency test: does random acts of routing for a while and prints what
 * it saw. Started by tests/server/routing-concurrency.test.ts; speaks JSON lines.
 */
import { sql } from 'kysely';
import { startApp } from '../../src/server/app.ts';
import { readLoads } from '../../src/server/features/routing/index.ts';
import { AppError } from '../../src/server/platform/errors.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { testConfig, testSecret } from './config.ts';
import { openChat, openMail } from './journeys.ts';

interface Orders {
  readonly connection: { host: string; port: number; user: string; database: string };
  readonly workspaceId: string;
  readonly agentIds: string[];
  readonly ticketIds: string[];
  readonly seed: number;
  readonly acts: number;
}

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const { workspaceId, agentIds } = orders;
const random = createRandom(orders.seed);
const tickets = [...orders.ticketIds];
const counts: Record<string, number> = {};
const violations: string[] = [];
const expected = new Set([
  'offer_gone',
  'capacity_exceeded',
  'agent_unavailable',
  'not_found',
  'ticket_closed',
  'session_ended',
]);

const app = await startApp({
  config: { ...testConfig(), roles: new Set() },
  connection: orders.connection,
  log: createLog('silent'),
  masterSecret: testSecret,
});
const { services, database } = app;
const rules = await database.inWorkspace(workspaceId, (scope) => readLoads(scope));

const acts: Record<string, () => Promise<unknown>> = {
  route: () => services.router.route(workspaceId),
  routeAgain: () => services.router.route(workspaceId),
  accept: async () => {
    const agentId = pick(agentIds);
    const offer = pickOrNull(await services.routingReader.offers(workspaceId, agentId));
    if (!offer) return;
    await services.offers.accept(workspaceId, offer.id, { id: agentId, name: 'x' });
    process.stdout.write(`${JSON.stringify({ accepted: offer.id })}\n`);
  },
  decline: async () => {
    const agentId = pick(agentIds);
    const offer = pickOrNull(await services.routingReader.offers(workspaceId, agentId));
    if (!offer) return;
    const answer = { reason: 'busy', comment: null } as const;
    await services.offers.decline(workspaceId, offer.id, { id: agentId, name: 'x' }, answer);
  },
  take: () => {
    const agentId = pick(agentIds);
    const ticketId = pick(tickets);
    const actor = { kind: 'agent', id: agentId } as const;
    return database.inWorkspace(workspaceId, (scope) =>
      services.work.give(scope, { ticketId, agentId, actor, override: false }),
    );
  },
  transfer: () => {
    const agentId = pick(agentIds);
    const actor = { kind: 'agent', id: pick(agentIds) } as const;
    return database.inWorkspace(workspaceId, (scope) =>
      services.work.give(scope, { ticketId: pick(tickets), agentId, actor, override: false }),
    );
  },
  override: () => {
    const actor = { kind: 'agent', id: pick(agentIds) } as const;
    return database.inWorkspace(workspaceId, (scope) =>
      services.work.give(scope, {
        ticketId: pick(tickets),
        agentId: pick(agentIds),
        actor,
        override: true,
      }),
    );
  },
  rule: async () => {
    const ticketId = pick(tickets);
    const priority = pick(['urgent', 'high', 'normal', 'low'] as const);
    await database.inWorkspace(workspaceId, (scope) =>
      services.change(scope, ticketId, { priority }, { kind: 'agent', id: pick(agentIds) }),
    );
    await services.triggers.runOn(workspaceId, ticketId);
  },
  startCall: () =>
    services.runningCalls.start(
      { workspaceId, memberId: pick(agentIds) },
      { caller: null, ticketId: pick([null, pick(tickets)]) },
    ),
  endCall: async () => {
    const agent = { workspaceId, memberId: pick(agentIds) };
    const { call } = await services.runningCalls.read(agent);
    if (call) await services.runningCalls.drop(agent, call.id);
  },
  reopenOwn: () =>
    database.inWorkspace(workspaceId, (scope) =>
      services.change(
        scope,
        pick(tickets),
        { status: 'open' },
        { kind: 'agent', id: pick(agentIds) },
      ),
    ),
  bulk: () => {
    const memberId = pick(agentIds);
    const ticketIds = Array.from({ length: 4 }, () => pick(tickets));
    const act = { kind: 'assign', agentId: pick(agentIds) } as const;
    const actor = { workspaceId, memberId, mayUndoOthers: false, mayOverride: false } as const;
    return services.bulks.start(actor, { selection: { kind: 'tickets', ids: ticketIds }, act });
  },
  giveBack: () => {
    const actor = { kind: 'agent', id: pick(agentIds) } as const;
    return database.inWorkspace(workspaceId, (scope) =>
      services.work.giveBack(scope, pick(tickets), actor),
    );
  },
  solve: () => change({ status: 'solved' }),
  wait: () => change({ status: 'pending' }),
  reopen: () => change({ status: 'open' }),
  newMail: async () => {
    tickets.push(
      (await openMail(app, workspaceId, `c${random().toString(36).slice(2)}@example.test`))
        .ticketId,
    );
  },
  newChat: async () => {
    tickets.push((await openChat(app, workspaceId)).ticketId);
  },
  endChat: async () => {
    const ticket = await services.tickets.get(
      { workspaceId, memberId: pick(agentIds), name: 'x', mayOverride: false },
      pick(tickets),
    );
    if (ticket.session === null) return;
    await services.sessions.end(workspaceId, {
      conversationId: ticket.conversationId,
      reason: 'customer',
      actor: { kind: 'customer', id: null },
      receivedAt: new Date(),
    });
  },
};

async function change(to: { status: 'solved' | 'pending' | 'open' }): Promise<void> {
  await database.inWorkspace(workspaceId, (scope) =>
    services.change(scope, pick(tickets), to, { kind: 'customer', id: null }),
  );
}

/** A piece of work in somebody's hands, how it came there, and the call they are on. */
interface InHand {
  readonly agent_id: string;
  readonly channel_class: 'messaging' | 'email';
  readonly state: string;
  readonly units: number;
  readonly given: string;
  readonly given_by: string;
  readonly over: boolean;
  readonly call_id: string | null;
}

/** One statement sees one moment. Ids are made in the order of time. */
async function listInHand(): Promise<InHand[]> {
  const { rows } = await sql<InHand>`
    select w.agent_id, w.channel_class, w.state, w.units, coalesce(e.id::text, '') as given,
      coalesce(e.type, '') as given_by, coalesce(e.data->>'why' like 'beyond capacity%by override', false) as over,
      c.id as call_id
    from work_items w
    left join lateral (
      select id, type, data from ticket_events e
      where e.workspace_id = w.workspace_id and e.ticket_id = w.ticket_id
        and e.type in ('work.assigned', 'work.offered', 'work.taken', 'offer.accepted')
      order by e.id desc limit 1) e on true
    left join calls c on c.workspace_id = w.workspace_id and c.agent_id = w.agent_id and c.ended_at is null
    where w.workspace_id = ${workspaceId} and w.agent_id is not null
      and (w.state in ('offered', 'assigned') or (w.state = 'held' and w.units > 0))`.execute(
    database.owner,
  );
  return rows;
}

/**
 * Nobody may ever carry more than the rule allows, but for what somebody gave by override and the history says so;
 * nor be given anything while on a call.
 */
async function look(): Promise<void> {
  const rows = await listInHand();
  for (const { id, name, capacity } of rules) {
    const mine = rows.filter((row) => row.agent_id === id && !row.over);
    const unitsOf = (some: readonly InHand[]) => some.reduce((sum, { units }) => sum + units, 0);
    const all = unitsOf(mine);
    if (all > capacity.budget) violations.push(`${name} carries ${all} of ${capacity.budget}`);
    for (const channel of ['messaging', 'email'] as const) {
      const used = unitsOf(mine.filter((row) => row.channel_class === channel));
      const ceiling = capacity.ceiling[channel];
      if (used > ceiling) violations.push(`${name} carries ${used} of ${ceiling} in ${channel}`);
    }
    const during = mine.filter(
      ({ state, given, call_id: call }) => call !== null && state !== 'held' && given > call,
    );
    for (const { given_by: by } of during) violations.push(`${name} got ${by} during a call`);
  }
}

for (let act = 0; act < orders.acts; act += 1) {
  const name = pick(Object.keys(acts));
  counts[name] = (counts[name] ?? 0) + 1;
  try {
    await acts[name]?.();
  } catch (error) {
    if (!(error instanceof AppError && expected.has(error.code))) {
      violations.push(`${name}: ${String(error instanceof Error ? error.stack : error)}`);
    }
  }
  await look();
}
process.stdout.write(`${JSON.stringify({ counts, violations: [...new Set(violations)] })}\n`);
await app.close();

function pick<Value>(values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value;
}

function pickOrNull<Value>(values: readonly Value[]): Value | null {
  return values.length === 0 ? null : pick(values);
}

/** mulberry32: small, seeded, good enough to choose acts. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
