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
  /** Minutes the oldest of them has waited. */
  readonly oldestMinutes: number;
  readonly breached: number;
  readonly stuck: number;
  readonly agentsOnline: number;
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

/** All readings of a queue that the settings watch. A paused queue waits on purpose. */
export function readingsOf(
  queue: QueueState,
  settings: AlertSettings,
  withinHours: boolean,
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
  const alone = watched && queue.agentsOnline === 0 && queue.waiting > 0;
  const watchesStuck = stuckOffers !== null || stuckMinutes !== null;
  const stuck = watched ? queue.stuck : 0;
  return [
    ...measured('backlog', queue.waiting, backlog),
    ...measured('sla_breaches', queue.breached, slaBreaches),
    ...measured('nobody_online', alone ? queue.oldestMinutes : 0, nobodyOnlineMinutes),
    ...(watchesStuck ? [reading('stuck', stuck, 1, bandOfStuck(stuck))] : []),
  ];
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
      return `Nobody is online for ${queueName}, and work has waited there for ${value} minutes.`;
    case 'stuck':
      return value === 1
        ? `One piece of work in ${queueName} finds nobody.`
        : `${value} pieces of work in ${queueName} find nobody.`;
  }
}
