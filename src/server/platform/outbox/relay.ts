import { createCoalescingTimer } from './coalescing-timer.ts';
import type pg from 'pg';
import { eventSchema, type DomainEvent } from '../../../contracts/events.ts';
import { enqueue, type JobSpec } from '../jobs/jobs.ts';
import type { Log } from '../log.ts';

/** An event with the workspace it happened in. */
export interface PublishedEvent {
  readonly workspaceId: string;
  readonly event: DomainEvent;
}

/** A small reaction of a feature: jobs join the relay's transaction, `tell` runs after it committed. */
export interface Listener {
  readonly jobs?: (published: PublishedEvent) => readonly JobSpec[];
  readonly tell?: (published: PublishedEvent) => void;
}

export interface Relay {
  /** Says that the outbox has new rows; they leave within about `flushDelayMs`, or `pauseMs` of the last ones. */
  poke(): void;
  /** Empties the outbox now; for tests and for the end. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export interface RelayOptions {
  readonly pool: pg.Pool;
  readonly log: Log;
  readonly listeners: readonly Listener[];
  readonly flushDelayMs?: number;
  /** From one flush to the next, so that many small transactions are moved together. */
  readonly pauseMs?: number;
  readonly pollMs?: number;
}

const batchSize = 500;

/**
 * Moves events from the outbox to jobs and screens. Rows are deleted in the transaction that
 * enqueues their jobs, so a kill at any moment loses no job and makes none twice. Enqueuing here,
 * once for a batch, costs one NOTIFY a flush; done in every writing transaction it costs 40 to 90 %
 * of the write rate.
 */
export function startRelay(options: RelayOptions): Relay {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let flushedAt = -Infinity;

  async function loop(): Promise<void> {
    do {
      again = false;
      flushedAt = performance.now();
      const moved = await flush(options);
      if (moved === batchSize) again = true;
    } while (again);
  }
  function drain(): Promise<void> {
    again = true;
    running ??= loop()
      .catch((error: unknown) =>
        options.log.error({ err: error }, 'outbox relay failed; it will be tried again'),
      )
      .finally(() => {
        running = null;
      });
    return running;
  }
  const soon = createCoalescingTimer(
    () =>
      Math.max(options.flushDelayMs ?? 5, flushedAt + (options.pauseMs ?? 25) - performance.now()),
    () => void drain(),
  );
  const poll = setInterval(() => void drain(), options.pollMs ?? 500);
  void drain();
  return {
    poke: () => {
      if (!stopped) soon.start();
    },
    drain,
    async stop() {
      stopped = true;
      clearInterval(poll);
      soon.clear();
      await drain();
    },
  };
}

async function flush(options: RelayOptions): Promise<number> {
  const client = await options.pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<OutboxRow>(
      `with taken as (
         select workspace_id, id from outbox order by id limit ${batchSize} for update skip locked)
       delete from outbox o using taken t where o.workspace_id = t.workspace_id and o.id = t.id
       returning o.workspace_id, o.event, o.id`,
    );
    const published = readRows(rows, options.log);
    // Together: where the jobs are refused, the commit takes everything back.
    const enqueued = enqueue(client, jobsOf(options.listeners, published));
    await Promise.all([enqueued, client.query('commit')]);
    tellAll(options, published);
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

interface OutboxRow {
  readonly workspace_id: string;
  readonly id: number;
  readonly event: unknown;
}

/** Rows in the order they were written. One that no schema knows is reported and must not stop the rest. */
function readRows(rows: OutboxRow[], log: Log): PublishedEvent[] {
  return rows
    .toSorted((left, right) => left.id - right.id)
    .flatMap((row) => {
      const parsed = eventSchema.safeParse(row.event);
      if (parsed.success) return [{ workspaceId: row.workspace_id, event: parsed.data }];
      log.error({ err: parsed.error, outboxId: row.id }, 'event of an unknown shape dropped');
      return [];
    });
}

function jobsOf(listeners: readonly Listener[], published: readonly PublishedEvent[]): JobSpec[] {
  return published.flatMap((one) => listeners.flatMap((listener) => listener.jobs?.(one) ?? []));
}

function tellAll(options: RelayOptions, published: readonly PublishedEvent[]): void {
  for (const one of published) {
    for (const listener of options.listeners) {
      try {
        listener.tell?.(one);
      } catch (error) {
        options.log.error({ err: error, event: one.event.type }, 'listener failed');
      }
    }
  }
}
