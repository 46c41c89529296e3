import { EventEmitter } from 'node:events';
import {
  Logger,
  run,
  runMigrations,
  type Runner,
  type TaskList,
  type WorkerEventMap,
  type WorkerEvents,
} from 'graphile-worker';
import type pg from 'pg';
import { jobSchemas, type JobName, type JobPayload } from '../../../contracts/jobs.ts';
import type { Log } from '../log.ts';
import { laneOf, lanes, priorityOf, type Lane } from './lanes.ts';
import { createPrecedence, type Precedence } from './precedence.ts';
import { startRecovery } from './recovery.ts';

/** A job to enqueue. Jobs with the same `key` that wait are one; those of one `queue` run one at a time. */
export interface JobSpec<Name extends JobName = JobName> {
  readonly name: Name;
  readonly payload: JobPayload<Name>;
  readonly key?: string;
  readonly queue?: string;
  readonly runAt?: Date;
  /** With `key`: a job that waits already keeps its time instead of taking this one. */
  readonly keepRunAt?: boolean | undefined;
  /** With `key`: waits so long, from the first of those that come meanwhile. */
  readonly gatherMs?: number;
  readonly maxAttempts?: number;
}

/** Makes a spec whose payload is checked against the name. */
export function job<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  options: Omit<JobSpec, 'name' | 'payload'> = {},
): JobSpec {
  return { name, payload, ...options };
}

/** How a job is run. */
export interface JobInfo {
  readonly lastAttempt: boolean;
  /** Aborted when the process stops: it waits for its jobs, so what takes minutes ends early and goes on later. */
  readonly stopping?: AbortSignal;
}

/** What runs a job. Must be idempotent: it may be called again after it has done its work. */
export type JobHandlers = {
  readonly [Name in JobName]: (payload: JobPayload<Name>, info: JobInfo) => Promise<void>;
};

/**
 * Enqueues in the given client's transaction. Specs with equal keys are merged first. Throws at once where a spec
 * cannot be written; everything is asked for at once, so that a pipelined connection sends it together with what
 * the caller asks for next.
 */
export function enqueue(
  client: Pick<pg.ClientBase, 'query'>,
  specs: readonly JobSpec[],
): Promise<unknown> {
  const merged = mergeByKey(specs);
  const added = [false, true].flatMap((keepRunAt) => {
    const group = merged.filter((spec) => keepsRunAt(spec) === keepRunAt);
    return group.length === 0 ? [] : [addJobs(client, group, keepRunAt)];
  });
  return Promise.all(added);
}

/** Gathering must not begin anew with each that comes, or a busy ticket would wait for ever. */
function keepsRunAt({ keepRunAt, gatherMs }: JobSpec): boolean {
  return keepRunAt ?? gatherMs !== undefined;
}

function addJobs(
  client: Pick<pg.ClientBase, 'query'>,
  specs: readonly JobSpec[],
  keepRunAt: boolean,
): Promise<unknown> {
  const rows = specs.map((spec) => ({
    identifier: spec.name,
    payload: spec.payload,
    queue_name: spec.queue ?? null,
    run_at: spec.runAt?.toISOString() ?? null,
    gather_ms: spec.gatherMs ?? null,
    max_attempts: spec.maxAttempts ?? 12,
    job_key: spec.key ?? null,
    priority: priorityOf(spec.name),
  }));
  return client.query(
    `select count(*) from graphile_worker.add_jobs(array(
       select row(s.identifier, s.payload, s.queue_name,
         coalesce(s.run_at, now() + s.gather_ms * interval '1 ms'), s.max_attempts, s.job_key, s.priority, null)::graphile_worker.job_spec
       from json_to_recordset($1::json) as s(identifier text, payload json, queue_name text,
         run_at timestamptz, gather_ms integer, max_attempts integer, job_key text, priority integer)), $2)`,
    [JSON.stringify(rows), keepRunAt],
  );
}

function mergeByKey(specs: readonly JobSpec[]): JobSpec[] {
  const keyed = new Map<string, JobSpec>();
  const rest: JobSpec[] = [];
  for (const spec of specs) {
    if (spec.key === undefined) rest.push(spec);
    else {
      const known = keyed.get(spec.key);
      keyed.set(spec.key, known && spec.keepRunAt ? { ...spec, ...timeOf(known) } : spec);
    }
  }
  return [...keyed.values(), ...rest];
}

