import type { Scope } from '../../../platform/db/database.ts';
import { overtake } from '../case/decisions.store.ts';
import { withdrawApprovals } from './approvals.store.ts';

/** Nothing that the assistant proposed in a case can be sent any more. Whoever calls holds the ticket. */
export async function withdraw(
  scope: Scope,
  ticketId: string,
  why: { readonly at: Date; readonly reason: string },
): Promise<void> {
  await overtake(scope, ticketId, ['draft', 'waiting']);
  await end(scope, ticketId, { ...why, state: 'expired', by: null });
}

/** Somebody goes on with a case themselves: what waits for a decision is withdrawn, a draft stays theirs to use. */
export async function withdrawFor(
  scope: Scope,
  ticketId: string,
  taken: { readonly at: Date; readonly by: string },
): Promise<void> {
  await overtake(scope, ticketId, ['waiting']);
  await end(scope, ticketId, { ...taken, state: 'taken_over', reason: '' });
}

async function end(
  scope: Scope,
  ticketId: string,
  ending: Parameters<typeof withdrawApprovals>[2],
): Promise<void> {
  for (const approvalId of await withdrawApprovals(scope, ticketId, ending))
    scope.record({ type: 'approval.changed', approvalId, ticketId, deadlineAt: null });
}
