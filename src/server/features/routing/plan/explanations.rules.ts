/** Why a plan decided as it did: numbers first, made only when somebody asks. */
import type { Exclusion } from '../../../../contracts/routing.ts';
import { explainChoice, explainWaiting } from './explain.rules.ts';
import { mayOffer, type Choice, type Field } from './field.rules.ts';
import { groupOf, hasSkills, laneExclusionOf, type Lane } from './lanes.rules.ts';
import { callReserveOf, liveCostOf, sumOf } from './live-cost.rules.ts';
import { hasTurn, pairWorth } from './mail.rules.ts';
import { createReplay, type Replay } from './replay.rules.ts';
import { agentKeys } from './simple.rules.ts';
import type { PlanItem, Snapshot } from './snapshot.rules.ts';
import { lateShare, minutesOf, weightOf } from './urgency.rules.ts';
import { isLive, shortageOf, spareAfter, type Worker } from './workers.rules.ts';

/** Why somebody did not get work: as for the router of before, and reasons of the plan's own. */
export type PlanExclusion = Exclusion;

/** An agent who was looked at. The value is comparable within a decision: the lower the better. */
export interface PlanCandidate {
  readonly agentId: string;
  readonly name: string;
  readonly excluded: PlanExclusion | null;
  /** Units left after this work. */
  readonly spare: number | null;
  readonly idleSeconds: number | null;
  readonly value: number | null;
}

/** Parts of a score. Weights are comparable across work: an urgent item of an ordinary customer is 8. */
export interface Score {
  readonly weight: number;
  readonly priority: number;
  readonly tier: number;
  /** Chance to make the deadline when begun now; null without one. */
  readonly chance: number | null;
  /** How much of its weight waiting would risk, 0 to 1. */
  readonly risk: number;
  /** Share of its weight that age alone gives it. */
  readonly age: number;
  /** Price of the winner's time, 1 in even demand; null when nobody won. */
  readonly scarcity: number | null;
  readonly minutes: number;
  readonly minutesLeft: number | null;
}

export interface Explanation {
  readonly sentence: string;
  readonly score: Score;
  /** At most twelve: the winner, who else could have had it, then those left out. */
  readonly candidates: readonly PlanCandidate[];
}

export interface Explanations {
  /** Cheapest when asked in order of `place`. */
  ofDecision(place: number): Explanation | null;
  ofWaiting(item: PlanItem): Explanation | null;
}

/** Candidates kept, and agents looked at to find them. */
const kept = 12;
const lookedAt = 256;

/** Explains a plan by making it again up to the decision in question; the plan itself pays nothing. */
export function explanationsOf(field: Field, snapshot: Snapshot): Explanations {
  const { choices } = field;
  let made = 0;
  let then = createReplay(field);
  return {
    ofDecision(place) {
      const choice = choices[place];
      if (!choice) return null;
      if (place < made) {
        made = 0;
        then = createReplay(field);
      }
      for (const step of choices.slice(made, place)) then.repeat(step);
      made = place;
      return explain(then, choice, snapshot);
    },
    ofWaiting(item) {
      const lane = field.lanes.find(
        ({ kind, items }) => kind.id === item.kind.id && items.includes(item),
      );
      return lane ? explainLane(field, lane, item) : null;
    },
  };
}

function explain(then: Replay, { item, lane, worker }: Choice, snapshot: Snapshot): Explanation {
  const { field } = then;
  const winner = then.workerOf(worker.agent.id) ?? worker;
  const value = valuesOf(field, snapshot, { item, lane });
  const others = candidatesOf(field, { item, lane, serving: then.servingOf(lane) }, value).filter(
    ({ agentId }) => agentId !== winner.agent.id,
  );
  const score = scoreOf(field, { item, lane }, winner);
  return {
    sentence: explainChoice({
      winner: winner.agent.name,
      policy: snapshot.policy,
      queueName: lane.queue.name,
      live: isLive(lane.kind.workClass),
      hadItBefore: item.preferredAgentId === winner.agent.id,
      open: then.countOpen({ item, lane }),
      score,
    }),
    score,
    candidates: [candidateOf(field, { item, lane }, winner, value), ...others].slice(0, kept),
  };
}