/** The time of a spec that came first in the batch, for one that must not change it. */
function timeOf({ runAt, keepRunAt }: JobSpec): Pick<JobSpec, 'runAt' | 'keepRunAt'> {
  return { ...(runAt && { runAt }), keepRunAt };
}

/** Creates or updates the queue's own tables. */
export async function migrateJobs(pool: pg.Pool, log: Log): Promise<void> {
  await runMigrations({ pgPool: pool, logger: loggerOf(log) });
}

export interface JobRunner {
  stop(): Promise<void>;
}

export interface JobRunnerOptions {
  readonly pool: pg.Pool;
  readonly log: Log;
  readonly handlers: JobHandlers;
}

interface LaneOptions extends JobRunnerOptions {
  readonly precedence: Precedence;
  readonly stopping: AbortSignal;
}

/** Starts running jobs in this process until stopped; unfinished ones run again elsewhere. */
export async function startJobs(options: JobRunnerOptions): Promise<JobRunner> {
  const ids: string[] = [];
  const runners: Runner[] = [];
  const precedence = createPrecedence();
  const ending = new AbortController();
  const { signal: stopping } = ending;
  for (const lane of lanes)
    runners.push(await runLane({ ...options, precedence, stopping }, lane, ids));
  const recovery = await startRecovery(options.pool, ids, options.log);
  return {
    async stop() {
      ending.abort();
      await Promise.all(runners.map((runner) => runner.stop()));
      await recovery.stop();
    },
  };
}

/** Runs the jobs of one lane; the id under which it locks them is added to `ids`. */
function runLane(options: LaneOptions, lane: Lane, ids: string[]): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => ids.push(workerPool.id));
  events.on('localQueue:setMode', (change) => letReturn(change));
  return run({
    pgPool: options.pool,
    logger: loggerOf(options.log),
    concurrency: lane.concurrency,
    pollInterval: lane.pollMs,
    noHandleSignals: true,
    taskList: taskListOf(options, lane),
    preset: presetOf(lane),
    events,
  });
}

/**
 * Jobs are fetched and completed several at once: measured at 9 to 12 times the throughput of one fetch and one
 * completion for each. One that was done and not yet taken out runs again after a kill, as any may.
 */
function presetOf({ portion, pauseMs }: Lane): GraphileConfig.Preset {
  const pause = pauseMs !== undefined && {
    refetchDelay: {
      durationMs: pauseMs,
      threshold: Math.floor(portion / 5),
      maxAbortThreshold: Infinity,
    },
  };
  return { worker: { localQueue: { size: portion, ...pause }, completeJobBatchDelay: 20 } };
}

/**
 * Lets a local queue that still holds jobs give them back when it is released. Version 0.18 refuses to: its
 * return is work in the background, and a released queue takes none unless some is under way. The whole stop then
 * failed, jobs that ran were not waited for, and the next start had to find what nobody ran.
 */
function letReturn({ localQueue, newMode }: WorkerEventMap['localQueue:setMode']): void {
  if (newMode !== 'RELEASED') return;
  const queue = localQueue as unknown as {
    backgroundCount: number;
    decreaseBackgroundCount: () => void;
  };
  queue.backgroundCount += 1;
  queueMicrotask(() => queue.decreaseBackgroundCount());
}

function taskListOf({ handlers, log, precedence, stopping }: LaneOptions, lane: Lane): TaskList {
  const tasks: TaskList = {};
  const names = Object.keys(handlers) as JobName[];
  for (const name of names.filter((one) => laneOf(one) === lane.name)) {
    const handler = handlers[name] as (payload: unknown, info: JobInfo) => Promise<void>;
    tasks[name] = async (payload, helpers) => {
      const { attempts, max_attempts: most } = helpers.job;
      const work = () =>
        handler(jobSchemas[name].parse(payload), { lastAttempt: attempts >= most, stopping });
      try {
        if (lane.makesWayMs !== undefined) await precedence.makeWay(lane.makesWayMs);
        await (lane.name === 'prompt' ? precedence.first(work) : work());
      } catch (error) {
        log.error({ err: error, job: name, attempts }, 'job failed');
        throw error;
      }
    };
  }
  return tasks;
}

function loggerOf(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
}
