/** What a plan costs, from 20 to 5,000 agents and 1,000 to 200,000 waiting items. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { plan, planInSlices } from '../../src/server/features/routing/plan/plan.rules.ts';
import type { Snapshot } from '../../src/server/features/routing/plan/snapshot.rules.ts';
import { growth } from '../support/growth.ts';
import { crowdOf } from './crowd.ts';

type Say = (line: string) => void;

const agentCounts = [20, 100, 400, 1_000, 5_000];
const itemCounts = [1_000, 5_000, 20_000, 50_000, 200_000];

/** Prints cost with one free agent, growth exponents, and a burst planned beside a waiting event loop. */
export async function scaleReport(say: Say): Promise<void> {
  say('Milliseconds of a plan when one agent has become free (median of several)\n');
  say(`| agents | ${itemCounts.map((count) => `${count} items`).join(' | ')} |`);
  say(`|${' --- |'.repeat(itemCounts.length + 1)}`);
  const costs = agentCounts.map((agents) =>
    itemCounts.map((items) => medianMs(crowdOf({ agents, items, free: 1 }))),
  );
  for (const [row, agents] of agentCounts.entries()) {
    say(`| ${agents} | ${costs[row]?.map((ms) => ms.toFixed(2)).join(' | ')} |`);
  }
  const overItems = growth(itemCounts.slice(1), (costs[2] ?? []).slice(1));
  const overAgents = growth(agentCounts.slice(1), costs.map((row) => row[0] ?? 0).slice(1));
  say(`\ngrowth with items at 400 agents: n^${overItems.toFixed(2)}`);
  say(`growth with agents at 1,000 items: n^${overAgents.toFixed(2)}\n`);
  say('A burst into an empty site: everybody is free\n');
  say('| agents | items | decisions | ms | µs a decision | longest slice ms | loop delay p99 ms |');
  say(`|${' --- |'.repeat(7)}`);
  for (const agents of agentCounts) await burst(agents, 50_000, say);
}

function medianMs(snapshot: Snapshot): number {
  const times: number[] = [];
  const until = performance.now() + 400;
  while (times.length < 5 || (times.length < 200 && performance.now() < until)) {
    const start = performance.now();
    plan(snapshot);
    times.push(performance.now() - start);
  }
  return times.toSorted((left, right) => left - right)[times.length >> 1] ?? 0;
}

/** Milliseconds after which the loop is given to others. */
const sliceMs = 8;

async function burst(agents: number, items: number, say: Say): Promise<void> {
  const snapshot = crowdOf({ agents, items, free: agents });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await setImmediate();
  delay.enable();
  const slices = planInSlices(snapshot);
  let busy = 0;
  let longest = 0;
  let since = performance.now();
  let before = since;
  let step = slices.next();
  for (; !step.done; step = slices.next()) {
    const at = performance.now();
    longest = Math.max(longest, at - before);
    if (at - since >= sliceMs) {
      busy += at - since;
      await setImmediate();
      since = performance.now();
    }
    before = performance.now();
  }
  busy += performance.now() - since;
  delay.disable();
  const made = step.value.offers.length + step.value.assignments.length;
  const micros = (busy * 1_000) / Math.max(1, made);
  say(
    `| ${agents} | ${items} | ${made} | ${busy.toFixed(0)} | ${micros.toFixed(0)} | ${longest.toFixed(1)} | ${(delay.percentile(99) / 1e6).toFixed(1)} |`,
  );
}
