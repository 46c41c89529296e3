import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { mayActAlone } from '../policy/policy.rules.ts';
import { policyOf } from '../policy/policy.store.ts';
import { withdrawFor } from '../approvals/withdraw.ts';
import { findCase, findHold, holdTicket, leaveCase } from './case.store.ts';

/** Longer than any turn takes; a turn that fails lets go by itself. */
const holdMs = 30_000;

/**
 * Keeps tickets from the queues while the assistant looks at them, so that nobody is given work that is
 * answered a moment later. A job lets go of what was not dealt with in time.
 */
export function createHolder({ clock }: Pick<Core, 'clock'>) {
  async function hold(scope: Scope, ticketId: string): Promise<void> {
    const until = new Date(clock.now().getTime() + holdMs);
    await holdTicket(scope, ticketId, until);
    scope.record({ type: 'assistant.held', ticketId, until: until.toISOString() });
  }

  return {
    /** A ticket was made: held where the assistant may answer on its channel by itself. */
    async onCreated(
      scope: Scope,
      { id, channel }: { id: string; channel: 'email' | 'portal' | 'phone' | 'api' | 'messaging' },
    ): Promise<void> {
      if (channel === 'messaging') return;
      const { policy } = await policyOf(scope);
      if (policy.channels[channel] && mayActAlone(policy)) await hold(scope, id);
    },

    /** A customer is back in a case that the assistant had: it looks first. */
    async onReturn(scope: Scope, ticketId: string): Promise<void> {
      const one = await findCase(scope, ticketId);
      if (one?.state !== 'waiting' && one?.state !== 'resolved') return;
      const { policy } = await policyOf(scope);
      if (mayActAlone(policy)) await hold(scope, ticketId);
    },

    /**
     * Somebody takes a ticket, is given it by a person, or answers it: the assistant leaves it, and nothing it
     * proposed is sent. True where it kept the ticket from the queues.
     */
    async onTaken(scope: Scope, ticketId: string, by: string): Promise<boolean> {
      const wasHeld = (await findHold(scope, ticketId)) !== null;
      const one = await findCase(scope, ticketId);
      if (!wasHeld && (one === undefined || one.state === 'handed_over')) return false;
      if (wasHeld) await holdTicket(scope, ticketId, null);
      await withdrawFor(scope, ticketId, { at: clock.now(), by });
      await leaveCase(scope, ticketId);
      scope.record({ type: 'assistant.changed', ticketId, wakeAt: null });
      return wasHeld;
    },

    /** Whether the time of a hold is over. */
    async isOver(scope: Scope, ticketId: string): Promise<boolean> {
      const until = await findHold(scope, ticketId);
      return until !== null && until <= clock.now();
    },
  };
}
