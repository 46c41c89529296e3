import type {
  AssistantCase,
  AssistantDecision,
  DecisionLine,
  TurnPath,
  TurnState,
} from '../../../../contracts/assistant-decisions.ts';
import type { Core } from '../../../platform/core.ts';
import { notFound } from '../../../platform/errors.ts';
import { findConversationOfTicket, lockTicket } from '../../tickets/index.ts';
import { findCase, findHold } from '../case/case.store.ts';
import {
  changeTurn,
  findComparable,
  listTurns,
  saveLikeness,
  type TurnRow,
} from '../case/decisions.store.ts';
import { likenessOf, usedFrom } from '../case/likeness.rules.ts';
import { decisionView, lineView } from '../case/view.ts';

export interface TurnQuery {
  readonly path?: TurnPath | undefined;
  readonly state?: TurnState | undefined;
  readonly category?: string | undefined;
  readonly articleId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export type AssistantReader = ReturnType<typeof createAssistantReader>;

/** What people see of the assistant's turns, and what they do with its drafts. */
export function createAssistantReader({ database, clock }: Pick<Core, 'database' | 'clock'>) {
  return {
    /** Where the assistant stands in a case. Throws `not_found`. */
    ofTicket: (workspaceId: string, ticketId: string): Promise<AssistantCase> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if ((await findConversationOfTicket(scope, ticketId)) === undefined)
          throw notFound('ticket');
        const one = await findCase(scope, ticketId);
        const turns = await listTurns(scope, { ticketId, limit: 50 });
        const isHeld = (await findHold(scope, ticketId)) !== null;
        const draft = turns.find(({ state }) => state === 'draft');
        const isActing = isHeld && one?.state !== 'approval';
        return {
          state: isActing ? 'acting' : stateOf(one?.state),
          outcome: one?.outcome ?? null,
          waitsUntil: one?.waits_until?.toISOString() ?? null,
          draft: draft ? decisionView(draft) : null,
          decisions: turns.map(lineView),
        };
      }),

    /** Turns of all tickets, newest first. */
    list: (
      workspaceId: string,
      { cursor, ...query }: TurnQuery,
    ): Promise<{ items: DecisionLine[]; nextCursor: string | null }> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const turns = await listTurns(scope, { ...query, before: cursor, limit: query.limit + 1 });
        const shown = turns.slice(0, query.limit);
        const last = shown.at(-1);
        const nextCursor = turns.length > query.limit && last ? last.id : null;
        return { items: shown.map(lineView), nextCursor };
      }),

    /** The whole record of a turn. Throws `not_found`. */
    get: (workspaceId: string, id: string): Promise<AssistantDecision> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const [turn] = await listTurns(scope, { id, limit: 1 });
        if (!turn) throw notFound('decision');
        return decisionView(turn);
      }),

    /** An agent does not want a draft. Throws `not_found` where none waits. */
    dismiss: (
      { workspaceId, memberId }: { workspaceId: string; memberId: string },
      id: string,
    ): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const [known] = await listTurns(scope, { id, limit: 1 });
        if (!known) throw notFound('draft');
        await lockTicket(scope, known.ticket_id);
        const [turn] = await listTurns(scope, { id, limit: 1 });
        if (turn?.state !== 'draft') throw notFound('draft');
        await changeTurn(scope, id, {
          state: 'draft_dismissed',
          decidedBy: memberId,
          at: clock.now(),
        });
        scope.record({ type: 'assistant.changed', ticketId: turn.ticket_id, wakeAt: null });
      }),

    /** Handler of `assistant.compare`: how alike an agent's answer is to what the assistant would have said. */
    compare: (workspaceId: string, ticketId: string, messageId: string): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        await lockTicket(scope, ticketId);
        const found = await findComparable(scope, ticketId, messageId);
        if (!found) return;
        const likeness = likenessOf(found.text, found.answer);
        const state = stateAfter(found, likeness);
        await saveLikeness(scope, found.id, { likeness, state });
        scope.record({ type: 'assistant.changed', ticketId, wakeAt: null });
      }),
  };
}

/** What was sent counts more than that a colleague put it away at the same moment. */
function stateAfter({ state }: Pick<TurnRow, 'state'>, likeness: number): TurnState {
  if (state === 'shadow') return state;
  if (likeness >= usedFrom) return 'draft_used';
  return state === 'draft' ? 'overtaken' : state;
}

/** A case that is only noted or drafted for is nobody's but the agents'. */
function stateOf(state: string | undefined): AssistantCase['state'] {
  switch (state) {
    case 'waiting':
    case 'approval':
    case 'handed_over':
    case 'resolved':
      return state;
    default:
      return 'none';
  }
}
