import type { Attachment } from '../../../contracts/attachments.ts';
import {
  botPromptSchema,
  type WidgetConversation,
  type WidgetMessage,
} from '../../../contracts/widget.ts';
import type { Afterwards } from './afterwards.ts';
import type { ChatRow, SpokenRow } from './widget.store.ts';

/** Names that stand for those who have none. */
export interface Names {
  readonly assistant: string;
  readonly workspace: string;
}

/** A message as the customer sees it. */
export function messageViewOf(
  row: SpokenRow,
  { names, attachments }: { names: Names; attachments: readonly Attachment[] },
): WidgetMessage {
  const own = row.author_kind === 'customer';
  const prompt = own ? null : botPromptSchema.safeParse(row.prompt);
  return {
    id: row.id,
    seq: row.seq,
    clientId: own ? row.client_id : null,
    author: authorOf(row, names),
    text: row.body,
    attachments: [...attachments],
    prompt: prompt?.success ? prompt.data : null,
    at: row.created_at.toISOString(),
  };
}

function authorOf(row: SpokenRow, names: Names): WidgetMessage['author'] {
  switch (row.author_kind) {
    case 'customer':
      return { kind: 'customer', name: row.author_name ?? 'You' };
    case 'agent':
      return { kind: 'agent', name: row.author_name ?? names.workspace };
    case 'assistant':
      return { kind: 'assistant', name: names.assistant };
    case 'trigger':
    case 'system':
      return { kind: 'system', name: names.workspace };
  }
}

/** Where a chat stands for its customer. */
export function stateOf(row: ChatRow): WidgetConversation['state'] {
  if (row.session_state === 'ended' || row.session_state === null) return 'ended';
  if (row.ticket_id === null) return 'bot';
  return row.work_state === 'assigned' ? 'with_agent' : 'waiting';
}

/** A chat as the customer sees it. */
export function conversationViewOf(
  row: ChatRow,
  about: {
    queue: WidgetConversation['queue'];
    /** Null while it runs. */
    afterwards: Afterwards | null;
    customerMayEnd: boolean;
  },
): WidgetConversation {
  const state = stateOf(row);
  const { ended_at: endedAt, ended_reason: reason } = row;
  return {
    id: row.id,
    version: row.version,
    state,
    queue: state === 'waiting' ? about.queue : null,
    agent: state === 'with_agent' && row.agent_name !== null ? { name: row.agent_name } : null,
    ended:
      endedAt === null || reason === null || about.afterwards === null
        ? null
        : { reason, at: endedAt.toISOString(), ...about.afterwards },
    quiet: row.session_state === 'inactive',
    mayEnd: state !== 'ended' && about.customerMayEnd,
    seenByAgentSeq: row.seen_by_agent_seq,
  };
}
