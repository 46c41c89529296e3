/** Builders of small snapshots for the tests of the plan. */
import type {
  HeldWork,
  PlanAgent,
  PlanItem,
  PlanQueue,
  Snapshot,
  WorkClass,
  WorkKind,
} from './snapshot.rules.ts';

export const now = 1_700_000_000_000;
export const minute = 60_000;

/** A queue that everybody in the front group serves. */
export function queue(changes: Partial<PlanQueue> = {}): PlanQueue {
  return {
    id: 'front',
    name: 'Front desk',
    priority: 50,
    groupIds: new Set(['front']),
    secondaryGroupIds: new Set(['back']),
    ladder: [],
    handOver: 'one_at_a_time',
    ...changes,
  };
}

/** Work of ten minutes that anybody can do. */
export function kind(workClass: WorkClass, changes: Partial<WorkKind> = {}): WorkKind {
  return {
    id: `${workClass} ${JSON.stringify(changes)}`,
    queueId: 'front',
    workClass,
    required: [],
    optional: [],
    expectedMinutes: 10,
    spread: 0.9,
    ...changes,
  };
}

export const chat = kind('messaging');
export const mail = kind('email');
export const call = kind('call');

/** An ordinary customer's item with an hour left. */
export function item(id: string, changes: Partial<PlanItem> = {}): PlanItem {
  return {
    id,
    kind: mail,
    priorityRank: 2,
    tierWeight: 1,
    eligibleAt: now - minute,
    dueAt: null,
    minutesLeft: 60,
    relaxAt: null,
    preferredAgentId: null,
    refusals: new Map(),
    ...changes,
  };
}

/** Somebody online with room for three chats and, apart from them, ten pieces of mail. */
export function agent(id: string, changes: Partial<PlanAgent> = {}): PlanAgent {
  return {
    id,
    name: id.toUpperCase(),
    status: 'online',
    connected: true,
    groupIds: new Set(['front']),
    skills: new Map(),
    capacity: {
      budget: 3,
      interruptibleBudget: 10,
      units: { messaging: 1, email: 1, call: 1 },
      ceiling: { messaging: 3, email: 10, call: 1 },
    },
    used: { messaging: 0, email: 0, call: 0 },
    work: [],
    idleSince: null,
    lastAt: { messaging: null, email: null, call: null },
    shiftEndsAt: null,
    pace: new Map(),
    chatsPerHour: 0,
    ...changes,
  };
}

/** Mail that has lain unbegun in somebody's hands for half an hour. */
export function held(of: PlanItem, changes: Partial<HeldWork> = {}): HeldWork {
  return { item: of, assignedAt: now - 30 * minute, startedAt: null, moves: 0, ...changes };
}

/** A snapshot under the default policy. */
export function snapshot(
  agents: readonly PlanAgent[],
  items: readonly PlanItem[],
  changes: Partial<Snapshot> = {},
): Snapshot {
  return { now, policy: 'risk', queues: [queue()], agents, items, ...changes };
}
