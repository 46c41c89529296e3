import type { CustomerDeletion, CustomerHoldings, Holdings } from '../../../contracts/privacy.ts';
import type { Actor } from '../../../contracts/common.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { lockConversation } from '../conversations/index.ts';
import { createHistorian } from '../history/index.ts';
import type { SessionService } from '../sessions/index.ts';
import type { TicketCloser } from '../tickets/index.ts';
import { eraseWords, lockIdentities } from './erasing.store.ts';
import { keptKeys } from './kept.rules.ts';
import {
  countHoldings,
  findDeletion,
  insertDeletion,
  listCases,
  listIdentities,
  listOfSameAddress,
  lockCases,
  lockCustomer,
  type CaseRow,
} from './holdings.store.ts';

export interface DeletionDeps extends Core {
  readonly sessions: Pick<SessionService, 'endOfCustomer'>;
  readonly closeTicket: TicketCloser;
}

/** Who deletes. */
export interface Deleter {
  readonly workspaceId: string;
  readonly memberId: string;
}

export type DeletionService = ReturnType<typeof createDeletionService>;

/** Deletes customers: chats end, tickets close, words go; counts, ids and who did it stay. */
export function createDeletionService(deps: DeletionDeps) {
  const { database, clock } = deps;
  const tell = createHistorian(deps);

  /**
   * Locks in the order everybody does: who writes as the customer, their conversations, the customer.
   * What came in between the first look and the last lock is among the cases as well.
   */
  async function lockAll(scope: Scope, id: string): Promise<CaseRow[] | null> {
    await lockIdentities(scope, await listIdentities(scope, id));
    for (const { conversationId } of await listCases(scope, id)) {
      await lockConversation(scope, conversationId);
    }
    const customer = await lockCustomer(scope, id);
    if (!customer) throw notFound('customer');
    if (customer.deleted_at !== null) return null;
    const cases = await listCases(scope, id);
    for (const { conversationId } of cases) await lockConversation(scope, conversationId);
    await lockCases(scope, id);
    return cases;
  }

  async function finish(scope: Scope, ticketIds: readonly string[], actor: Actor): Promise<void> {
    for (const ticketId of ticketIds) {
      await tell(scope, { ticketId, type: 'customer.deleted', actor });
      await deps.closeTicket(scope, ticketId, actor);
    }
  }

  async function deleteIn(scope: Scope, id: string, by: Deleter): Promise<CustomerDeletion> {
    if (!(await lockAll(scope, id))) return recordOf(scope, id);
    const counts: Holdings = await countHoldings(scope, id);
    const actor: Actor = { kind: 'agent', id: by.memberId };
    await deps.sessions.endOfCustomer(scope, id);
    const cases = await listCases(scope, id);
    const identities = await listIdentities(scope, id);
    const at = clock.now();
    const ticketIds = cases.flatMap(({ ticketId }) => (ticketId === null ? [] : [ticketId]));
    await eraseWords(scope, {
      customerId: id,
      conversationIds: cases.map(({ conversationId }) => conversationId),
      ticketIds,
      addresses: valuesOf(identities, 'email').map((value) => value.toLowerCase()),
      visitorIds: valuesOf(identities, 'widget'),
      at,
      keptKeys,
    });
    await finish(scope, ticketIds, actor);
    await insertDeletion(scope, { customerId: id, memberId: by.memberId, at, counts });
    scope.record({ type: 'customer.deleted', customerId: id });
    return recordOf(scope, id);
  }

  return {
    /** What a deletion would take. Throws `not_found`, also for customers who were deleted. */
    async holdings(workspaceId: string, id: string): Promise<CustomerHoldings> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const customer = await lockCustomer(scope, id);
        if (!customer || customer.deleted_at !== null) throw notFound('customer');
        const sameAddress = await listOfSameAddress(scope, id);
        return { ...(await countHoldings(scope, id)), sameAddress };
      });
    },

    /** Deletes a customer at once and for good. Twice answers with the first time. */
    delete: (by: Deleter, id: string): Promise<CustomerDeletion> =>
      database.inWorkspace(by.workspaceId, (scope) => deleteIn(scope, id, by)),

    /** Who deleted a customer, and when. Throws `not_found`. */
    deletion: (workspaceId: string, id: string): Promise<CustomerDeletion> =>
      database.inWorkspace(workspaceId, (scope) => recordOf(scope, id)),
  };
}

async function recordOf(scope: Scope, id: string): Promise<CustomerDeletion> {
  const record = await findDeletion(scope, id);
  if (!record) throw notFound('deletion');
  return record;
}

function valuesOf(
  identities: readonly { kind: 'email' | 'widget'; value: string }[],
  kind: 'email' | 'widget',
): string[] {
  return identities.filter((one) => one.kind === kind).map(({ value }) => value);
}
