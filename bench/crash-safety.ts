/**
 * Does the embedded PostgreSQL keep what it acknowledged when it is killed?
 *
 * A child process commits a row and raises a counter in one transaction, over four connections, and
 * prints each id after its COMMIT. It is killed with SIGKILL 0.2 to 1.7 s after its first row: alone
 * (the kernel then stops the server), alone without that leash (the server is orphaned and
 * adopted), or with every process of the server, in random order. The launcher starts again at
 * once, and the table is compared with what was printed. A kill does not test a power cut: what the
 * kernel was given to write survives.
 *
 *   node bench/crash-safety.ts [rounds = 20] [seed = 1]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { Client } from 'pg';

import { thisHost } from '../src/server/platform/postgres/host.ts';
import { launch, type EmbeddedPostgres } from '../src/server/platform/postgres/launch.ts';
import { bearsMarker } from '../src/server/platform/postgres/pid-file.ts';
import { listProcesses } from '../src/server/platform/postgres/processes.ts';
import { clusterMarker } from '../src/server/platform/postgres/settings.ts';

type Kill = 'node alone' | 'node alone, orphan' | 'whole tree';

interface Round {
  readonly kill: Kill;
  readonly delayMs: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly unacknowledged: number;
  readonly counterOff: number;
  readonly restartMs: number;
  readonly adopted: boolean;
}

const KILLS: readonly Kill[] = ['node alone', 'whole tree', 'node alone, orphan'];
const WRITERS = 4;

if (process.argv[2] === '--writer') await write(process.argv[3]!, process.argv[4] === 'leash');
else await compare(Number(process.argv[2] ?? 20), Number(process.argv[3] ?? 1));

async function compare(rounds: number, seed: number): Promise<void> {
  const random = randomNumbers(seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'segue-crash-'));
  const results: Round[] = [];
  const expected = new Set<string>();
  console.log(`${rounds} rounds, seed ${seed}, ${WRITERS} connections, fsync on\n`);
  console.log(
    line([
      'round',
      'killed',
      'after ms',
      'acknowledged',
      'lost',
      'counter off by',
      'restart ms',
      'adopted',
    ]),
  );
  try {
    for (let index = 0; index < rounds; index += 1) {
      const kill = KILLS[index % KILLS.length]!;
      const round = await runRound(dataDir, expected, { kill, random });
      results.push(round);
      const { acknowledged, adopted, counterOff, delayMs, lost, restartMs } = round;
      const cells = [
        index + 1,
        kill,
        delayMs,
        acknowledged,
        lost,
        counterOff,
        Math.round(restartMs),
      ];
      console.log(line([...cells, adopted ? 'yes' : 'no']));
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  process.exitCode = summarise(results) ? 0 : 1;
}

async function runRound(
  dataDir: string,
  expected: Set<string>,
  { kill, random }: { readonly kill: Kill; readonly random: () => number },
): Promise<Round> {
  const leash = kill === 'node alone, orphan' ? 'no-leash' : 'leash';
  const writer = spawn(
    process.execPath,
    [fileURLToPath(import.meta.url), '--writer', dataDir, leash],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const before = expected.size;
  const lines = createInterface({ input: writer.stdout });
  lines.on('line', (id) => expected.add(id));
  const closed = once(lines, 'close');
  await once(lines, 'line');
  const delayMs = Math.round(200 + random() * 1_500);
  await sleep(delayMs);
  const servers = kill === 'whole tree' ? await serverPids(dataDir) : [];
  const victims = [writer.pid!, ...servers];
  for (const pid of shuffle(victims, random)) kill9(pid);
  await closed;
  const begin = performance.now();
  const postgres = await start(dataDir, leash === 'leash');
  const restartMs = performance.now() - begin;
  try {
    const check = await inspect(postgres, expected);
    return {
      kill,
      delayMs,
      restartMs,
      adopted: postgres.adopted,
      acknowledged: expected.size - before,
      ...check,
    };
  } finally {
    await postgres.stop();
  }
}

function kill9(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // The leash, or the death of the main process, was faster.
  }
}

async function inspect(
  postgres: EmbeddedPostgres,
  expected: ReadonlySet<string>,
): Promise<Pick<Round, 'lost' | 'unacknowledged' | 'counterOff'>> {
  const client = new Client(postgres.connection);
  await client.connect();
  // One snapshot: an adopted server may still finish a commit of the killed writer.
  const result = await client.query<{ ids: string[]; n: number }>(
    `select (select coalesce(array_agg(id), '{}') from kept) as ids, (select n from counter) as n`,
  );
  await client.end();
  const { ids, n } = result.rows[0]!;
  const found = new Set(ids);
  const lost = [...expected].filter((id) => !found.has(id)).length;
  return { lost, unacknowledged: found.size - expected.size + lost, counterOff: n - found.size };
}

/** The child: writes until it is killed, and prints an id only when its COMMIT was answered. */
async function write(dataDir: string, leash: boolean): Promise<void> {
  const postgres = await start(dataDir, leash);
  const clients = Array.from({ length: WRITERS }, () => new Client(postgres.connection));
  // When the server is killed first, there is nothing left to do or to say.
  for (const client of clients) client.on('error', () => process.exit(1));
  await Promise.all(clients.map((client) => client.connect()));
  await clients[0]!.query(
    `create table if not exists kept (id text primary key);
     create table if not exists counter (n int not null);
     insert into counter select 0 where not exists (select from counter);`,
  );
  await Promise.all(
    clients.map(async (client, writer) => {
      for (let row = 0; ; row += 1) {
        const id = `${process.pid}-${Date.now()}-${writer}-${row}`;
        await client.query('begin');
        await client.query('insert into kept values ($1)', [id]);
        await client.query('update counter set n = n + 1');
        await client.query('commit');
        writeSync(1, `${id}\n`);
      }
    }),
  );
}

async function start(dataDir: string, leash: boolean): Promise<EmbeddedPostgres> {
  return launch({ dataDir }, { ...thisHost(dataDir), leash });
}

/** All processes of the server on a data directory, by the name they bear in the process list. */
async function serverPids(dataDir: string): Promise<readonly number[]> {
  const marker = clusterMarker(await stat(join(dataDir, 'postgres'), { bigint: true }));
  const members = listProcesses().filter(({ command }) => bearsMarker(command ?? '', marker));
  return members.map(({ pid }) => pid);
}

function summarise(results: readonly Round[]): boolean {
  const sum = (of: (round: Round) => number): number =>
    results.reduce((all, round) => all + of(round), 0);
  const times = results.map(({ restartMs }) => restartMs).toSorted((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  const lost = sum((round) => round.lost);
  const mismatches = results.filter(({ counterOff }) => counterOff !== 0).length;
  console.log(
    `\n${results.length} rounds: ${sum((round) => round.acknowledged)} rows acknowledged, ${lost} lost, ` +
      `${mismatches} counter mismatches, ${results.at(-1)?.unacknowledged ?? 0} committed without an answer; ` +
      `restart median ${Math.round(median)} ms, longest ${Math.round(times.at(-1) ?? 0)} ms, ` +
      `${results.filter(({ adopted }) => adopted).length} adopted`,
  );
  return lost === 0 && mismatches === 0;
}

function line(cells: readonly (string | number)[]): string {
  const widths = [5, 18, 8, 12, 5, 14, 10, 7];
  return cells.map((cell, column) => String(cell).padStart(widths[column] ?? 0)).join('  ');
}

function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Numbers in [0, 1) that a seed repeats (a linear congruential generator is enough for delays). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
