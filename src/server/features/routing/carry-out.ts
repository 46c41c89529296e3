import { systemActor } from '../../../contracts/common.ts';
import type { ChannelClass } from '../../../contracts/people.ts';
import type { Core } from '../../platform/core.ts';
import { unhurried } from '../../platform/unhurried.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { ConversationService } from '../conversations/index.ts';
import { insertHistory, type HistoryLine } from '../history/index.ts';
import {
  applyAssignments,
  insertDecisions,
  insertOffers,
  returnMoved,
  saveWaitingReasons,
  type DecisionRow,
} from './decisions.store.ts';
import { createLineReasons } from './line-reasons.rules.ts';
import { saveLineReasons, type LineReason } from './line-reasons.store.ts';
import { insertMoves, type Move } from './moves.store.ts';
import type { Explanation } from './plan/explanations.rules.ts';
import type { Decision, Plan } from './plan/plan.rules.ts';
import type { Return } from './plan/rebalance.rules.ts';
import type { PlanItem } from './plan/snapshot.rules.ts';
import { isSameReason, packReason, type StoredReason } from './reasons.rules.ts';
import type { PlannedRow } from './snapshot.store.ts';
import type { Survey } from './survey.ts';

/** A decision that is carried out, with why. */
export interface Given {
  readonly decision: Decision;
  readonly explanation: Explanation;
  readonly conversationId: string;
  /** From whom it is taken for this, and why; null for work that waited. */
  readonly moved: Return | null;
}

/** Reasons of waiting work that one plan writes at most, and pieces explained one by one. */
const mostReasons = 300;
const mostOwnReasons = 20;

const returnWords: Record<Return['reason'], string> = {
  holder_left: 'is not there',
  at_risk: 'could not have answered it in time',
  not_begun: 'had not begun with it',
};

export interface CarrierDeps extends Pick<Core, 'ids'> {
  readonly conversations: Pick<ConversationService, 'touch'>;
}

