/** Turns rows into the snapshot a plan is made from. */
import type { RoutingSettings } from '../../../contracts/routing-settings.ts';
import type { AgentLoad } from './capacity.store.ts';
import { unitsFor } from './capacity.rules.ts';
import type { HandlingBook } from './handling.rules.ts';
import { createKindBook, optionalDroppedAfter, type KindBook, type Need } from './kinds.rules.ts';
import type { HeldWork, PlanAgent, PlanItem, Snapshot } from './plan/snapshot.rules.ts';
import { isConnected, takesOf } from './presence.rules.ts';
import type { StoredQueue } from './queues.store.ts';
import type { HeldRow, Membership, PlannedRow } from './snapshot.store.ts';
import { isBacklog } from './throttle.rules.ts';

export interface SnapshotRows {
  readonly now: Date;
  readonly settings: RoutingSettings;
  /** Mail is offered instead of being handed over outright. */
  readonly asksMail: boolean;
  readonly heartbeatTimeoutMs: number;
  readonly queues: readonly StoredQueue[];
  readonly loads: readonly AgentLoad[];
  readonly memberships: ReadonlyMap<string, Membership>;
  readonly waiting: readonly PlannedRow[];
  readonly held: readonly HeldRow[];
  /** Until when whoever let work go is left alone with it, by work item. */
  readonly refusals: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly handling: HandlingBook;
  /** Working minutes left of a deadline. */
  readonly minutesLeft: (row: PlannedRow) => number | null;
  readonly shiftEndsAt: (load: AgentLoad) => number | null;
  /** Agents who have had their share of the backlog for now. */
  readonly resting: ReadonlySet<string>;
}

export interface BuiltSnapshot {
  readonly snapshot: Snapshot;
  readonly kinds: KindBook;
}

const tierWeights = { enterprise: 2, standard: 1, free: 0.75 };
/** Rows between two pauses. */
const sliceRows = 1_000;

/** Builds in slices, so that a large workspace does not stop its process. */
export function* buildSnapshot(rows: SnapshotRows): Generator<void, BuiltSnapshot> {
  const rules = rows.loads.map((load) => load.capacity.weights);
  const kinds = createKindBook({
    queues: rows.queues.filter((queue) => !queue.paused),
    handling: rows.handling,
    weighs: {
      priority: rules.some(({ priorities }) => Object.keys(priorities).length > 0),
      category: rules.some(({ categories }) => Object.keys(categories).length > 0),
    },
  });
  const items: PlanItem[] = [];
  for (const [index, row] of rows.waiting.entries()) {
    const item = itemOf(row, rows, kinds);
    if (item) items.push(item);
    if (index % sliceRows === sliceRows - 1) yield;
  }
  const work = new Map<string, HeldWork[]>();
  for (const [index, row] of rows.held.entries()) {
    const item = itemOf(row, rows, kinds);
    if (item) work.set(row.agent_id, [...(work.get(row.agent_id) ?? []), heldOf(row, item)]);
    if (index % sliceRows === sliceRows - 1) yield;
  }
  const shared = sharedOf(rows, kinds);
  const agents: PlanAgent[] = [];
  for (const [index, load] of rows.loads.entries()) {
    agents.push(agentOf(load, rows, { ...shared, work: work.get(load.id) ?? [] }));
    if (index % sliceRows === sliceRows - 1) yield;
  }
  const { policy } = rows.settings;
  const { asksMail } = rows;
  const now = rows.now.getTime();
  const snapshot = { now, policy, queues: kinds.queues(), agents, items, asksMail };
  return { snapshot, kinds };
}

/** A row as the plan takes it; null when its queue gives nothing out. */
export function itemOf(
  row: PlannedRow,
  rows: Pick<SnapshotRows, 'now' | 'settings' | 'queues' | 'refusals' | 'minutesLeft' | 'resting'>,
  kinds: KindBook,
): PlanItem | null {
  const eligibleAt = row.eligible_at.getTime();
  const kind = kinds.kindOf({
    queueId: row.queue_id,
    channelClass: row.channel_class,
    needs: row.needs,
    category: row.category,
    priorityRank: row.priority_rank,
    slow: rows.resting.size > 0 && isBacklog({ eligibleAt }, rows.now.getTime()),
  });
  if (!kind) return null;
  return {
    id: row.id,
    kind,
    priorityRank: row.priority_rank,
    tierWeight: tierWeights[row.tier],
    eligibleAt,
    dueAt: row.due_at?.getTime() ?? null,
    minutesLeft: rows.minutesLeft(row),
    relaxAt: relaxAtOf(row, rows),
    preferredAgentId: row.preferred_agent_id,
    refusals: rows.refusals.get(row.id) ?? nobody,
  };
}

const nobody: ReadonlyMap<string, number> = new Map();
const noSkills: Membership = { agent_id: '', group_ids: [], skills: {} };

