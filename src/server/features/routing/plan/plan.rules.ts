/**
 * The plan: which waiting work goes to whom now. A pure function of a snapshot: the same work, agents and
 * instant give the same plan, in whatever order they come.
 */
import { explanationsOf, type Explanations } from './explanations.rules.ts';
import { layOut, type Choice, type Field } from './field.rules.ts';
import type { Lane } from './lanes.rules.ts';
import { planLive } from './live.rules.ts';
import { planMail } from './mail.rules.ts';
import { parameters, type Parameters } from './parameters.rules.ts';
import { isLeaving, returnsOf, type Return } from './rebalance.rules.ts';
import { planSimply } from './simple.rules.ts';
import type { PlanItem, Snapshot } from './snapshot.rules.ts';
import { unitsOf } from './workers.rules.ts';

/** A piece of work given to somebody. */
export interface Decision {
  readonly item: PlanItem;
  readonly agentId: string;
  readonly queueId: string;
  /** What it takes of the agent's capacity. */
  readonly units: number;
  /** Its place among all decisions of the plan. */
  readonly place: number;
}

/** Work of a lane that nobody got. */
export interface StillWaiting {
  readonly lane: Lane;
  readonly items: readonly PlanItem[];
}

export interface Plan {
  /** Mail, handed over outright. */
  readonly assignments: readonly Decision[];
  /** Live work, offered because a person must be there. */
  readonly offers: readonly Decision[];
  /** Work taken back; what of it has a new owner is among the assignments too. */
  readonly returns: readonly Return[];
  readonly waiting: readonly StillWaiting[];
  /** Why, made when asked for. */
  readonly explanations: Explanations;
  /** False when `limit` ended it: plan again for the rest. */
  readonly complete: boolean;
}

export interface PlanOptions {
  readonly table?: Parameters;
  /** Decisions after which the plan ends, give or take one round of mail. */
  readonly limit?: number;
}

/** Plans the whole snapshot at once. */
export function plan(snapshot: Snapshot, options: PlanOptions = {}): Plan {
  const slices = planInSlices(snapshot, options);
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}

/** The same plan in slices of a few milliseconds: the caller may let others run between them. */
export function* planInSlices(
  snapshot: Snapshot,
  { table = parameters, limit = Number.POSITIVE_INFINITY }: PlanOptions = {},
): Generator<void, Plan> {
  const bare = yield* layOut(snapshot, table);
  const returns = returnsOf(bare, snapshot);
  const again = () => layOut(withReturns(snapshot, { returns, bare }), table);
  const field = returns.length === 0 ? bare : yield* again();
  let complete = true;
  const work = steps(field, snapshot);
  while (complete && !work.next().done) {
    yield;
    complete = field.choices.length < limit;
  }
  const given = new Set(field.choices.map(({ item }) => item.id));
  const decisions = field.choices.map(decisionOf);
  const isMail = ({ item }: Decision) => item.kind.workClass === 'email';
  return {
    assignments: decisions.filter(isMail),
    offers: decisions.filter((one) => !isMail(one)),
    returns: returns.filter(({ item, reason }) => reason === 'holder_left' || given.has(item.id)),
    waiting: yield* waitingOf(field, given),
    explanations: explanationsOf(field, snapshot),
    complete,
  };
}

function* steps(field: Field, { policy }: Snapshot): Generator<void> {
  if (policy !== 'risk') return yield* planSimply(field, policy);
  yield* planLive(field);
  yield* planMail(field);
}

/** Work taken back waits again; whoever had it is not asked for it, nor, unless they left, who leaves soon. */
function withReturns(
  snapshot: Snapshot,
  { returns, bare }: { returns: readonly Return[]; bare: Field },
): Snapshot {
  const leaving = bare.workers.filter((worker) => isLeaving(bare, worker));
  const back = returns.map(({ item, agentId, reason }) => {
    const refusals = new Map(item.refusals).set(agentId, Number.POSITIVE_INFINITY);
    if (reason !== 'holder_left') {
      for (const { agent } of leaving) refusals.set(agent.id, Number.POSITIVE_INFINITY);
    }
    return { ...item, refusals };
  });
  return { ...snapshot, items: [...snapshot.items, ...back] };
}

function decisionOf({ item, lane, worker }: Choice, place: number): Decision {
  const units = unitsOf(worker, lane.kind.workClass, lane.kind.id);
  return { item, agentId: worker.agent.id, queueId: lane.queue.id, units, place };
}

function* waitingOf(field: Field, given: ReadonlySet<string>): Generator<void, StillWaiting[]> {
  const waiting: StillWaiting[] = [];
  for (const lane of field.lanes) {
    const items = lane.items.filter(({ id }) => !given.has(id));
    if (items.length > 0) waiting.push({ lane, items });
    yield;
  }
  return waiting;
}
