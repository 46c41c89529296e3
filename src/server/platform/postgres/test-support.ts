import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

import { chooseAccount } from './account.ts';
import { credentials, runCommand } from './commands.ts';
import { thisHost, type Host } from './host.ts';
import { launch, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './launch.ts';
import { isAlive } from './processes.ts';
import { readPidFile } from './server.ts';

/** Whether the tests run as root, which PostgreSQL does not. */
export const IS_ROOT = process.getuid?.() === 0;

/** A folder that is gone after the test. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'segue-test-'));
  await chmod(folder, 0o755);
  // A server that is just going may still write while its folder is cleared.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * Makes one cluster for all tests of a file; the function returned gives a folder with a copy of it,
 * which takes a tenth of the time of making one.
 */
export function preparedFolders(): () => Promise<string> {
  let original = '';
  beforeAll(async () => {
    original = await mkdtemp(join(tmpdir(), 'segue-test-'));
    const options = { dataDir: original, settings: { fsync: 'off' } };
    await (await launch(options, testHost(original))).stop();
  }, 30_000);
  afterAll(() => rm(original, { recursive: true, force: true }));
  return async () => {
    const folder = await tempFolder();
    execFileSync('cp', ['-a', join(original, 'postgres'), folder]);
    return folder;
  };
}

/** This machine, with what a test wants to be different; nothing is written outside `folder`. */
export function testHost(folder: string, changes: Partial<Host> = {}): Host {
  return { ...thisHost(folder), copyRoots: [join(folder, 'programs')], ...changes };
}

/** Starts a server that is stopped after the test. */
export async function launchForTest(
  options: EmbeddedPostgresOptions,
  host: Host,
): Promise<EmbeddedPostgres> {
  const settings = { fsync: 'off', ...options.settings };
  const postgres = await launch({ ...options, settings }, host);
  onTestFinished(() => postgres.stop());
  return postgres;
}

/** Runs one statement on a connection of its own. */
export async function query(
  connection: EmbeddedPostgres['connection'],
  sql: string,
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Another process that started, or tried to start, a server. */
export interface Starter {
  readonly child: ChildProcess;
  /** `ready`, or the code and message of the error. */
  readonly answer: string;
}

/** Starts a server in another Node process, which then waits to be killed. */
export async function startElsewhere(dataDir: string, host: Host, uid?: number): Promise<Starter> {
  const code = `
    import { launch } from ${JSON.stringify(new URL('launch.ts', import.meta.url).href)};
    try {
      await launch({ dataDir: ${JSON.stringify(dataDir)}, settings: { fsync: 'off' } }, ${JSON.stringify(host)});
      console.log('ready');
    } catch (error) {
      console.log(error.code + ' ' + error.message);
    }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [data] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, answer: data.toString().trim() };
}

/** Kills a process without warning and waits until the kernel has let it go. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Waits until a condition holds, ten seconds at most. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`still not so: ${condition.toString()}`);
    await sleep(10);
  }
}

/** The main process of the server on a data directory. */
export async function serverPid(dataDir: string): Promise<number> {
  const { file } = await readPidFile(join(dataDir, 'postgres'));
  if (file === null) throw new Error(`no server runs on ${dataDir}`);
  return file.pid;
}

/** Whether a program of the system is there and does what a test needs of it. */
export async function runs(...command: readonly string[]): Promise<boolean> {
  return (await runCommand(command, { cwd: '/' })).ok;
}

/** Whether a process with this pid lives. */
export function lives(pid: number): boolean {
  return isAlive({ pid, startedAt: null });
}

/** Runs a shell command for the length of the test, under the account that servers run as. */
export async function bystander(command: string): Promise<{ pid: number; firstLine: string }> {
  const account = await chooseAccount(process.getuid?.() ?? null, null);
  const child = spawn('/bin/sh', ['-c', command], {
    ...credentials(account),
    cwd: '/',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [data] = (await once(child.stdout, 'data')) as [Buffer];
  return { pid: child.pid ?? 0, firstLine: data.toString().trim() };
}
