import type { WidgetConversation, WidgetReply, WidgetUpdate } from '../../../contracts/widget.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import { findCustomer } from '../customers/index.ts';
import { nextStepFor } from '../sessions/index.ts';
import type { WidgetDeps } from './deps.types.ts';
import type { OwnChat, WidgetReader } from './reading.ts';
import type { Visitor } from './visitors.ts';
import { findChat, type ChatRow } from './widget.store.ts';
import type { WidgetCommands } from './widget.service.ts';

type Ended = NonNullable<WidgetConversation['ended']>;
/** What a customer is told and asked once their conversation is over. */
export type Afterwards = Omit<Ended, 'reason' | 'at'>;

type EndDeps = Pick<WidgetDeps, 'clock' | 'sessions' | 'surveys'>;

/** Reads what follows the end of a chat; null while it runs. */
export function createEndReader({ clock, sessions, surveys }: EndDeps) {
  return async (scope: Scope, chat: ChatRow, customerId: string): Promise<Afterwards | null> => {
    if (chat.ended_at === null || chat.ended_reason === null) return null;
    const email = (await findCustomer(scope, customerId))?.email ?? null;
    const { path } = await sessions.returnPath(scope, chat, clock.now());
    return {
      nextStep: nextStepFor({
        reason: chat.ended_reason,
        routingChannel: chat.routing_channel,
        email,
        solved: chat.ticket_status === 'solved' || chat.ticket_status === 'closed',
      }),
      mayReply: path !== 'new',
      copyTo: chat.ticket_id === null ? null : email,
      survey: await surveys.inWidget(scope, chat.id),
    };
  };
}

interface AfterwardsDeps extends Pick<WidgetDeps, 'database' | 'surveys' | 'transcripts'> {
  readonly reader: WidgetReader;
  /** The visitor's own chat; throws `not_found` for any other. */
  readonly ownChat: (scope: Scope, visitor: Visitor, conversationId: string) => Promise<OwnChat>;
}

/** What a customer may do with a conversation that is over. */
export function createAfterwards(
  deps: AfterwardsDeps,
): Pick<WidgetCommands, 'survey.answer' | 'transcript.send'> {
  const { database, reader, ownChat } = deps;
  return {
    async 'survey.answer'(visitor, request): Promise<WidgetUpdate> {
      const { conversationId, surveyId, ...answer } = request;
      return database.inWorkspace(visitor.workspaceId, async (scope) => {
        const own = await ownChat(scope, visitor, conversationId);
        await deps.surveys.answerInWidget(scope, conversationId, { surveyId, answer });
        const chat = await findChat(scope, own.customerId, conversationId);
        return reader.update(scope, own, { afterSeq: chat?.last_seq ?? 0 });
      });
    },

    /** Only after the end, and only to the address the customer gave in it. */
    async 'transcript.send'(visitor, { conversationId }): Promise<WidgetReply<'transcript.send'>> {
      return database.inWorkspace(visitor.workspaceId, async (scope) => {
        const own = await ownChat(scope, visitor, conversationId);
        const chat = await findChat(scope, own.customerId, conversationId);
        if (!chat || chat.ended_at === null || chat.ticket_id === null) {
          throw new AppError('request_invalid', 'There is a copy once the conversation is over.');
        }
        return deps.transcripts.mailToSelf(scope, chat.ticket_id, own.customerId);
      });
    },
  };
}
