/**
 * How many mails a second become tickets, from DATA to the committed ticket?
 *
 * Starts the whole program in this process on an embedded PostgreSQL with its ordinary settings (fsync
 * on), and sends mails of about 4 kB (text, HTML and a small file), each of another customer. The
 * baseline is one connection that sends one mail after the other; the other rounds send the same number
 * over several connections. Sender, program and database share the machine.
 *
 *   node bench/mail-intake.ts [mails a round = 300] [connections = 1,4,16]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { startApp, type App } from '../src/server/app.ts';
import { findFreePort } from '../src/server/platform/http/listen.ts';
import { createLog } from '../src/server/platform/log.ts';
import { startEmbeddedPostgres } from '../src/server/platform/postgres/index.ts';

interface Round {
  readonly connections: number;
  readonly keptPerSecond: number;
  readonly ticketsPerSecond: number;
  /** Between the answer 250 to the last mail and its ticket. */
  readonly lagMs: number;
}

const mails = Number(process.argv[2] ?? 300);
const connections = (process.argv[3] ?? '1,4,16').split(',').map(Number);
const support = 'support@lowtide.test';
const host = '127.0.0.1';
const words = 'The second section of my left pole does not lock any more, and I leave on Friday. ';

const dataDir = await mkdtemp(join(tmpdir(), 'segue-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir });
const port = await findFreePort(host, 0);
const app = await startApp({
  config: {
    dataDir,
    secret: null,
    databaseUrl: null,
    http: { host, port: 0, trustProxy: false },
    publicUrl: null,
    filesUrl: null,
    smtp: { host, port, maxBytes: 5_000_000 },
    outgoingSmtp: null,
    uploadMaxBytes: 1_000_000,
    roles: new Set(['http', 'worker', 'mail']),
    seed: 'demo',
    encoder: true,
    openWorkspaces: false,
    allowedHosts: [],
    logLevel: 'silent',
  },
  connection: postgres.connection,
  log: createLog('silent'),
  masterSecret: 'a secret of a benchmark that nobody else will use',
});

try {
  await measure(app, 1, Math.min(mails, 50));
  const rounds: Round[] = [];
  for (const count of connections) rounds.push(await measure(app, count, mails));
  report(rounds);
} finally {
  await app.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function measure(running: App, count: number, total: number): Promise<Round> {
  const transport = createTransport({
    host,
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: count,
    maxMessages: 1e9,
  });
  const before = await countTickets(running);
  const begin = performance.now();
  let next = 0;
  const send = async () => {
    while (next < total) {
      next += 1;
      await transport.sendMail(mailOf(`${count}-${total}-${next}`));
    }
  };
  await Promise.all(Array.from({ length: count }, send));
  const kept = performance.now();
  while ((await countTickets(running)) < before + total) await sleep(2);
  const done = performance.now();
  transport.close();
  return {
    connections: count,
    keptPerSecond: total / ((kept - begin) / 1_000),
    ticketsPerSecond: total / ((done - begin) / 1_000),
    lagMs: done - kept,
  };
}

function mailOf(key: string) {
  const text = words.repeat(12);
  return {
    from: { name: `Customer ${key}`, address: `c${key}@customer.test` },
    to: support,
    subject: `Broken pole ${key}`,
    text,
    html: `<p>${text}</p>`,
    attachments: [{ filename: 'order.txt', content: `Order ${key}` }],
  };
}

async function countTickets({ database }: App): Promise<number> {
  const row = await database.owner
    .selectFrom('tickets')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function report(rounds: readonly Round[]): void {
  const base = rounds[0]!;
  console.log(
    `${mails} mails a round, ratios against ${base.connections} connection, one mail after the other`,
  );
  console.log('connections   kept/s  ratio   tickets/s  ratio   last ticket after');
  for (const round of rounds) {
    const cells = [
      String(round.connections).padStart(11),
      round.keptPerSecond.toFixed(0).padStart(9),
      (round.keptPerSecond / base.keptPerSecond).toFixed(2).padStart(7),
      round.ticketsPerSecond.toFixed(0).padStart(12),
      (round.ticketsPerSecond / base.ticketsPerSecond).toFixed(2).padStart(7),
      `${round.lagMs.toFixed(0)} ms`.padStart(20),
    ];
    console.log(cells.join(''));
  }
}
