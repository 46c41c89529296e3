import { longestCallMs, type MyCall, type StartCall } from '../../../contracts/calls.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { findCustomer } from '../customers/index.ts';
import type { CallKeeper } from '../routing/index.ts';
import { findCallOf, findTicketToCall } from './calls.store.ts';

export interface RunningCallDeps extends Pick<Core, 'database' | 'clock'> {
  readonly keeper: Pick<CallKeeper, 'start' | 'end'>;
}

export type RunningCallService = ReturnType<typeof createRunningCallService>;

interface Agent {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** The call an agent is on, as their desk shows and changes it. */
export function createRunningCallService({ database, clock, keeper }: RunningCallDeps) {
  async function view(scope: Scope, agentId: string): Promise<MyCall> {
    const serverTime = clock.now().toISOString();
    const row = await findCallOf(scope, agentId);
    if (!row) return { call: null, serverTime };
    const customer = row.customer_id === null ? null : await findCustomer(scope, row.customer_id);
    const { id, caller, ticket, started_at: startedAt } = row;
    return {
      serverTime,
      call: {
        id,
        caller,
        ticket,
        customer: customer
          ? {
              id: customer.id,
              name: customer.name,
              email: customer.email,
              phone: customer.phone,
              tier: customer.tier,
            }
          : null,
        startedAt: startedAt.toISOString(),
        endsAt: new Date(startedAt.getTime() + longestCallMs).toISOString(),
      },
    };
  }

  return {
    read: ({ workspaceId, memberId }: Agent): Promise<MyCall> =>
      database.inWorkspace(workspaceId, (scope) => view(scope, memberId)),

    /** Whoever is on a call stays on that one; the answer says which. */
    start: ({ workspaceId, memberId }: Agent, { caller, ticketId }: StartCall): Promise<MyCall> =>
      database.inWorkspace(workspaceId, async (scope) => {
        await keeper.start(scope, memberId, {
          customerId: await customerOf(scope, { caller, ticketId }),
          caller: caller === null || 'id' in caller || ticketId !== null ? null : caller,
          ticketId,
        });
        return view(scope, memberId);
      }),

    /** Ends a call of which nothing is to be noted. */
    drop: ({ workspaceId, memberId }: Agent, id: string): Promise<MyCall> =>
      database.inWorkspace(workspaceId, async (scope) => {
        await keeper.end(scope, memberId, { id, reason: 'not_noted' });
        return view(scope, memberId);
      }),
  };
}

async function customerOf(
  scope: Scope,
  { caller, ticketId }: Pick<StartCall, 'caller' | 'ticketId'>,
): Promise<string | null> {
  if (ticketId !== null) {
    const ticket = await findTicketToCall(scope, ticketId);
    if (!ticket) throw notFound('ticket');
    return ticket.customer_id;
  }
  if (caller === null || !('id' in caller)) return null;
  if (!(await findCustomer(scope, caller.id))) throw notFound('customer');
  return caller.id;
}
