/**
 * A process of the delivery test: commits facts and acknowledges them on standard output, and moves them
 * to jobs and runs those, until it is killed. Speaks JSON lines.
 */
import type pg from 'pg';
import { jobSchemas } from '../../src/contracts/jobs.ts';
import { openDatabase } from '../../src/server/platform/db/database.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';
import { job, startJobs, type JobHandlers } from '../../src/server/platform/jobs/jobs.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { startRelay, type Relay } from '../../src/server/platform/outbox/relay.ts';

interface Orders {
  readonly connection: pg.PoolConfig;
  readonly workspaceId: string;
  readonly writes: boolean;
}

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const { workspaceId } = orders;
const log = createLog('silent');
let relay: Relay | null = null;
const database = openDatabase({
  connection: orders.connection,
  log,
  onEvents: () => relay?.poke(),
});

const nothing = Object.fromEntries(
  Object.keys(jobSchemas).map((name) => [name, async () => undefined]),
) as unknown as JobHandlers;
const handlers: JobHandlers = {
  ...nothing,
  // Idempotent, as every job must be: the second run of the same fact changes nothing.
  'mail.send': async ({ mailId }) => {
    await database.ownerPool.query(
      `insert into delivered (fact, runs) values ($1, 1) on conflict (fact) do update set runs = delivered.runs + 1`,
      [mailId],
    );
  },
};

relay = startRelay({
  pool: database.ownerPool,
  log,
  listeners: [
    {
      jobs: ({ event }) =>
        event.type === 'mail.queued'
          ? [job('mail.send', { workspaceId, mailId: event.mailId })]
          : [],
    },
  ],
});
await startJobs({ pool: database.ownerPool, log, handlers });
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);

while (orders.writes) {
  const mailId = uuidIds.next();
  await database.inWorkspace(workspaceId, async (scope) =>
    scope.record({ type: 'mail.queued', mailId }),
  );
  process.stdout.write(`${JSON.stringify({ committed: mailId })}\n`);
}
