import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { ConversationService } from '../conversations/index.ts';
import type { BusinessHours } from '../schedules/index.ts';
import { lockAgents } from './capacity.store.ts';
import { createCarrier, type Given } from './carry-out.ts';
import { createDepartures } from './departures.ts';
import { parameters, type Parameters } from './plan/parameters.rules.ts';
import { planInSlices, type Decision, type Plan } from './plan/plan.rules.ts';
import { untilUsedUp } from './lines.rules.ts';
import { findNextExpiry, lockPlanned, type LockedRow, type PlannedRow } from './snapshot.store.ts';
import { createSurveyor, type Survey } from './survey.ts';
import { withinPace } from './throttle.rules.ts';
import { unhurried } from '../../platform/unhurried.ts';
import { unbegunLookMs, wakeTimes } from './wake.rules.ts';

/** Decisions of one transaction; the next plan goes on from there. */
const mostDecisions = 500;
/** When to look again at work that somebody held while the plan was made. */
const retryHeldMs = 100;

export interface RouterDeps extends Core {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
  readonly businessHours: BusinessHours;
  readonly conversations: Pick<ConversationService, 'touch'>;
}

export interface RouteResult {
  readonly assigned: number;
  /** When to plan again although nothing has happened: an offer runs out, a rest ends, a ladder goes on. */
  readonly wakeAt: Date | null;
  /** True when this plan ended before all was given out. */
  readonly more: boolean;
  /** True when something was left because somebody held it: a look a moment later is worth it. */
  readonly passedOver: boolean;
}

export type Router = ReturnType<typeof createRouter>;

/**
 * Carries out plans. One transaction: agents locked in id order, work read, planned, locked, written and
 * explained. Whoever else gives out work takes the same agent locks, so room is never used twice. Agents are
 * all it ever waits for: work, tickets and conversations that somebody holds are left for the next plan.
 */
export function createRouter(deps: RouterDeps) {
  const { database, clock, settingsOf } = deps;
  const { survey, forget } = createSurveyor(deps);
  const departures = createDepartures(deps);
  const carrier = createCarrier(deps);

  return {
    /** `goesOn`: right after a plan that had more to give, which looked at unbegun mail already. */
    async route(
      workspaceId: string,
      { goesOn = false }: { goesOn?: boolean } = {},
    ): Promise<RouteResult> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const now = clock.now();
        const settings = await settingsOf(scope);
        const callAt = await departures.endCalls(scope, settings);
        await lockAgents(scope);
        const returnAt = await departures.settle(scope, settings, now);
        const seen = await survey(scope, { settings, now, goesOn });
        const table = guardrails(settings.routing);
        const made = await unhurried(planInSlices(seen.snapshot, { table, limit: mostDecisions }));
        const chosen = await choose(scope, made, seen);
        if (chosen.outdated) forget(workspaceId);
        await carrier.give(scope, chosen.given, seen);
        await carrier.takeBack(scope, chosen.returned, seen);
        if (made.complete && !chosen.usedUp) await carrier.explainWaiting(scope, made, seen);
        const due = [await findNextExpiry(scope), callAt, returnAt];
        // What is due and was not done is in somebody's hands right now: an offer that is being answered, for instance.
        const passedOver = chosen.missed > 0 || due.some((at) => at !== null && at <= now);
        return {
          assigned: chosen.given.length,
          passedOver,
          wakeAt: earliest(now, [
            ...due,
            ...wakeTimes(seen),
            goesOn ? new Date(now.getTime() + unbegunLookMs) : null,
            passedOver ? new Date(now.getTime() + retryHeldMs) : null,
          ]),
          more: chosen.paced > 0 || ((!made.complete || chosen.usedUp) && chosen.given.length > 0),
        };
      });
    },
  };
}

interface Chosen {
  readonly given: Given[];
  /** Work whose holder has left, and for which there is nobody yet. */
  readonly returned: string[];
  /** Decisions left out because somebody holds the work right now, and because of the pace. */
  readonly missed: number;
  readonly paced: number;
  /** Whether the head of a longer line was used up: what comes after it is for the next plan. */
  readonly usedUp: boolean;
  /** Whether something was different from what the plan knew. */
  readonly outdated: boolean;
}

