/** When supervisors are told: thresholds become readings, readings become alerts. */
import type {
  AlertBand,
  AlertKind,
  AlertSettings,
  OwnThresholds,
} from '../../../contracts/alerts.ts';

/** The figures of a queue at a moment. */
export interface QueueState {
  readonly queueId: string;
  readonly queueName: string;
  /** Gives nothing out on purpose. */
  readonly paused: boolean;
  readonly waiting: number;
  /** What waits, by class of work, and who of those who serve the queue is there for it. */
  readonly lines: readonly WaitingLine[];
  readonly breached: number;
  readonly stuck: number;
}

/** Waiting work of one class: mail is taken by some who take no chat. */
export interface WaitingLine {
  /** When the oldest of it began to wait. */
  readonly oldestAt: Date;
  /** Agents at their desks whose status takes it. */
  readonly agentsThere: number;
  /** When the last of them was there; null: never. */
  readonly leftAt: Date | null;
}

/** A figure at or near its threshold. */
export interface Reading {
  readonly cause: string;
  readonly kind: AlertKind;
  readonly queueId: string;
  readonly queueName: string;
  readonly value: number;
  readonly threshold: number;
  /** Null below the threshold. */
  readonly band: AlertBand | null;
}

/** An alert that is open. */
export interface OpenAlert {
  readonly id: string;
  readonly cause: string;
  readonly band: AlertBand;
  readonly value: number;
}

/** What is to be done about the alerts. `same`: still there and no worse; only its figure is kept. */
export interface Verdict {
  readonly open: readonly (Reading & { readonly band: AlertBand })[];
  readonly raise: readonly {
    readonly id: string;
    readonly reading: Reading & { band: AlertBand };
  }[];
  readonly same: readonly { readonly id: string; readonly value: number }[];
  readonly resolve: readonly OpenAlert[];
}

/** The band of a figure: from the threshold on, from twice and from four times as much on. */
export function bandOf(value: number, threshold: number): AlertBand | null {
  if (value < threshold) return null;
  if (value < 2 * threshold) return 1;
  return value < 4 * threshold ? 2 : 3;
}

/** One piece of stuck work is worth telling; five and twenty are worse. */
function bandOfStuck(count: number): AlertBand | null {
  if (count < 1) return null;
  if (count < 5) return 1;
  return count < 20 ? 2 : 3;
}

/** The settings as they count for one queue: its own thresholds beat those of the workspace. */
export function settingsFor(settings: AlertSettings, own: OwnThresholds): AlertSettings {
  const named = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...settings, ...Object.fromEntries(named) };
}

/** The time at which queues are looked at. */
export interface Moment {
  readonly withinHours: boolean;
  /** Minutes that count since an instant: those of the hours where only these are watched. */
  readonly minutesSince: (at: Date, settings: AlertSettings) => number;
}

/** All readings of a queue that the settings watch. A paused queue waits on purpose. */
export function readingsOf(
  queue: QueueState,
  settings: AlertSettings,
  { withinHours, minutesSince }: Moment,
): Reading[] {
  const { backlog, slaBreaches, nobodyOnlineMinutes, stuckOffers, stuckMinutes } = settings;
  const reading = (kind: AlertKind, value: number, threshold: number, band: AlertBand | null) => ({
    cause: `${kind}:${queue.queueId}`,
    kind,
    queueId: queue.queueId,
    queueName: queue.queueName,
    value,
    threshold,
    band,
  });
  const measured = (kind: AlertKind, value: number, threshold: number | null) =>
    threshold === null ? [] : [reading(kind, value, threshold, bandOf(value, threshold))];
  const watched = !queue.paused && (withinHours || !settings.onlyInHours);
  const alone = (watched ? queue.lines : [])
    .filter(({ agentsThere }) => agentsThere === 0)
    .map((line) => minutesSince(startOfAlone(line), settings));
  const watchesStuck = stuckOffers !== null || stuckMinutes !== null;
  const stuck = watched ? queue.stuck : 0;
  return [
    ...measured('backlog', queue.waiting, backlog),
    ...measured('sla_breaches', queue.breached, slaBreaches),
    ...measured('nobody_online', Math.max(0, ...alone), nobodyOnlineMinutes),
    ...(watchesStuck ? [reading('stuck', stuck, 1, bandOfStuck(stuck))] : []),
  ];
}

/** Since when work has waited and nobody was there for it. */
function startOfAlone({ oldestAt, leftAt }: WaitingLine): Date {
  return leftAt !== null && leftAt > oldestAt ? leftAt : oldestAt;
}

/**
 * Compares what is read with what is open. One open alert for each cause; it is told again only in a higher
 * band than ever before, and is over once the figure is below four fifths of the threshold, so that one that
 * swings about it is not told each minute. What is watched no more is over as well.
 */
export function decide(open: readonly OpenAlert[], readings: readonly Reading[]): Verdict {
  const byCause = new Map(readings.map((reading) => [reading.cause, reading]));
  const known = new Set(open.map(({ cause }) => cause));
  const verdict = {
    open: readings.filter(isLoud).filter(({ cause }) => !known.has(cause)),
    raise: [] as Verdict['raise'][number][],
    same: [] as Verdict['same'][number][],
    resolve: [] as OpenAlert[],
  };
  for (const alert of open) {
    const reading = byCause.get(alert.cause);
    if (!reading || reading.value < 0.8 * reading.threshold) verdict.resolve.push(alert);
    else if (isLoud(reading) && reading.band > alert.band)
      verdict.raise.push({ id: alert.id, reading });
    else if (reading.value !== alert.value)
      verdict.same.push({ id: alert.id, value: reading.value });
  }
  return verdict;
}

function isLoud(reading: Reading): reading is Reading & { band: AlertBand } {
  return reading.band !== null;
}

/** An alert in a sentence, for mail and webhooks. */
export function sentenceOf({ kind, queueName, value, threshold }: Omit<Reading, 'cause' | 'band'>) {
  switch (kind) {
    case 'backlog':
      return `${value} ${value === 1 ? 'waits' : 'wait'} in ${queueName}; the threshold is ${threshold}.`;
    case 'sla_breaches':
      return `${value} ${value === 1 ? 'promise is' : 'promises are'} broken in ${queueName}; the threshold is ${threshold}.`;
    case 'nobody_online':
      return `Nobody is online for ${queueName}, and work has waited there for ${spanOf(value)}.`;
    case 'stuck':
      return value === 1
        ? `One piece of work in ${queueName} finds nobody.`
        : `${value} pieces of work in ${queueName} find nobody.`;
  }
}

/** Minutes as people say them: `2 d 1 h`, `4 h 59 min`. */
function spanOf(minutes: number): string {
  const [days, hours, rest] = [
    Math.floor(minutes / 1_440),
    Math.floor(minutes / 60) % 24,
    minutes % 60,
  ];
  const parts = [days > 0 && `${days} d`, hours > 0 && `${hours} h`, days === 0 && `${rest} min`];
  return parts.filter((part) => part !== false && part !== '0 min').join(' ') || '0 min';
}
