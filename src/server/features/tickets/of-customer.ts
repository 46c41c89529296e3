import type { Actor } from '../../../contracts/common.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { WorkService } from '../routing/index.ts';
import { lockTicket } from './lock.ts';
import { listOpenOfCustomer } from './tickets.store.ts';

/** Open tickets of one customer that are looked at again; the others when something happens in them. */
const most = 100;

/** Queues and promises may ask for what is known of a customer: when that is different, their tickets follow. */
export function createCustomerFollower(work: Pick<WorkService, 'follow'>) {
  return async (scope: Scope, customerId: string, actor: Actor): Promise<void> => {
    for (const ticketId of await listOpenOfCustomer(scope, customerId, most)) {
      const ticket = await lockTicket(scope, ticketId);
      if (!ticket) continue;
      await work.follow(scope, ticketId, actor);
      scope.record({ type: 'ticket.changed', ticketId, version: ticket.version });
    }
  };
}