/** The decisions of a plan that can be carried out now: within the pace, and on work nobody is changing. */
async function choose(scope: Scope, made: Plan, seen: Survey): Promise<Chosen> {
  const decisions = [...made.offers, ...made.assignments].toSorted(byPlace);
  const { sure: known, usedUp } = untilUsedUp(decisions, seen.lines);
  const { given, paced } = withinPace(known, seen.sharesLeft, seen.now.getTime());
  const ids = new Set(given.map(({ item }) => item.id));
  const back = made.returns.filter(
    ({ item, reason }) => reason === 'holder_left' && !ids.has(item.id),
  );
  const locked = new Map(
    (
      await lockPlanned(scope, [...ids, ...back.map(({ item }) => item.id)], {
        conversations: seen.settings.offers.autoAccept,
      })
    ).map((row) => [row.id, row]),
  );
  const holders = new Map(made.returns.map(({ item, agentId }) => [item.id, agentId]));
  let outdated = false;
  const isAsPlanned = (id: string) => {
    const row = locked.get(id);
    const holder = holders.get(id);
    const before = seen.waiting.get(id) ?? seen.held.get(id);
    if (!row || !before) return false;
    if (!isSameWork(row, before)) {
      outdated = true;
      return false;
    }
    return holder === undefined
      ? row.state === 'waiting'
      : row.state === 'assigned' && row.agent_id === holder && row.started_at === null;
  };
  const sure = await unhurried(explained(made, given, (id) => isAsPlanned(id) && locked.get(id)));
  const returned = back.map(({ item }) => item.id).filter(isAsPlanned);
  return {
    given: sure,
    returned,
    missed: given.length - sure.length + back.length - returned.length,
    paced: paced.length,
    usedUp,
    outdated,
  };
}

/** Whether who may have it, and what it takes of them, is still what the plan took it for. */
function isSameWork(row: LockedRow, before: PlannedRow): boolean {
  return (
    row.queue_id === before.queue_id &&
    row.priority_rank === before.priority_rank &&
    row.needs_key === before.needs_key &&
    row.category === before.category
  );
}

/** Explains what is carried out, with a pause after each: with many agents one takes half a millisecond. */
function* explained(
  made: Plan,
  given: readonly Decision[],
  rowOf: (id: string) => LockedRow | false | undefined,
): Generator<void, Given[]> {
  const moved = new Map(made.returns.map((one) => [one.item.id, one]));
  const sure: Given[] = [];
  for (const decision of given) {
    const { id } = decision.item;
    const row = rowOf(id);
    const explanation = row ? made.explanations.ofDecision(decision.place) : null;
    if (!row || !explanation) continue;
    const { conversation_id: conversationId } = row;
    sure.push({ decision, explanation, conversationId, moved: moved.get(id) ?? null });
    yield;
  }
  return sure;
}

/** The guardrails of a workspace for mail that is taken back. */
function guardrails({ rebalance, onAway }: WorkspaceSettings['routing']): Parameters {
  const absent = onAway.policy === 'keep' ? Number.POSITIVE_INFINITY : onAway.minutes;
  return {
    ...parameters,
    mostMoves: rebalance.mostMoves,
    movesPerAgentHour: rebalance.agentHour || Number.POSITIVE_INFINITY,
    movesPerQueueHour: rebalance.queueHour || Number.POSITIVE_INFINITY,
    quietMinutes: rebalance.quietMinutes,
    absentMinutes: rebalance.whose === 'nobody' ? Number.POSITIVE_INFINITY : absent,
    unbegunMinutes:
      rebalance.whose === 'everybody' ? rebalance.unbegunMinutes : Number.POSITIVE_INFINITY,
    riskyChance: rebalance.whose === 'everybody' ? parameters.riskyChance : 0,
  };
}

function byPlace(left: Decision, right: Decision): number {
  return left.place - right.place;
}

function earliest(now: Date, instants: readonly (Date | null)[]): Date | null {
  const coming = instants.filter((at): at is Date => at !== null && at > now);
  return coming.length === 0 ? null : new Date(Math.min(...coming.map((at) => at.getTime())));
}
