/** The tables of the yardstick. */
import type { RoutingPolicy } from '../../src/server/features/routing/plan/snapshot.rules.ts';
import { ablations } from './ablation.ts';
import { createPolicy, name } from './yardstick-adapter.ts';
import type { Measures, World, Yardstick } from './yardstick.ts';

/** The policy from which the gap to the bound is measured. */
const base = 'zendesk';
const simple: readonly RoutingPolicy[] = [
  'priority',
  'round_robin',
  'least_loaded',
  'longest_idle',
];

interface Outcome {
  readonly world: World;
  readonly base: Measures;
  readonly measures: Measures;
}

export interface ReportOptions {
  readonly seeds: readonly number[];
  readonly ablation: boolean;
  readonly say: (line: string) => void;
}

/** Runs every policy on every world and prints shares of the gap, one line a policy. */
export function yardstickReport(
  yardstick: Yardstick,
  { seeds, ablation, say }: ReportOptions,
): void {
  const worlds = yardstick.scenarios.flatMap((scenario) =>
    seeds.map((seed) => yardstick.world(scenario, seed)),
  );
  const makeBase = yardstick.peers[base];
  if (!makeBase) throw new Error(`The yardstick has no policy "${base}".`);
  const bases = new Map(worlds.map((world) => [world, world.run(makeBase())]));
  const line = (title: string, make: () => object) => {
    const outcomes = worlds.flatMap((world): Outcome[] => {
      const of = bases.get(world);
      return of ? [{ world, base: of, measures: world.run(make()) }] : [];
    });
    say(lineOf(title, yardstick.scenarios, outcomes));
  };

  say(`Share of the gap from ${base} to the bound, seeds ${seeds.join(', ')}\n`);
  say(
    `| policy | mean | worst | ${yardstick.scenarios.join(' | ')} | CV chats | older than ${base} | violations | µs a call |`,
  );
  say(`|${' --- |'.repeat(yardstick.scenarios.length + 7)}`);
  for (const [peer, make] of Object.entries(yardstick.peers)) line(peer, make);
  line(`**${name}: risk**`, () => createPolicy());
  if (!ablation) return say('');
  for (const [left, options] of Object.entries(ablations)) {
    line(`without ${left}`, () => createPolicy(options));
  }
  for (const policy of simple) {
    line(`${name}: ${policy}`, () => createPolicy({ policy, handOver: 'fill' }));
  }
  say('');
}

function lineOf(title: string, scenarios: readonly string[], outcomes: readonly Outcome[]): string {
  const shares = scenarios.map((scenario) =>
    meanOf(outcomes.filter(({ world }) => world.scenario === scenario).map(shareOf)),
  );
  const older = outcomes.filter(
    ({ base: of, measures }) => measures.maxAgeMin > of.maxAgeMin + 1e-9,
  );
  const violations = outcomes.reduce((sum, { measures }) => sum + violationsOf(measures), 0);
  return `| ${[
    title,
    percent(meanOf(shares)),
    percent(Math.min(...shares)),
    ...shares.map(percent),
    meanOf(outcomes.map(({ measures }) => measures.cvChats)).toFixed(2),
    `${older.length} of ${outcomes.length}`,
    violations,
    meanOf(outcomes.map(({ measures }) => measures.decideUs)).toFixed(0),
  ].join(' | ')} |`;
}

function shareOf({ world, base: of, measures }: Outcome): number {
  return (measures.wSla - of.wSla) / (world.bound - of.wSla);
}

function violationsOf(of: Measures): number {
  return of.capacityViolations + of.wrongSkill + of.offlineAssign + of.stale;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
