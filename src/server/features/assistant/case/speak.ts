import type { Actor } from '../../../../contracts/common.ts';
import type { Scope } from '../../../platform/db/database.ts';
import type { AssistantDeps } from './case.deps.ts';

export const assistant: Actor = { kind: 'assistant', id: null };

/** Something the assistant says to a customer. */
export interface Speech {
  readonly ticketId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly html: string | null;
  /** The same for the same turn, so that nothing is said twice. */
  readonly clientId: string;
  readonly assistantName: string;
}

/** Puts a text into the conversation and sends it as mail, marked as automatic. Returns the message's id. */
export async function speak(
  { conversations, queueReply }: Pick<AssistantDeps, 'conversations' | 'queueReply'>,
  scope: Scope,
  { ticketId, conversationId, text, html, clientId, assistantName }: Speech,
): Promise<string> {
  const { id: messageId, created } = await conversations.append(scope, {
    conversationId,
    clientId,
    channel: 'email',
    author: assistant,
    text,
    html,
  });
  if (!created) return messageId;
  const reply = { ticketId, messageId, text, html, authorName: assistantName };
  await queueReply(scope, { ...reply, automatic: true, signed: true });
  return messageId;
}
