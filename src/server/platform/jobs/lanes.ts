import type { JobName } from '../../../contracts/jobs.ts';

/** Jobs that are fetched and run together, apart from those of other lanes. */
export interface Lane {
  readonly name: 'prompt' | 'after' | 'long';
  /** How many run at the same time in a process. */
  readonly concurrency: number;
  /** How many are fetched at once at most; the lane asks again only when all of them were begun. */
  readonly portion: number;
  /**
   * How long a lane that fetched little waits before it asks again; by default it asks as soon as there is more.
   * What came in the pause is found by the next poll.
   */
  readonly pauseMs?: number;
  readonly pollMs: number;
  /** How long a job of the lane waits at most while prompt ones run in this process. */
  readonly makesWayMs?: number;
}

/**
 * What somebody waits for. Earlier ones come first when there are more than can be run: a mail that was begun
 * is answered before the next is read, or under load each would wait anew before each of its four steps.
 */
const prompt: readonly JobName[] = [
  'mail.send',
  'assistant.consider',
  'ticket.understand',
  'routing.plan',
  'session.check',
  'mail.read',
  'queue.tell',
  'brief.write',
  'survey.send',
  'ticket.place',
];

/** What keeps a worker for seconds or minutes, or takes many tickets at once. */
const long: ReadonlySet<JobName> = new Set<JobName>([
  'assistant.replay',
  'bulk.run',
  'categories.train',
  'evaluation.run',
  'incident.tell',
  'knowledge.embed',
  'knowledge.import',
  'learning.look',
  'models.forget',
  'queues.rematch',
  'routing.upkeep',
  'sla.rematch',
  'synonyms.propose',
  'trigger.sweep',
]);

/**
 * Each lane has its own workers, so what follows from a mail never keeps the next one waiting, and is itself
 * never starved: it makes way for what is urgent, but not for longer than a second a job. What is urgent is
 * fetched in small portions; of the rest, what comes within the pause is fetched together, and what has the
 * same key runs once.
 */
export const lanes: readonly Lane[] = [
  { name: 'prompt', concurrency: 8, portion: 20, pollMs: 1_000 },
  { name: 'after', concurrency: 2, portion: 100, pauseMs: 200, pollMs: 400, makesWayMs: 1_000 },
  { name: 'long', concurrency: 3, portion: 3, pauseMs: 500, pollMs: 1_000 },
];

/** The lane a job runs in. */
export function laneOf(name: JobName): Lane['name'] {
  if (prompt.includes(name)) return 'prompt';
  return long.has(name) ? 'long' : 'after';
}

/** The smaller the earlier, within a lane. */
export function priorityOf(name: JobName): number {
  const place = prompt.indexOf(name);
  return place === -1 ? 0 : place;
}
