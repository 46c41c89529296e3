import type { CustomerMatch, LogCall } from '../../../contracts/calls.ts';
import type { Actor } from '../../../contracts/common.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { insertConversation, type ConversationService } from '../conversations/index.ts';
import { findCustomer, type CustomerService } from '../customers/index.ts';
import {
  findWorkOfTicket,
  type CallKeeper,
  type EndedCall,
  type WorkService,
} from '../routing/index.ts';
import { lockTicket, type TicketChanger, type TicketCreator } from '../tickets/index.ts';
import { findCustomers, findLogged } from './calls.store.ts';

export interface CallDeps extends Core {
  readonly customers: Pick<CustomerService, 'ofCaller'>;
  readonly conversations: Pick<ConversationService, 'append'>;
  readonly createTicket: TicketCreator;
  readonly change: TicketChanger;
  readonly work: Pick<WorkService, 'takeIfFree'>;
  readonly keeper: Pick<CallKeeper, 'end' | 'settle'>;
  /** A new ticket that somebody has is open. */
  readonly markTaken: (scope: Scope, ticketId: string) => Promise<void>;
}

export type CallService = ReturnType<typeof createCallService>;

/** Calls, as agents note them: each becomes a ticket, or a note in the ticket it was about. */
export function createCallService(deps: CallDeps) {
  const { database, clock, ids } = deps;

  async function callerOf(scope: Scope, caller: LogCall['caller']): Promise<string> {
    if (!('id' in caller)) return deps.customers.ofCaller(scope, caller);
    if (!(await findCustomer(scope, caller.id))) throw notFound('customer');
    return caller.id;
  }

  return {
    find: (workspaceId: string, words: string): Promise<CustomerMatch[]> =>
      database.inWorkspace(workspaceId, (scope) => findCustomers(scope, words)),

    /** Notes a call; the same form sent again is the same ticket. */
    async log(
      { workspaceId, memberId }: { workspaceId: string; memberId: string },
      call: LogCall,
    ): Promise<{ ticketId: string; taken: boolean }> {
      const actor: Actor = { kind: 'agent', id: memberId };
      return database.inWorkspace(workspaceId, async (scope) => {
        const known = await findLogged(scope, call.clientId);
        const ended = known === undefined ? await hangUp(scope, call, memberId) : null;
        const ticketId = known ?? (await note(scope, call, { ended, actor }));
        if (known === undefined && call.outcome === 'mine') {
          await deps.work.takeIfFree(scope, ticketId, memberId);
        }
        const work = await findWorkOfTicket(scope, ticketId);
        const taken = work?.state === 'assigned' && work.agent_id === memberId;
        if (taken) await deps.markTaken(scope, ticketId);
        return { ticketId, taken };
      });
    },
  };

  /** Ends the call that is noted, before anything is given to its agent. */
  async function hangUp(scope: Scope, { call }: LogCall, agentId: string) {
    if (call === null) return null;
    const at = new Date(call.hungUpAt);
    return deps.keeper.end(scope, agentId, { id: call.id, at, reason: 'noted' });
  }

  /** Notes a call in the ticket it was about, or in a new one. */
  async function note(
    scope: Scope,
    call: LogCall,
    { ended, actor }: { ended: EndedCall | null; actor: Actor },
  ): Promise<string> {
    const about = ended?.ticket_id ?? null;
    const ticket = about === null ? undefined : await lockTicket(scope, about);
    if (ticket && ticket.status !== 'closed') {
      await write(scope, ticket.conversation_id, { call, actor });
      if (call.outcome === 'solved')
        await deps.change(scope, ticket.id, { status: 'solved' }, actor);
      return ticket.id;
    }
    const ticketId = await open(scope, call, actor);
    if (ended) await deps.keeper.settle(scope, ended, ticketId);
    return ticketId;
  }

  async function write(
    scope: Scope,
    conversationId: string,
    { call, actor }: { call: LogCall; actor: Actor },
  ): Promise<void> {
    await deps.conversations.append(scope, {
      conversationId,
      clientId: call.clientId,
      channel: 'note',
      author: actor,
      text: call.text || call.subject,
    });
  }

  async function open(scope: Scope, call: LogCall, actor: Actor): Promise<string> {
    const customerId = await callerOf(scope, call.caller);
    const conversationId = ids.next();
    await insertConversation(scope, {
      id: conversationId,
      customerId,
      channel: 'phone',
      previousId: null,
      at: clock.now(),
    });
    const { id } = await deps.createTicket(scope, {
      conversationId,
      customerId,
      subject: call.subject,
      channel: 'phone',
      routingChannel: 'email',
      actor,
      priority: call.priority,
    });
    await write(scope, conversationId, { call, actor });
    const { category } = call;
    const solved = call.outcome === 'solved' && { status: 'solved' as const };
    await deps.change(scope, id, { ...(category !== null && { category }), ...solved }, actor);
    return id;
  }
}
