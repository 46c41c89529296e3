import type { Scope } from '../../../platform/db/database.ts';
import { overtake } from '../case/decisions.store.ts';
import { withdrawApprovals } from './approvals.store.ts';

/** Nothing that the assistant proposed in a case can be sent any more. Whoever calls holds the ticket. */
export async function withdraw(
  scope: Scope,
  ticketId: string,
  why: { readonly at: Date; readonly reason: string },
): Promise<void> {
  await overtake(scope, ticketId);
  for (const approvalId of await withdrawApprovals(scope, ticketId, why))
    scope.record({ type: 'approval.changed', approvalId, ticketId, deadlineAt: null });
}