function explainLane(field: Field, lane: Lane, item: PlanItem): Explanation {
  const serving = servingOf(field, lane);
  const canDo = ({ agent }: Worker) => hasSkills(lane.required, agent.skills);
  const reasons = new Map<PlanExclusion, number>();
  for (const worker of field.workers) {
    const reason = exclusionOf(field, { item, lane }, worker) ?? 'kept_for_others';
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return {
    sentence: explainWaiting(lane.queue.name, reasons, !serving.some(canDo)),
    score: scoreOf(field, { item, lane }, null),
    candidates: candidatesOf(field, { item, lane, serving }, () => null)
      .slice(0, kept)
      .map((one) => ({ ...one, excluded: one.excluded ?? 'kept_for_others' })),
  };
}

interface Pair {
  readonly item: PlanItem;
  readonly lane: Lane;
}

/** The open ones by value, then those left out; people of other queues are not listed. */
function candidatesOf(
  field: Field,
  { serving, ...pair }: Pair & { readonly serving: readonly Worker[] },
  value: (worker: Worker) => number | null,
): PlanCandidate[] {
  return serving
    .slice(0, lookedAt)
    .map((worker) => candidateOf(field, pair, worker, value))
    .toSorted(
      (left, right) =>
        Number(left.excluded !== null) - Number(right.excluded !== null) ||
        (left.value ?? 0) - (right.value ?? 0),
    );
}

function servingOf(field: Field, lane: Lane): Worker[] {
  return field.workers.filter((worker) => groupOf(lane, worker) !== null);
}

function candidateOf(
  field: Field,
  pair: Pair,
  worker: Worker,
  value: (worker: Worker) => number | null,
): PlanCandidate {
  const { workClass } = pair.lane.kind;
  const excluded = exclusionOf(field, pair, worker);
  const last = worker.agent.lastAt[workClass];
  return {
    agentId: worker.agent.id,
    name: worker.agent.name,
    excluded,
    spare: excluded === null ? spareAfter(worker, workClass, pair.lane.kind.id) : null,
    idleSeconds: last === null ? null : Math.round((field.now - last) / 1_000),
    value: excluded === null ? value(worker) : null,
  };
}

/** Why this worker cannot have this piece now. */
export function exclusionOf(
  field: Field,
  { item, lane }: Pair,
  worker: Worker,
): PlanExclusion | null {
  const { workClass } = lane.kind;
  const excluded = laneExclusionOf(lane, worker);
  if (excluded) return excluded;
  if (!mayOffer(item, worker, field.now)) return 'declined_before';
  const shortage = shortageOf(worker, workClass, lane.kind.id);
  if (shortage) return shortage;
  return workClass === 'email' && !hasTurn(field, lane, worker) ? 'mail_in_hand' : null;
}

function valuesOf(field: Field, { policy }: Snapshot, pair: Pair): (worker: Worker) => number {
  const { workClass } = pair.lane.kind;
  if (policy !== 'risk') return (worker) => agentKeys[policy](worker, workClass)[0] ?? 0;
  if (workClass === 'email') {
    const weight = weightOf(pair.item, pair.lane, field.table);
    return (worker) => -pairWorth(field, { ...pair, weight }, worker).worth;
  }
  const reserve = callReserveOf(field);
  return (worker) => sumOf(liveCostOf(field, pair, { worker, reserve }));
}

function scoreOf(field: Field, { item, lane }: Pair, winner: Worker | null): Score {
  const { table, now } = field;
  const weight = weightOf(item, lane, table);
  const pair =
    winner && !isLive(lane.kind.workClass)
      ? pairWorth(field, { item, lane, weight }, winner)
      : null;
  return {
    weight,
    priority: item.priorityRank - lane.raise,
    tier: item.tierWeight,
    chance: pair && item.minutesLeft !== null ? pair.chance : null,
    risk: pair ? pair.chance * pair.haste : 1,
    age: lateShare(item, now, table),
    scarcity: winner && (field.prices.agents.get(winner.agent.id) ?? 1),
    minutes: winner ? minutesOf(item, winner, table) : lane.kind.expectedMinutes,
    minutesLeft: item.minutesLeft,
  };
}
