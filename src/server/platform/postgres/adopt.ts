import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { askServer } from './connect.ts';
import { launchError } from './errors.ts';
import { listeningOf, type Listening } from './listening.ts';
import {
  bearsMarker,
  judgeHolder,
  looksLikePostgres,
  type HolderKind,
  type PidFile,
} from './pid-file.ts';
import { inspectProcess, listProcesses, worksIn, type ProcessFacts } from './processes.ts';
import {
  readPidFile,
  signalServer,
  stopServer,
  type Cluster,
  type ServerProcess,
} from './server.ts';

/** A server of ours that was already running. */
export interface FoundServer {
  readonly server: ServerProcess;
  readonly listening: Listening;
}

/** What one look at the cluster showed. */
type Sight =
  | { readonly kind: 'free' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'found'; readonly found: FoundServer };

const SETTLE_LIMIT_MS = 90_000;
/** How long a server whose starter died is given to stop on its own before it is adopted. */
const LEASH_LIMIT_MS = 5_000;
const LEFTOVER_PATIENCE_MS = 1_000;
const LEFTOVER_LIMIT_MS = 5_000;

/**
 * Clears up what an earlier start left behind. Returns our own server when it still runs (its
 * starter was killed) with the same programs and settings; null when a new one can be started.
 * Throws `postgres_in_use` when somebody else's server runs on the cluster.
 */
export async function settleRunningServer(
  cluster: Cluster,
  report: (step: string) => void,
): Promise<FoundServer | null> {
  const begin = performance.now();
  let told = false;
  for (;;) {
    const elapsedMs = performance.now() - begin;
    const sight = await look(cluster, elapsedMs, report);
    if (sight.kind === 'found') return sight.found;
    if (sight.kind === 'free') return null;
    if (elapsedMs > SETTLE_LIMIT_MS) throw stuck(cluster);
    if (!told && elapsedMs > 1_000) report('Waiting for the previous PostgreSQL to finish');
    told ||= elapsedMs > 1_000;
    await sleep(10);
  }
}

async function look(
  cluster: Cluster,
  elapsedMs: number,
  report: (step: string) => void,
): Promise<Sight> {
  const { text, file } = await readPidFile(cluster.dir);
  if (text === null) return { kind: 'free' };
  const facts = file === null ? null : inspectProcess(file.pid);
  const here = facts === null ? false : worksIn(facts.pid, cluster.identity);
  const kind = file === null ? 'zombie' : judgeHolder(facts, cluster.marker, here);
  if (file !== null && facts !== null) {
    if (kind === 'stranger') throw strange(cluster, file.pid);
    if (kind === 'ours' || kind === 'unknown')
      return meet(cluster, { file, facts, kind, elapsedMs, report });
  }
  return clear(cluster, { file, kind, elapsedMs });
}

/** Talks to a living server. */
async function meet(
  cluster: Cluster,
  {
    file,
    facts,
    kind,
    elapsedMs,
    report,
  }: {
    readonly file: PidFile;
    readonly facts: ProcessFacts;
    readonly kind: HolderKind;
    readonly elapsedMs: number;
    readonly report: (step: string) => void;
  },
): Promise<Sight> {
  if (file.status === 'stopping') return { kind: 'wait' };
  // Its signal to stop is on the way: adopting it now would adopt a dying server.
  const leashed = facts.command?.includes('segue.leashed=yes') === true;
  if (leashed && elapsedMs < LEASH_LIMIT_MS) return { kind: 'wait' };
  const listening = listeningOf(file, cluster.dir);
  const answer = await askServer({ ...listening, password: cluster.password });
  const isOurs = answer.state === 'answered' && answer.marker === cluster.marker;
  // Where the process list tells nothing (Windows) PostgreSQL itself decides about the file.
  if (!isOurs) return { kind: kind === 'unknown' ? 'free' : 'wait' };
  if (answer.fingerprint === cluster.fingerprint)
    return { kind: 'found', found: { server: facts, listening } };
  report('Restarting PostgreSQL, which still runs with other settings or an older version');
  await stopServer(cluster, facts);
  return { kind: 'wait' };
}

/** The main process is gone: waits for its children, then clears the files that would block a start. */
async function clear(
  cluster: Cluster,
  { file, kind, elapsedMs }: { file: PidFile | null; kind: HolderKind; elapsedMs: number },
): Promise<Sight> {
  // A file without content is one being written, or one that a power cut left.
  if (file === null && elapsedMs < LEFTOVER_PATIENCE_MS) return { kind: 'wait' };
  const processes = listProcesses();
  const leftovers = processes.filter((facts) => bearsMarker(facts.command ?? '', cluster.marker));
  for (const leftover of leftovers) {
    // They end by themselves unless they are busy with a long query; nobody waits for its result.
    if (elapsedMs > LEFTOVER_LIMIT_MS) await signalServer(cluster, leftover, 'SIGKILL');
    else if (elapsedMs > LEFTOVER_PATIENCE_MS) await signalServer(cluster, leftover, 'SIGQUIT');
  }
  if (leftovers.length > 0) return { kind: 'wait' };
  const unknown = processes.find((facts) => isStranger(cluster, facts));
  if (unknown !== undefined) throw strange(cluster, unknown.pid);
  // PostgreSQL clears the file of a dead server itself, after one more check of its shared memory.
  if (kind !== 'dead') await removeLockFiles(cluster, file);
  return { kind: 'free' };
}

function isStranger(cluster: Cluster, { command, pid }: ProcessFacts): boolean {
  return looksLikePostgres(command ?? '') && worksIn(pid, cluster.identity) === true;
}

/** The socket has a lock file of its own, with the same pid and the same trouble. */
async function removeLockFiles(cluster: Cluster, file: PidFile | null): Promise<void> {
  const folder = file === null ? cluster.dir : listeningOf(file, cluster.dir).socketDirectory;
  const socketFolder = folder === null || folder === '.' ? cluster.dir : folder;
  const names = await readdir(socketFolder).catch(() => []);
  const locks = names.filter((name) => /^\.s\.PGSQL\.\d+\.lock$/.test(name));
  for (const name of locks) await unlink(join(socketFolder, name)).catch(() => {});
  await unlink(join(cluster.dir, 'postmaster.pid')).catch(() => {});
}

function strange(cluster: Cluster, pid: number): Error {
  return launchError(
    'postgres_in_use',
    `A PostgreSQL server that Segue did not start (process ${pid}) uses ${cluster.dir}. Stop it ` +
      `(kill -INT ${pid}) and start again. If that process surely serves other data, delete ` +
      `${join(cluster.dir, 'postmaster.pid')}.`,
  );
}

function stuck(cluster: Cluster): Error {
  return launchError(
    'postgres_start_failed',
    `The previous PostgreSQL on ${cluster.dir} neither answers nor ends. Look into ${cluster.logFile}; ` +
      `its process number is the first line of ${join(cluster.dir, 'postmaster.pid')}.`,
  );
}
