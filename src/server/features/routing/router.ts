import { systemActor } from '../../../contracts/common.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { insertHistory, type HistoryLine } from '../history/index.ts';
import { lockAgents, readLoads } from './capacity.store.ts';
import {
  applyAssignments,
  insertDecisions,
  insertOffers,
  saveWaitingReasons,
  type DecisionRow,
} from './decisions.store.ts';
import { expireOffers } from './offers.store.ts';
import { listQueues } from './queues.store.ts';
import { plan, type Decision } from './routing.rules.ts';
import {
  isBacklog,
  nextShareAt,
  paceWindowMs,
  sharesLeft,
  withinPace,
  type Handed,
} from './throttle.rules.ts';
import {
  claimWaiting,
  findNextExpiry,
  isPassedOver,
  listGivenSince,
  listMemberships,
  listRefusals,
  type WaitingRow,
} from './snapshot.store.ts';
import { snapshotOf } from './snapshot.ts';

/** How long somebody who let work go is left alone with it. */
const refusalRestMs = 60_000;
const batchSize = 2_000;
/** When to look again at work that somebody held while the plan was made. */
const retryHeldMs = 100;

export interface RouterDeps extends Core {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
}

export interface RouteResult {
  readonly assigned: number;
  /** When to plan again although nothing has happened: an offer runs out or a rest ends. */
  readonly wakeAt: Date | null;
  /** True when more work waits than one plan takes and this one found takers for some. */
  readonly more: boolean;
}

export type Router = ReturnType<typeof createRouter>;

/**
 * Carries out plans. One transaction: agents locked in id order, waiting work claimed, planned, written
 * and explained. Whoever else gives out work takes the same agent locks, so room is never used twice.
 */
