/** Who could take which work: skills, groups, status and the relaxation ladder, before any question of room. */
import type { AgentStatus } from '../../../../contracts/people.ts';
import type {
  LadderStep,
  PlanAgent,
  PlanItem,
  PlanQueue,
  SkillNeed,
  WorkClass,
  WorkKind,
} from './snapshot.rules.ts';
import type { Worker } from './workers.rules.ts';

/** Why somebody cannot have any work of a lane. */
export type LaneExclusion =
  | 'not_in_group'
  | 'disconnected'
  | 'status'
  | 'shift_ends'
  | 'missing_skill'
  | 'had_share';

/** Waiting work with the same candidates: one kind on one rung of the ladder. */
export interface Lane {
  readonly kind: WorkKind;
  readonly queue: PlanQueue;
  readonly required: readonly SkillNeed[];
  readonly groupIds: readonly string[];
  /** Ranks by which the ladder raises its priority. */
  readonly raise: number;
  /** Nothing that was only wished for is asked for any more. */
  readonly relaxed: boolean;
  readonly items: PlanItem[];
}

/** Items between two pauses while a snapshot is laid out. */
const sliceItems = 2_000;

/** Sorts waiting work into lanes, in an order of its own. Work of an unknown queue is left out. */
export function* lanesOf(
  items: readonly PlanItem[],
  queues: readonly PlanQueue[],
  now: number,
): Generator<void, Lane[]> {
  const queueById = new Map(queues.map((queue) => [queue.id, queue]));
  const lanes = new Map<string, (Lane | undefined)[]>();
  for (const [count, item] of items.entries()) {
    if (count % sliceItems === sliceItems - 1) yield;
    const queue = queueById.get(item.kind.queueId);
    if (!queue) continue;
    const rung = rungOf(queue, item, now);
    const given = givenUp(item, now);
    const known = lanes.get(item.kind.id) ?? [];
    if (known.length === 0) lanes.set(item.kind.id, known);
    const place = rung * (item.kind.optional.length + 1) + given;
    const lane = (known[place] ??= laneOf(item.kind, queue, { rung, given }));
    lane.items.push(item);
  }
  return [...lanes.keys()]
    .toSorted()
    .flatMap((id) => lanes.get(id) ?? [])
    .filter((lane) => lane !== undefined);
}

/** Rungs of the ladder that a piece of work has climbed, by its own wait. */
export function rungOf(queue: PlanQueue, item: PlanItem, now: number): number {
  if (queue.ladder.length === 0) return 0;
  const waited = (now - item.eligibleAt) / 60_000;
  return queue.ladder.filter((step) => step.afterMinutes <= waited).length;
}

/** A share worked out at the very instant of `relaxTimes` must not fall short of it. */
const rounding = 1e-9;

/** Wished-for skills that are given up by now: one after the other, the last one first, all of them at `relaxAt`. */
export function givenUp({ kind, relaxAt, eligibleAt }: PlanItem, now: number): number {
  const all = kind.optional.length;
  if (relaxAt === null || now >= relaxAt) return all;
  const share = (now - eligibleAt) / (relaxAt - eligibleAt);
  return Math.max(0, Math.floor(share * all + rounding));
}

/** Instants at which a piece of work gives up a wished-for skill. */
export function relaxTimes({ kind, relaxAt, eligibleAt }: PlanItem): number[] {
  const all = kind.optional.length;
  if (relaxAt === null) return [];
  return kind.optional.map((_skill, place) =>
    Math.ceil(eligibleAt + ((relaxAt - eligibleAt) * (place + 1)) / all),
  );
}

/** The lane of a single piece of work. */
export function laneFor(item: PlanItem, queue: PlanQueue, now: number): Lane {
  return laneOf(item.kind, queue, {
    rung: rungOf(queue, item, now),
    given: givenUp(item, now),
  });
}

function laneOf(
  kind: WorkKind,
  queue: PlanQueue,
  { rung, given }: { rung: number; given: number },
): Lane {
  const climbed: readonly LadderStep[] = queue.ladder.slice(0, rung);
  const required = climbed.findLast((step) => step.required)?.required ?? kind.required;
  return {
    kind,
    queue,
    required: [...required, ...kind.optional.slice(0, kind.optional.length - given)],
    groupIds: climbed.flatMap((step) => step.groupIds ?? []),
    raise: climbed.reduce((sum, step) => sum + (step.raise ?? 0), 0),
    relaxed: given === kind.optional.length,
    items: [],
  };
}

/** Why a worker cannot have work of this lane at all; null when only room and refusals are left to ask. */
export function laneExclusionOf(lane: Lane, worker: Worker): LaneExclusion | null {
  const { agent } = worker;
  if (groupOf(lane, worker) === null) return 'not_in_group';
  if (!agent.connected) return 'disconnected';
  if (!takesClass(agent, lane.kind.workClass)) return 'status';
  if (agent.shiftEnds) return 'shift_ends';
  if (agent.rested?.has(lane.kind.id)) return 'had_share';
  return hasSkills(lane.required, agent.skills) ? null : 'missing_skill';
}

/** Whether the worker serves the queue first hand, only when others are full, or not at all. */
export function groupOf(lane: Lane, { agent }: Worker): 'primary' | 'secondary' | null {
  if (intersects(agent.groupIds, lane.queue.groupIds)) return 'primary';
  if (lane.groupIds.some((id) => agent.groupIds.has(id))) return 'primary';
  return intersects(agent.groupIds, lane.queue.secondaryGroupIds) ? 'secondary' : null;
}

function takesClass({ takes, status }: PlanAgent, workClass: WorkClass): boolean {
  return takes ? takes.has(workClass) : statusTakes(status, workClass);
}

/** Online takes everything, away only mail, the others nothing from the router. */
export function statusTakes(status: AgentStatus, workClass: WorkClass): boolean {
  return status === 'online' || (status === 'away' && workClass === 'email');
}

/** Whether every needed skill is there at its level. */
export function hasSkills(
  needs: readonly SkillNeed[],
  skills: ReadonlyMap<string, number>,
): boolean {
  for (const need of needs) if ((skills.get(need.skill) ?? 0) < need.level) return false;
  return true;
}

function intersects(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const value of left) if (right.has(value)) return true;
  return false;
}
