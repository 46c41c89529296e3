/**
 * The operations board with 200 agents and 5,000 pieces of open work among 20,000 tickets: time and size of
 * what the desk asks for, against the same board read the plain way, by the list of tickets that the inbox
 * pages through, on the same database in the same run.
 *
 *   npm run bench -- board [open items] [agents] [tickets]
 */
import { boardWorkQuerySchema } from '../src/contracts/board.ts';
import type { App } from '../src/server/app.ts';
import { uuidIds } from '../src/server/platform/ids.ts';
import { addBoardWork } from './support/board-work.ts';
import { addAgents, withProgram } from './support/program.ts';

const items = Number(process.argv[2] ?? 5_000);
const agents = Number(process.argv[3] ?? 200);
const tickets = Number(process.argv[4] ?? 20_000);
const rounds = 9;

await withProgram(run);

async function run({ database, services }: App, workspaceId: string): Promise<void> {
  await addAgents(database, workspaceId, { count: agents });
  await addBoardWork(database, workspaceId, { items, tickets });
  const list = (name: string, limit: number) => () =>
    services.board.work(workspaceId, boardWorkQuerySchema.parse({ list: name, limit }));
  const asks: Record<string, () => Promise<unknown>> = {
    'board: queues, agents, totals': () => services.board.read(workspaceId),
    'after chats, first 200': list('after_chat', 200),
    'at risk, first 200': list('at_risk', 200),
    'needs somebody else, first 200': list('reassign', 200),
    'all work, first 200': list('open', 200),
    [`all work, all ${items}`]: list('open', Math.min(items, 5_000)),
    'alerts: one look': () => services.alerts.check(workspaceId),
    'plain way: all work by the inbox list': () => byInboxList(services, workspaceId),
  };
  console.log(
    `${items} pieces of open work of ${tickets} tickets, ${agents} agents, median of ${rounds} alternating rounds, embedded PostgreSQL`,
  );
  const times = new Map<string, number[]>(Object.keys(asks).map((name) => [name, []]));
  const sizes = new Map<string, number>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, ask] of Object.entries(asks)) {
      const start = performance.now();
      const answer = await ask();
      // The first round warms caches and connections.
      if (round > 0) times.get(name)?.push(performance.now() - start);
      sizes.set(name, JSON.stringify(answer ?? null).length);
    }
  }
  for (const [name, values] of times) {
    const size = ((sizes.get(name) ?? 0) / 1_000).toFixed(0);
    console.log(
      `  ${name.padEnd(40)} ${median(values).toFixed(1).padStart(8)} ms  ${size.padStart(6)} kB`,
    );
  }
  const of = (name: string) => median(times.get(name) ?? []);
  const ratio = of('plain way: all work by the inbox list') / of(`all work, all ${items}`);
  console.log(`  ratio of the plain way to the board       ${ratio.toFixed(1)}`);
}

/** What a board would do without statements of its own: page through the list the inbox has. */
async function byInboxList(services: App['services'], workspaceId: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  let cursor: string | undefined;
  const memberId = uuidIds.next();
  do {
    const page = await services.tickets.list(
      { workspaceId, memberId, name: '', mayOverride: false },
      {
        filter: { work: ['waiting', 'offered', 'assigned', 'held'] },
        sort: 'created',
        direction: 'asc',
        limit: 200,
        ...(cursor !== undefined && { cursor }),
      },
    );
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