export function createRouter({ database, clock, ids, settingsOf }: RouterDeps) {
  return {
    async route(workspaceId: string): Promise<RouteResult> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const now = clock.now();
        await expire(scope, now);
        await lockAgents(scope);
        const waiting = await claimWaiting(scope, batchSize);
        const settings = await settingsOf(scope);
        const handed = await handedLately(scope, waiting, now);
        const left = sharesLeft(handed, settings.sessions.drainPerAgentPerMinute, now.getTime());
        const rests = restsOf({ handed, waiting, left, now });
        const refusals = [...(await refusalsOf(scope, waiting, now)), ...rests];
        const decisions = plan(
          snapshotOf({
            now,
            heartbeatTimeoutMs: settings.presence.heartbeatTimeoutSeconds * 1_000,
            queues: await listQueues(scope),
            loads: await readLoads(scope),
            memberships: await listMemberships(scope),
            waiting,
            refusals,
          }),
        );
        const { given, paced } = withinPace(decisions, left, now.getTime());
        await carryOut(scope, given, settings.offers.timeoutSeconds, now);
        await explainWaiting(scope, [...decisions, ...paced.map(asPaced)], waiting, now);
        return {
          assigned: given.length,
          wakeAt: earliest(
            [
              await findNextExpiry(scope),
              await retryAt(scope, waiting, now),
              ...refusals.map((one) => one.until),
            ],
            now,
          ),
          more: paced.length > 0 || (waiting.length === batchSize && given.length > 0),
        };
      });
    },
  };

  /**
   * Rules, clocks of promises and surveys hold a ticket for a moment without changing its work, and a plan
   * passes over what is held: without another look it would wait for whatever happens next.
   */
  async function retryAt(scope: Scope, claimed: readonly WaitingRow[], now: Date) {
    if (claimed.length === batchSize) return null;
    const passed = await isPassedOver(
      scope,
      claimed.map((row) => row.id),
    );
    return passed ? new Date(now.getTime() + retryHeldMs) : null;
  }

  async function expire(scope: Scope, now: Date): Promise<void> {
    const expired = await expireOffers(scope, now);
    await insertHistory(
      scope,
      expired.map((offer) =>
        line(offer.ticket_id, 'offer.timed_out', { agent: offer.agent_name }, now),
      ),
    );
    for (const offer of expired) {
      scope.record({
        type: 'offer.changed',
        offerId: offer.id,
        agentId: offer.agent_id,
        ticketId: offer.ticket_id,
      });
    }
  }

  async function refusalsOf(scope: Scope, waiting: readonly WaitingRow[], now: Date) {
    const chats = waiting
      .filter((item) => item.channel_class === 'messaging')
      .map((item) => item.id);
    const rows = await listRefusals(scope, chats, new Date(now.getTime() - refusalRestMs));
    return rows.map((row) => ({
      workItemId: row.work_item_id,
      agentId: row.agent_id,
      until: new Date((row.answered_at ?? now).getTime() + refusalRestMs),
    }));
  }

  /** What was given out of the backlog within the last minute; not asked where nothing waits so long. */
  async function handedLately(scope: Scope, waiting: readonly WaitingRow[], now: Date) {
    if (!waiting.some((row) => isBacklog(pacedOf(row), now.getTime()))) return [];
    const given = await listGivenSince(scope, new Date(now.getTime() - paceWindowMs));
    return given
      .filter((row) => isBacklog(pacedOf(row), row.at.getTime()))
      .map((row) => ({ agentId: row.agent_id, at: row.at.getTime() }));
  }

  /** Agents who had their share of the backlog rest from it until the next share opens. */
  function restsOf(facts: {
    handed: readonly Handed[];
    waiting: readonly WaitingRow[];
    left: (agentId: string) => number;
    now: Date;
  }) {
    const { handed, waiting, left, now } = facts;
    const resting = [...new Set(handed.map((one) => one.agentId))].filter((id) => left(id) === 0);
    const slow = waiting.filter((row) => isBacklog(pacedOf(row), now.getTime()));
    return resting.flatMap((agentId) => {
      const own = handed.filter((one) => one.agentId === agentId);
      const until = nextShareAt(own, now.getTime()) ?? now;
      return slow.map((row) => ({ workItemId: row.id, agentId, until }));
    });
  }

  async function carryOut(
    scope: Scope,
    given: readonly Decision[],
    timeoutSeconds: number,
    now: Date,
  ): Promise<void> {
    const rows = given.map(rowOf);
    const versions = await applyAssignments(scope, rows, now);
    const offers = rows
      .filter((row) => row.outcome === 'offered')
      .map((row) => ({
        id: ids.next(),
        workItemId: row.workItemId,
        agentId: row.agentId ?? '',
        ticketId: row.ticketId,
        why: row.sentence,
      }));
    await insertOffers(scope, offers, {
      at: now,
      expiresAt: new Date(now.getTime() + timeoutSeconds * 1_000),
    });
    await insertDecisions(scope, rows, now);
    await insertHistory(
      scope,
      rows.map((row) => historyOf(row, now)),
    );
    for (const { id, version } of versions) {
      scope.record({ type: 'ticket.changed', ticketId: id, version });
    }
    for (const offer of offers) {
      scope.record({
        type: 'offer.changed',
        offerId: offer.id,
        agentId: offer.agentId,
        ticketId: offer.ticketId,
      });
    }
  }

  async function explainWaiting(
    scope: Scope,
    decisions: readonly Decision[],
    waiting: readonly WaitingRow[],
    now: Date,
  ): Promise<void> {
    const known = new Map(waiting.map((item) => [item.id, item.waiting_reason]));
    const changed = decisions
      .filter((one) => one.agentId === null && known.get(one.item.id) !== one.sentence)
      .map(rowOf);
    await saveWaitingReasons(scope, changed);
    await insertDecisions(scope, changed, now);
  }

  function rowOf(decision: Decision): DecisionRow {
    return {
      id: ids.next(),
      workItemId: decision.item.id,
      ticketId: decision.item.ticketId,
      outcome: decision.outcome,
      agentId: decision.agentId,
      channelClass: decision.item.channelClass,
      units: decision.units,
      queueName: decision.queueName,
      candidates: decision.candidates,
      sentence: decision.sentence,
    };
  }

  function historyOf(row: DecisionRow, now: Date): HistoryLine {
    const winner = row.candidates.find((candidate) => candidate.agentId === row.agentId);
    const type = row.outcome === 'offered' ? 'work.offered' : 'work.assigned';
    return line(row.ticketId, type, { agent: winner?.name, why: row.sentence }, now);
  }

  function line(
    ticketId: string,
    type: string,
    data: Record<string, unknown>,
    at: Date,
  ): HistoryLine {
    return { id: ids.next(), ticketId, type, actor: systemActor, data, at };
  }
}

function pacedOf(row: { readonly eligible_at: Date }) {
  return { eligibleAt: row.eligible_at.getTime() };
}

/** A decision that waits for the next share instead of being carried out. */
function asPaced(decision: Decision): Decision {
  const sentence = 'Part of a backlog, which is handed out a few pieces a minute to each agent.';
  return { ...decision, outcome: 'waiting', agentId: null, units: 0, sentence };
}

function earliest(instants: readonly (Date | null)[], now: Date): Date | null {
  const coming = instants.filter((at): at is Date => at !== null && at > now);
  return coming.length === 0 ? null : new Date(Math.min(...coming.map((at) => at.getTime())));
}