/** Makes decisions true: work, tickets, agents, offers, reasons and history, each in one statement. */
export function createCarrier({ ids, conversations }: CarrierDeps) {
  return {
    async give(scope: Scope, given: readonly Given[], seen: Survey): Promise<void> {
      if (given.length === 0) return;
      const { now, settings } = seen;
      const rows = given.map((one) => rowOf(one, seen));
      const versions = await applyAssignments(scope, rows, now);
      const offers = rows
        .filter((row) => row.outcome === 'offered')
        .map(({ workItemId, ticketId, agentId, channelClass, reason }) => ({
          id: ids.next(),
          workItemId,
          ticketId,
          agentId: agentId ?? '',
          why: reason.s,
          expiresAt: new Date(now.getTime() + timeoutMsOf(channelClass, settings)),
        }));
      await insertOffers(scope, offers, now);
      await insertDecisions(scope, rows, now);
      await insertMoves(scope, movesOf(given, seen), now);
      await insertHistory(
        scope,
        given.flatMap((one, index) => linesOf(one, rows[index], seen)),
      );
      const { workspaceId } = scope;
      const tickets = versions.map(({ id, version }) => ({ ticketId: id, version }));
      scope.record({ type: 'work.given', workspaceId, tickets });
      for (const { id: offerId, agentId, ticketId } of offers) {
        scope.record({ type: 'offer.changed', offerId, agentId, ticketId });
      }
      await tellAccepted(scope, given, rows);
    },

    /** Puts work of people who have left back into its queue. */
    async takeBack(scope: Scope, workItemIds: readonly string[], seen: Survey): Promise<void> {
      await returnMoved(scope, workItemIds);
      const lines: HistoryLine[] = [];
      for (const id of workItemIds) {
        const row = seen.held.get(id);
        if (!row) continue;
        lines.push(returnLine(row, { agentId: row.agent_id, reason: 'holder_left' }, seen));
        scope.record({ type: 'work.changed', workItemId: id, ticketId: row.ticket_id });
      }
      await insertHistory(scope, lines);
    },

    /**
     * Says why work waits: of each line as it is now; of each piece that was looked at where that is new, which figures
     * that move are not.
     */
    async explainWaiting(scope: Scope, made: Plan, seen: Survey): Promise<void> {
      const { rows: all, lines } = await unhurried(waitingRows(made, seen));
      await saveLineReasons(scope, lines);
      const rows = all.slice(0, mostReasons);
      const saved = await saveWaitingReasons(
        scope,
        rows.map(({ workItemId, reason }) => ({ workItemId, sentence: reason.s })),
      );
      const explained = rows.filter(({ workItemId }) => saved.has(workItemId));
      await insertDecisions(scope, explained, seen.now);
    },
  };

  /** What was taken from people who are there; work of those who have left is not counted. */
  function movesOf(given: readonly Given[], seen: Survey): Move[] {
    return given.flatMap(({ decision, moved }) => {
      const held = seen.held.get(decision.item.id);
      if (!moved || !held || moved.reason === 'holder_left') return [];
      const { agentId } = moved;
      return [{ id: ids.next(), workItemId: held.id, agentId, queueId: held.queue_id }];
    });
  }

  /** Chats given outright: the customer hears that somebody is there. */
  async function tellAccepted(scope: Scope, given: readonly Given[], rows: readonly DecisionRow[]) {
    for (const [index, { conversationId, decision }] of given.entries()) {
      if (decision.item.kind.workClass === 'email' || rows[index]?.outcome !== 'assigned') continue;
      await conversations.touch(scope, conversationId);
      const queueId = queueIdOf(decision.queueId);
      scope.record({ type: 'queue.moved', queueId });
    }
  }

  /** Pauses after each lane: with thousands of agents its reason takes milliseconds. */
  function* waitingRows(
    made: Plan,
    seen: Survey,
  ): Generator<void, { rows: DecisionRow[]; lines: LineReason[] }> {
    const rows: DecisionRow[] = [];
    const lines = createLineReasons();
    let own = 0;
    for (const { lane, items } of made.waiting) {
      // Whoever let a piece go is a reason of that piece alone.
      const first = items.find(({ refusals }) => refusals.size === 0) ?? items[0];
      const shared = first && made.explanations.ofWaiting(first);
      if (!shared) continue;
      for (const item of items) {
        const alone = item.refusals.size > 0 && own < mostOwnReasons;
        if (alone) own += 1;
        const explanation = (alone ? made.explanations.ofWaiting(item) : null) ?? shared;
        const row = waitingRow({ item, explanation, queueName: lane.queue.name }, seen);
        if (row) rows.push(row);
        const piece = seen.waiting.get(item.id);
        if (piece) lines.add(piece, shared.sentence);
      }
      yield;
    }
    return { rows: [...rows, ...pausedRows(seen, lines)], lines: lines.all() };
  }

  function waitingRow(
    facts: { item: PlanItem; explanation: Explanation; queueName: string },
    seen: Survey,
  ): DecisionRow | null {
    const row = seen.waiting.get(facts.item.id);
    // Mail that a plan took back and gave to nobody is not among the waiting yet.
    if (!row || isSameReason(row.waiting_reason, facts.explanation.sentence)) return null;
    return stillWaiting(row, packReason(facts.explanation), facts.queueName);
  }

  function pausedRows(seen: Survey, lines: ReturnType<typeof createLineReasons>): DecisionRow[] {
    const names = new Map(
      seen.rows.queues.filter(({ paused }) => paused).map((queue) => [queue.id, queue.name]),
    );
    if (names.size === 0) return [];
    return [...seen.waiting.values()].flatMap((row) => {
      const name = names.get(row.queue_id);
      if (name === undefined) return [];
      const sentence = `${name} is paused and gives nothing out.`;
      lines.add(row, sentence);
      return row.waiting_reason === sentence
        ? []
        : [stillWaiting(row, { s: sentence, c: [] }, name)];
    });
  }

  function stillWaiting(row: PlannedRow, reason: StoredReason, queueName: string): DecisionRow {
    return {
      id: ids.next(),
      workItemId: row.id,
      ticketId: row.ticket_id,
      outcome: 'waiting',
      agentId: null,
      channelClass: row.channel_class,
      units: 0,
      queueName,
      reason,
      moved: false,
    };
  }

  function rowOf({ decision, explanation, moved }: Given, seen: Survey): DecisionRow {
    const { item, agentId, units } = decision;
    const row = seen.waiting.get(item.id) ?? seen.held.get(item.id);
    const live = item.kind.workClass !== 'email';
    return {
      id: ids.next(),
      workItemId: item.id,
      ticketId: row?.ticket_id ?? '',
      outcome: isOffered(live, seen.settings) ? 'offered' : 'assigned',
      agentId,
      channelClass: live ? 'messaging' : 'email',
      units,
      queueName: queueNameOf(decision, seen),
      reason: packReason(explanation),
      moved: moved !== null,
    };
  }

  function linesOf(
    { decision, moved }: Given,
    row: DecisionRow | undefined,
    seen: Survey,
  ): HistoryLine[] {
    if (!row) return [];
    const agent = nameOf(decision.agentId, seen);
    const type = row.outcome === 'offered' ? 'work.offered' : 'work.assigned';
    const held = seen.held.get(row.workItemId);
    // Made in the order in which they are read: at one instant the id decides.
    const returned = moved && held ? [returnLine(held, moved, seen)] : [];
    return [...returned, line(row.ticketId, type, { agent, why: row.reason.s }, seen.now)];
  }

  function returnLine(
    row: PlannedRow,
    { agentId, reason }: Pick<Return, 'agentId' | 'reason'>,
    seen: Survey,
  ): HistoryLine {
    const why = `${nameOf(agentId, seen)} ${returnWords[reason]}`;
    const queue = seen.rows.queues.find(({ id }) => id === row.queue_id)?.name;
    return line(row.ticket_id, 'work.returned', { queue, why }, seen.now);
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

/** Whether somebody is asked before they have it, as the workspace wants it for live work and for mail. */
function isOffered(live: boolean, { offers }: Survey['settings']): boolean {
  return live ? !offers.autoAccept : offers.mail;
}

function timeoutMsOf(channel: ChannelClass, { offers }: Survey['settings']): number {
  return 1_000 * (channel === 'email' ? offers.mailTimeoutSeconds : offers.timeoutSeconds);
}

function nameOf(agentId: string, { rows }: Survey): string {
  return rows.loads.find(({ id }) => id === agentId)?.name ?? '';
}

function queueNameOf({ queueId }: Decision, { rows }: Survey): string {
  return rows.queues.find(({ id }) => id === queueIdOf(queueId))?.name ?? '';
}

/** A plan serves a queue in parts when its ladder changes skills; the id of each begins with the queue's. */
function queueIdOf(planQueueId: string): string {
  return planQueueId.split(' ')[0] ?? planQueueId;
}
