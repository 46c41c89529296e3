import { longestCallMs, type MyCall, type StartCall } from '../../../contracts/calls.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { findCustomer } from '../customers/index.ts';
import { findWorkOfTicket, type CallKeeper, type WorkService } from '../routing/index.ts';
import { lockTicket } from '../tickets/index.ts';
import { findCallOf } from './calls.store.ts';

export interface RunningCallDeps extends Pick<Core, 'database' | 'clock'> {
  readonly keeper: Pick<CallKeeper, 'start' | 'end'>;
  readonly work: Pick<WorkService, 'takeIfFree'>;
  /** A new ticket that somebody has is open. */
  readonly markTaken: (scope: Scope, ticketId: string) => Promise<void>;
}

export type RunningCallService = ReturnType<typeof createRunningCallService>;

interface Agent {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** The call an agent is on, as their desk shows and changes it. */
export function createRunningCallService(deps: RunningCallDeps) {
  const { database, clock, keeper } = deps;

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

  /** Returns the customer of the ticket. */
  async function takeUp(scope: Scope, ticketId: string, memberId: string): Promise<string> {
    const ticket = await lockTicket(scope, ticketId);
    if (!ticket) throw notFound('ticket');
    await deps.work.takeIfFree(scope, ticketId, memberId);
    const work = await findWorkOfTicket(scope, ticketId);
    if (work?.state === 'assigned' && work.agent_id === memberId)
      await deps.markTaken(scope, ticketId);
    return ticket.customer_id;
  }

  return {
    read: ({ workspaceId, memberId }: Agent): Promise<MyCall> =>
      database.inWorkspace(workspaceId, (scope) => view(scope, memberId)),

    /**
     * Whoever is on a call stays on that one; the answer says which. A ticket that waits for anybody is theirs from
     * now on, if they have room for it: nobody else is to begin with it meanwhile.
     */
    start: ({ workspaceId, memberId }: Agent, { caller, ticketId }: StartCall): Promise<MyCall> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if (await findCallOf(scope, memberId)) return view(scope, memberId);
        const about =
          ticketId === null
            ? { ...(await aboutCaller(scope, caller)), ticketId }
            : { customerId: await takeUp(scope, ticketId, memberId), caller: null, ticketId };
        await keeper.start(scope, memberId, about);
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

/** Somebody known, or what was typed of somebody new. */
async function aboutCaller(scope: Scope, caller: StartCall['caller']) {
  if (caller === null || !('id' in caller)) return { customerId: null, caller };
  if (!(await findCustomer(scope, caller.id))) throw notFound('customer');
  return { customerId: caller.id, caller: null };
}