function heldOf(row: HeldRow, item: PlanItem): HeldWork {
  return {
    item,
    assignedAt: row.assigned_at.getTime(),
    startedAt: row.started_at?.getTime() ?? null,
    moves: row.moves,
  };
}

/** Wished-for skills are waited for as long as the workspace says, or until the queue gives them up. */
function relaxAtOf(
  row: PlannedRow,
  { settings, queues }: Pick<SnapshotRows, 'settings' | 'queues'>,
): number | null {
  if (!row.needs.some((need: Need) => need.optional)) return null;
  const { chatSeconds, mailMinutes } = settings.optionalSkills;
  const queue = queues.find(({ id }) => id === row.queue_id);
  const dropped = queue ? optionalDroppedAfter(queue) : null;
  const seconds = Math.min(
    row.channel_class === 'messaging' ? chatSeconds : mailMinutes * 60,
    dropped ?? Number.POSITIVE_INFINITY,
  );
  return row.eligible_at.getTime() + seconds * 1_000;
}

interface SharedFacts {
  /** Kinds of the backlog. */
  readonly slow: ReadonlySet<string>;
  readonly unitsOfKind: (load: AgentLoad) => ReadonlyMap<string, number>;
  readonly paces: (load: AgentLoad) => ReadonlyMap<string, number>;
}

/** What agents share is made once: units by capacity rule, paces only where they differ. */
function sharedOf({ handling }: SnapshotRows, kinds: KindBook): SharedFacts {
  const known = kinds.kinds();
  const byRule = new Map<string, ReadonlyMap<string, number>>();
  return {
    slow: new Set(known.filter(({ facts }) => facts.slow).map(({ kind }) => kind.id)),
    unitsOfKind({ capacity }) {
      const made =
        byRule.get(capacity.id) ??
        new Map(
          known.map(({ kind, facts }) => [kind.id, unitsFor(capacity, kind.workClass, facts)]),
        );
      byRule.set(capacity.id, made);
      return made;
    },
    paces({ id }) {
      const paces = {
        messaging: handling.paceOf(id, 'messaging'),
        email: handling.paceOf(id, 'email'),
      };
      if (paces.messaging === 1 && paces.email === 1) return nobody;
      return new Map(known.map(({ kind, facts }) => [kind.id, paces[facts.channelClass]]));
    },
  };
}

function agentOf(
  load: AgentLoad,
  rows: SnapshotRows,
  { slow, unitsOfKind, paces, work }: SharedFacts & { readonly work: readonly HeldWork[] },
): PlanAgent {
  const { capacity, lastAt } = load;
  const member = rows.memberships.get(load.id) ?? noSkills;
  const last = { messaging: timeOf(lastAt.messaging), email: timeOf(lastAt.email), call: null };
  const shiftEndsAt = rows.shiftEndsAt(load);
  const idle = load.items.messaging + load.items.email === 0 && load.call === null;
  return {
    id: load.id,
    name: load.name,
    status: load.status,
    takes: new Set(takesOf(load)),
    connected: isConnected(load.heartbeatAt, rows.now, rows.heartbeatTimeoutMs),
    groupIds: new Set(member.group_ids),
    skills: new Map(Object.entries(member.skills)),
    capacity: {
      budget: capacity.budget,
      interruptibleBudget: capacity.chatOnTopOfMail ? capacity.budget : null,
      units: capacity.units,
      unitsOfKind: unitsOfKind(load),
      ceiling: capacity.ceiling,
    },
    used: { ...load.used, call: load.call?.units ?? 0 },
    pieces: { ...load.items, call: load.call === null ? 0 : 1 },
    askedMail: load.askedMail,
    ...(rows.resting.has(load.id) && { rested: slow }),
    work,
    idleSince: idle
      ? Math.max(load.statusSince.getTime(), last.messaging ?? 0, last.email ?? 0)
      : null,
    lastAt: last,
    shiftEndsAt,
    shiftEnds: isEnding(shiftEndsAt, rows),
    pace: paces(load),
    chatsPerHour: chatsPerHour(load, rows.now),
  };
}

/** Whether nothing but what is handed over by name comes before a shift ends, and after. */
function isEnding(
  shiftEndsAt: number | null,
  { now, settings }: Pick<SnapshotRows, 'now' | 'settings'>,
): boolean {
  if (shiftEndsAt === null || settings.shiftEndMinutes === 0) return false;
  return shiftEndsAt - now.getTime() <= settings.shiftEndMinutes * 60_000;
}

/** Chats an hour since they came to the desk; the first hour counts as a whole one. */
function chatsPerHour({ deskSince, statusSince, deskChats }: AgentLoad, now: Date): number {
  const hours = (now.getTime() - (deskSince ?? statusSince).getTime()) / 3_600_000;
  return deskChats / Math.max(1, hours);
}

function timeOf(at: Date | null): number | null {
  return at?.getTime() ?? null;
}
