/** Snapshots of any size: people with a few skills, work of a few kinds. */
import { priceTime } from '../../src/server/features/routing/plan/price.rules.ts';
import type {
  PlanAgent,
  PlanItem,
  PlanQueue,
  Snapshot,
  WorkClass,
  WorkKind,
} from '../../src/server/features/routing/plan/snapshot.rules.ts';

const now = 1_700_000_000_000;
const minute = 60_000;
const skills = ['billing', 'tech', 'returns', 'german', 'french'];
const front: ReadonlySet<string> = new Set(['front']);
const queue: PlanQueue = {
  id: 'front',
  name: 'Front desk',
  priority: 50,
  groupIds: front,
  secondaryGroupIds: new Set(),
  ladder: [],
  handOver: 'one_at_a_time',
};

export interface CrowdSize {
  readonly agents: number;
  readonly items: number;
  /** Agents without work; the others have their hands full. */
  readonly free: number;
}

/** The same size gives the same snapshot. */
export function crowdOf({ agents, items, free }: CrowdSize): Snapshot {
  const kinds = (['messaging', 'email', 'email', 'call'] as const).flatMap((workClass, index) =>
    ['', ...skills].map((skill) => kindOf(workClass, skill, index)),
  );
  const people = Array.from({ length: agents }, (_, index) => agentOf(index, index < free));
  const work = Array.from({ length: items }, (_, index) => itemOf(index, kinds));
  const facts = { queues: [queue], agents: people };
  const demand = kinds.map((kind) => ({ kind, minutesPerHour: agents }));
  const prices = priceTime({ ...facts, demand, items: [] });
  return { now, policy: 'risk', ...facts, items: work, demand, prices };
}

function kindOf(workClass: WorkClass, skill: string, index: number): WorkKind {
  return {
    id: `${workClass} ${index} ${skill}`,
    queueId: queue.id,
    workClass,
    required: skill === '' ? [] : [{ skill, level: 1 }],
    optional: [],
    expectedMinutes: 5 + index,
    spread: 0.9,
  };
}

function agentOf(index: number, free: boolean): PlanAgent {
  const id = `a${String(index).padStart(5, '0')}`;
  return {
    id,
    name: id,
    status: 'online',
    connected: true,
    groupIds: front,
    skills: new Map(skills.filter((_, bit) => (index >> bit) & 1).map((skill) => [skill, 2])),
    capacity: {
      budget: 3,
      interruptibleBudget: 10,
      units: { messaging: 1, email: 1, call: 1 },
      ceiling: { messaging: 3, email: 10, call: 1 },
    },
    used: free ? { messaging: 0, email: 0, call: 0 } : { messaging: 3, email: 1, call: 0 },
    work: [],
    idleSince: free ? now : null,
    lastAt: { messaging: now - index, email: now - index, call: null },
    shiftEndsAt: now + 300 * minute,
    pace: new Map(),
    chatsPerHour: index % 5,
  };
}

function itemOf(index: number, kinds: readonly WorkKind[]): PlanItem {
  const spread = (index * 7_919) % 10_007;
  const kind = kinds[spread % kinds.length];
  if (!kind) throw new Error('There are no kinds of work.');
  return {
    id: `i${String(index).padStart(7, '0')}`,
    kind,
    priorityRank: spread % 4,
    tierWeight: [1, 1, 1.5, 3][spread % 3] ?? 1,
    eligibleAt: now - (spread % 500) * minute,
    dueAt: null,
    minutesLeft: (spread % 700) - 60,
    relaxAt: null,
    preferredAgentId: null,
    refusals: new Map(),
  };
}
