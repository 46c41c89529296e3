import { systemActor, type Actor } from '../../../contracts/common.ts';
import type { Scope } from '../../platform/db/database.ts';
import { lockConversation, type LockedConversation } from '../conversations/index.ts';
import { createHistorian } from '../history/index.ts';
import type { SessionDeps } from './deps.types.ts';
import type { Ending } from './ending.ts';
import { quietPlan, type QuietStep } from './inactivity.rules.ts';
import {
  findSession,
  findSilence,
  markActive,
  markPresence,
  markStep,
  type SessionRow,
} from './sessions.store.ts';

/** Chats that fall silent and wake again. */
export function createQuiet(deps: SessionDeps & { ending: Ending }) {
  const { database, clock } = deps;
  const tell = createHistorian(deps);

  return {
    /**
     * The job `session.check`: takes the step of silence that is due now, if any, and returns when to look
     * again. The step and its mark are one transaction, so a repeated job sends nothing twice.
     */
    async check(workspaceId: string, conversationId: string): Promise<Date | null> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const conversation = await lockConversation(scope, conversationId);
        const session = await findSession(scope, conversationId);
        if (!conversation || !session || session.state === 'ended') return null;
        const { due, wakeAt } = await planFor(scope, session);
        if (due === null) return wakeAt;
        await take(scope, { conversation, session }, due);
        return due.end ? null : wakeAt;
      });
    },

    /** A customer spoke in a chat whose lock the caller holds: a quiet one wakes. */
    async wake(scope: Scope, conversation: LockedConversation, actor: Actor): Promise<void> {
      const { session_id: sessionId, session_state: state, ticket_id: ticketId } = conversation;
      if (sessionId === null || state !== 'inactive') return;
      await markActive(scope, sessionId);
      const woken = ticketId === null ? null : await deps.work.wake(scope, ticketId, actor);
      if (ticketId !== null) {
        const data = woken !== null && woken.overBy > 0 ? { over: woken.overBy } : {};
        await tell(scope, { ticketId, type: 'session.active', actor, data });
      }
      recordChange(scope, conversation, { previous: 'inactive', state: 'active' });
    },

    /** The last browser of a customer went away (a time), or one is there again (null). */
    presence: markPresence,
  };

  async function planFor(scope: Scope, session: SessionRow) {
    const silence = await findSilence(scope, session.conversation_id);
    const { inactivity } = (await deps.settingsOf(scope)).sessions;
    const facts = {
      state: session.state,
      assigned: silence.assigned,
      lastCustomerAt: silence.last_customer_at ?? session.started_at,
      answeredAt: silence.answered_at,
      stepsDone: session.reminders_sent,
      lastStepAt: session.last_step_at,
      customerGone: session.customer_left_at !== null,
    };
    return quietPlan(facts, inactivity, clock.now());
  }

  async function take(
    scope: Scope,
    chat: { conversation: LockedConversation; session: SessionRow },
    step: QuietStep,
  ): Promise<void> {
    const { conversation, session } = chat;
    if (step.reminder !== null) {
      await deps.conversations.say(scope, conversation.id, step.reminder, systemActor);
    }
    await markStep(scope, { id: session.id, ...step, at: clock.now() });
    if (conversation.ticket_id !== null) {
      await tellStep(scope, conversation.ticket_id, step);
      await setStatus(scope, conversation.ticket_id, step);
      await deps.work.follow(scope, conversation.ticket_id, systemActor);
    }
    await deps.conversations.touch(scope, conversation.id);
    if (step.inactive !== null) {
      const change = { previous: 'active', state: 'inactive' } as const;
      recordChange(scope, conversation, { ...change, inactiveReason: step.inactive });
    }
    if (step.end) {
      await deps.ending.endIn(scope, {
        conversationId: conversation.id,
        reason: 'inactivity',
        actor: systemActor,
        receivedAt: clock.now(),
      });
    }
  }

  async function tellStep(scope: Scope, ticketId: string, step: QuietStep): Promise<void> {
    const line = { ticketId, actor: systemActor };
    if (step.inactive !== null) {
      await tell(scope, { ...line, type: 'session.inactive', data: { reason: step.inactive } });
    }
    if (step.reminder !== null) {
      const data = { number: step.number, text: step.reminder };
      await tell(scope, { ...line, type: 'session.reminded', data });
    }
  }

  /** What people have finished stays finished. */
  async function setStatus(scope: Scope, ticketId: string, { status }: QuietStep): Promise<void> {
    if (status === null) return;
    const ticket = await deps.tickets.lock(scope, ticketId);
    if (!ticket || ticket.status === 'solved' || ticket.status === 'closed') return;
    await deps.tickets.change(scope, ticketId, { status }, systemActor);
  }
}

function recordChange(
  scope: Scope,
  conversation: LockedConversation,
  change: {
    previous: 'active' | 'inactive';
    state: 'active' | 'inactive';
    inactiveReason?: 'no_answer' | 'offline';
  },
): void {
  if (conversation.session_id === null) return;
  scope.record({
    type: 'session.changed',
    sessionId: conversation.session_id,
    conversationId: conversation.id,
    ticketId: conversation.ticket_id,
    inactiveReason: null,
    ...change,
  });
}
