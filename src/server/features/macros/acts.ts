import type { Actor } from '../../../contracts/common.ts';
import type { MacroAction, MacroActionKind } from '../../../contracts/macros.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { ConversationService } from '../conversations/index.ts';
import { createHistorian } from '../history/index.ts';
import type { WorkService } from '../routing/index.ts';
import { findSession, type SessionService } from '../sessions/index.ts';
import { listTagNames, lockTicket, type TicketChanger } from '../tickets/index.ts';
import { fieldsOf, tagsAfter } from './acts.rules.ts';
import { listMacroNames } from './macros.store.ts';

export interface ActDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly change: TicketChanger;
  readonly conversations: ConversationService;
  readonly sessions: Pick<SessionService, 'endIn'>;
  readonly work: Pick<WorkService, 'give' | 'giveBack'>;
}

export interface ActsToApply {
  readonly ticketId: string;
  readonly actions: readonly MacroAction[];
  /** The macros they came from, for the history; none when they were chosen by hand. */
  readonly macroIds: readonly string[];
  readonly memberId: string;
}

export type ActApplier = ReturnType<typeof createActApplier>;

/**
 * Does what a macro asks for, in the caller's transaction: all of it or nothing. Who has it first, then
 * fields, the note, and last the end of the chat. Throws what each act throws: `capacity_exceeded`,
 * `ticket_closed`, `session_end_not_allowed`.
 */
export function createActApplier(deps: ActDeps) {
  const { clock, change, conversations, sessions, work } = deps;
  const tell = createHistorian(deps);

  return async (scope: Scope, wanted: ActsToApply): Promise<void> => {
    const { ticketId, actions, memberId } = wanted;
    if (actions.length === 0) return;
    const receivedAt = clock.now();
    const ticket = await lockTicket(scope, ticketId);
    if (!ticket) throw notFound('ticket');
    const actor: Actor = { kind: 'agent', id: memberId };
    const macros = await listMacroNames(scope, wanted.macroIds);
    for (const macro of macros)
      await tell(scope, { ticketId, type: 'macro.used', actor, data: { macro } });
    const taken = await assign(scope, wanted, actor);
    const tags = tagsAfter(await listTagNames(scope, ticketId), actions);
    const opened = taken && ticket.status === 'new' ? { status: 'open' as const } : {};
    await change(
      scope,
      ticketId,
      { ...opened, ...fieldsOf(actions), ...(tags && { tags }) },
      actor,
    );
    await note(scope, ticket.conversation_id, wanted);
    if (actOf(actions, 'end_session')) {
      const session = await findSession(scope, ticket.conversation_id);
      if (session === undefined || session.state === 'ended') return;
      const conversationId = ticket.conversation_id;
      await sessions.endIn(scope, { conversationId, reason: 'agent', actor, receivedAt });
    }
  };

  /** True when somebody has the work now. */
  async function assign(
    scope: Scope,
    { ticketId, actions, memberId }: ActsToApply,
    actor: Actor,
  ): Promise<boolean> {
    const act = actOf(actions, 'assign');
    if (act?.to === 'nobody') {
      await work.giveBack(scope, ticketId, actor);
      return false;
    }
    const agentId = act ? memberId : actOf(actions, 'assign_agent')?.agentId;
    if (agentId === undefined) return false;
    await work.give(scope, { ticketId, agentId, actor, override: false });
    return true;
  }

  async function note(scope: Scope, conversationId: string, wanted: ActsToApply): Promise<void> {
    const act = actOf(wanted.actions, 'note');
    if (!act) return;
    await conversations.append(scope, {
      conversationId,
      clientId: null,
      channel: 'note',
      author: { kind: 'agent', id: wanted.memberId },
      text: act.text,
    });
  }
}

function actOf<Kind extends MacroActionKind>(
  actions: readonly MacroAction[],
  kind: Kind,
): Extract<MacroAction, { kind: Kind }> | undefined {
  return actions.find((one): one is Extract<MacroAction, { kind: Kind }> => one.kind === kind);
}
