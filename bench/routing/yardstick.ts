/** Opens the yardstick's modules and runs policies on its worlds. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A figure of one policy in one world. The names are the yardstick's. */
export interface Measures {
  readonly wSla: number;
  readonly cvChats: number;
  readonly maxAgeMin: number;
  readonly capacityViolations: number;
  readonly wrongSkill: number;
  readonly offlineAssign: number;
  readonly stale: number;
  readonly decideUs: number;
}

export interface World {
  readonly scenario: string;
  readonly seed: number;
  /** Share of weight no policy can beat. */
  readonly bound: number;
  /** Runs a policy over the whole world. */
  run(policy: object): Measures;
}

export interface Yardstick {
  readonly scenarios: readonly string[];
  /** Policies of other desks by name. */
  readonly peers: Readonly<Record<string, () => object>>;
  world(scenario: string, seed: number): World;
}

interface Modules {
  readonly load: { SCENARIOS: { id: string }[]; scenario: (id: string) => unknown };
  readonly world: { buildWorld: (scenario: unknown, seed: number) => unknown };
  readonly sim: { simulate: (world: unknown, policy: object) => unknown };
  readonly metrics: { measure: (world: unknown, run: unknown) => Measures };
  readonly bound: { clairvoyantBound: (world: unknown) => { bound: number } };
  readonly policies: { POLICIES: Record<string, () => object> };
}

/** Throws when the folder is not the yardstick's. */
export async function openYardstick(folder: string): Promise<Yardstick> {
  const open = (path: string) => import(pathToFileURL(join(resolve(folder), path)).href);
  const modules: Modules = {
    load: await open('lib/load.mjs'),
    world: await open('lib/world.mjs'),
    sim: await open('lib/sim.mjs'),
    metrics: await open('lib/metrics.mjs'),
    bound: await open('lib/bound.mjs'),
    policies: await open('policies/index.mjs'),
  };
  return {
    scenarios: modules.load.SCENARIOS.map(({ id }) => id),
    peers: modules.policies.POLICIES,
    world: (scenario, seed) => worldOf(modules, scenario, seed),
  };
}

function worldOf(modules: Modules, scenario: string, seed: number): World {
  const world = modules.world.buildWorld(modules.load.scenario(scenario), seed);
  return {
    scenario,
    seed,
    bound: modules.bound.clairvoyantBound(world).bound,
    run: (policy) => modules.metrics.measure(world, modules.sim.simulate(world, policy)),
  };
}
