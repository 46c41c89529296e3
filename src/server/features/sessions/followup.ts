import type { Actor } from '../../../contracts/common.ts';
import { insertConversation, type LockedConversation } from '../conversations/index.ts';
import { createHistorian } from '../history/index.ts';
import type { Scope } from '../../platform/db/database.ts';
import { systemActor } from '../../../contracts/common.ts';
import type { SessionDeps, SessionTicket } from './deps.types.ts';
import { findFollowup, listSaid } from './sessions.store.ts';
import { transcriptText } from './transcript.rules.ts';

export interface FollowupToOpen {
  readonly sessionId: string;
  readonly conversation: LockedConversation;
  readonly ticket: SessionTicket;
  readonly actor: Actor;
  /** Who had the chat; null where nobody had. */
  readonly holderId: string | null;
}

/** Opens the linked ticket that goes on from an ended chat. */
export function createFollowupOpener(deps: SessionDeps) {
  const { clock, ids } = deps;
  const tell = createHistorian(deps);

  return {
    /**
     * Opens it once for a session: new conversation with the transcript, new ticket with its own number
     * and mail thread, in the caller's transaction. The caller holds the lock of the chat, which together
     * with the unique column makes a second one impossible. Returns its number.
     */
    async open(scope: Scope, request: FollowupToOpen): Promise<number> {
      const known = await findFollowup(scope, request.sessionId);
      if (known) return known.number;
      const { conversation, ticket, actor } = request;
      const conversationId = ids.next();
      await insertConversation(scope, {
        id: conversationId,
        customerId: conversation.customer_id,
        channel: 'email',
        previousId: conversation.id,
        at: clock.now(),
      });
      const opened = await deps.tickets.create(scope, {
        conversationId,
        customerId: conversation.customer_id,
        subject: `Follow-up: ${ticket.subject}`,
        // Where it began, so that queues for the rest of chats take it too; its own thread is mail.
        channel: 'messaging',
        routingChannel: 'email',
        actor,
        priority: ticket.priority,
        category: ticket.category,
        groupId: ticket.group_id,
        followupOf: request.sessionId,
      });
      await attachTranscript(scope, { from: conversation.id, to: conversationId, ticket });
      await keepOwner(scope, opened.id, request);
      const links = [
        { ticketId: ticket.id, type: 'followup.opened', number: opened.number },
        { ticketId: opened.id, type: 'followup.continues', number: ticket.number },
      ];
      for (const { number, ...line } of links)
        await tell(scope, { ...line, actor, data: { number } });
      return opened.number;
    },
  };

  async function attachTranscript(
    scope: Scope,
    place: { from: string; to: string; ticket: SessionTicket },
  ): Promise<void> {
    const { assistantName } = await deps.settingsOf(scope);
    const said = await listSaid(scope, place.from);
    const lines = said.map((row) => ({
      authorKind: row.author_kind,
      authorName: row.author_name,
      text: row.body,
      at: row.created_at,
    }));
    await deps.conversations.append(scope, {
      conversationId: place.to,
      clientId: null,
      channel: 'note',
      author: systemActor,
      text: transcriptText(lines, { ticketNumber: place.ticket.number, assistantName }),
    });
  }

  /** Stays with whoever had the chat, even beyond their room: they know it. */
  async function keepOwner(
    scope: Scope,
    ticketId: string,
    { holderId, actor }: FollowupToOpen,
  ): Promise<void> {
    const { sessions } = await deps.settingsOf(scope);
    if (holderId === null || sessions.followupOwner === 'queue') return;
    await deps.work.give(scope, {
      ticketId,
      agentId: holderId,
      actor,
      override: true,
      why: 'the chat was theirs',
    });
    await deps.tickets.change(scope, ticketId, { status: 'open' }, systemActor);
  }
}
