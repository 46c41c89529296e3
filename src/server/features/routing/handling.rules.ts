/**
 * How long work takes, learned from stretches of work that people have done. Handling times are close to
 * lognormal, so everything is estimated in logarithms: a mean with outliers drawn in, shrunk towards the
 * mean of what it belongs to in proportion to how little is known.
 */
import type { ChannelClass } from '../../../contracts/people.ts';

/** One stretch of work. */
export interface Stretch {
  readonly channelClass: ChannelClass;
  readonly category: string | null;
  readonly agentId: string;
  readonly minutes: number;
}

/** Something learned: of a class, of a category in it, or of an agent as a factor on those. */
export interface HandlingTime {
  readonly channelClass: ChannelClass;
  readonly category: string | null;
  readonly agentId: string | null;
  readonly value: number;
  readonly spread: number;
  readonly samples: number;
}

/** What is assumed before anything is known, and how many pieces that counts for. */
const shipped: Record<ChannelClass, { readonly minutes: number; readonly spread: number }> = {
  messaging: { minutes: 9, spread: 0.7 },
  email: { minutes: 8, spread: 0.8 },
};
const priorPieces = { class: 10, category: 15, agent: 25 };

/** Shorter stretches are slips, longer ones people who went home. */
const plausible = { least: 0.2, most: 240 };

const channels: readonly ChannelClass[] = ['messaging', 'email'];

/** Learns from stretches; classes with nothing to learn from are left out. */
export function learnHandling(stretches: readonly Stretch[]): HandlingTime[] {
  return channels.flatMap((channelClass) => {
    const own = stretches.filter(
      (one) =>
        one.channelClass === channelClass &&
        one.minutes >= plausible.least &&
        one.minutes <= plausible.most,
    );
    return own.length === 0 ? [] : learnClass(channelClass, own);
  });
}

function learnClass(channelClass: ChannelClass, own: readonly Stretch[]): HandlingTime[] {
  const before = logMeanOf(shipped[channelClass]);
  const all = logsOf(own);
  const spread = spreadOf(all);
  const mean = shrunk(robustMean(all), all.length, before, priorPieces.class);
  const timeOf = (logMean: number) => Math.exp(logMean + spread ** 2 / 2);
  const base = { channelClass, category: null, agentId: null, spread };
  const categories = new Map<string, number>();
  const learned: HandlingTime[] = [{ ...base, value: timeOf(mean), samples: own.length }];
  for (const [category, some] of groupedBy(own, (one) => one.category)) {
    const logs = logsOf(some);
    const logMean = shrunk(robustMean(logs), logs.length, mean, priorPieces.category);
    categories.set(category, logMean);
    learned.push({ ...base, category, value: timeOf(logMean), samples: some.length });
  }
  for (const [agentId, some] of groupedBy(own, (one) => one.agentId)) {
    // What is left when the mix of their work is taken out.
    const logs = some.map(
      (one) => Math.log(one.minutes) - (categories.get(one.category ?? '') ?? mean),
    );
    const factor = Math.exp(shrunk(robustMean(logs), logs.length, 0, priorPieces.agent));
    const value = Math.min(2, Math.max(0.5, factor));
    learned.push({ ...base, agentId, value, samples: some.length });
  }
  return learned;
}

export type HandlingBook = ReturnType<typeof createHandlingBook>;

/** Looks up what was learned. */
export function createHandlingBook(learned: readonly HandlingTime[]) {
  const classes = new Map<string, HandlingTime>();
  const agents = new Map<string, HandlingTime>();
  const known = new Set<string>();
  for (const one of learned) {
    if (one.agentId !== null) agents.set(`${one.channelClass} ${one.agentId}`, one);
    else classes.set(`${one.channelClass} ${one.category ?? ''}`, one);
    if (one.category !== null) known.add(one.category);
  }
  return {
    /** Mean minutes, sigma and pieces learned from, of the category where it is known, else of the class. */
    expected(channelClass: ChannelClass, category: string | null) {
      const found =
        (category === null ? undefined : classes.get(`${channelClass} ${category}`)) ??
        classes.get(`${channelClass} `);
      return found
        ? { minutes: found.value, spread: found.spread, samples: found.samples }
        : { ...shipped[channelClass], samples: 0 };
    },
    /** Factor of an agent on the mean; 1 while nothing is known. */
    paceOf: (agentId: string, channelClass: ChannelClass): number =>
      agents.get(`${channelClass} ${agentId}`)?.value ?? 1,
    knows: (category: string | null): boolean => category !== null && known.has(category),
  };
}

function logMeanOf({ minutes, spread }: { minutes: number; spread: number }): number {
  return Math.log(minutes) - spread ** 2 / 2;
}

function logsOf(stretches: readonly Stretch[]): number[] {
  return stretches.map(({ minutes }) => Math.log(minutes));
}

/** Weighted mean of what was seen and what was to be expected. */
function shrunk(seen: number, count: number, prior: number, weight: number): number {
  return (seen * count + prior * weight) / (count + weight);
}

/** The mean after values far from the median are drawn in to 2.5 robust deviations. */
function robustMean(values: readonly number[]): number {
  const middle = medianOf(values);
  const reach = 2.5 * Math.max(0.1, deviationOf(values, middle));
  const sum = values.reduce(
    (total, value) => total + Math.min(middle + reach, Math.max(middle - reach, value)),
    0,
  );
  return sum / values.length;
}

function spreadOf(logs: readonly number[]): number {
  const found = deviationOf(logs, medianOf(logs));
  return Math.min(1.5, Math.max(0.3, shrunk(found, logs.length, 0.8, priorPieces.class)));
}

/** Median absolute deviation, scaled to a standard deviation. */
function deviationOf(values: readonly number[], middle: number): number {
  return 1.4826 * medianOf(values.map((value) => Math.abs(value - middle)));
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

function groupedBy(
  stretches: readonly Stretch[],
  keyOf: (one: Stretch) => string | null,
): Map<string, Stretch[]> {
  const groups = new Map<string, Stretch[]>();
  for (const one of stretches) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key) ?? [];
    if (group.length === 0) groups.set(key, group);
    group.push(one);
  }
  return groups;
}
