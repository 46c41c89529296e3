import type { Attachment } from '../../contracts/attachments.ts';
import type { WidgetConversation, WidgetMessage, WidgetUpdate } from '../../contracts/widget.ts';
import type { ConnectionStatus } from '../client/connection.ts';
import type { OutboxEntry } from '../client/outbox.ts';

/** A file on its way to the server, or waiting to be sent with the next message. */
export type Upload = {
  id: string;
  name: string;
  sizeBytes: number;
  /** From 0 to 1. */
  progress: number;
  attachment: Attachment | null;
  failure: string | null;
};

/** How far the customer is with ending the chat. */
export type Ending = 'no' | 'asking' | 'sending';

/** Everything the panel shows. */
export type ChatState = {
  status: ConnectionStatus;
  /** False while a conversation that this browser remembers has not been read yet. */
  loaded: boolean;
  /** Known before `conversation` is: a message was acknowledged, but its conversation not read yet. */
  conversationId: string | null;
  conversation: WidgetConversation | null;
  /** By `seq`, each once. */
  messages: readonly WidgetMessage[];
  /** All messages up to here were read; own messages that were only acknowledged do not count. */
  readSeq: number;
  /** The ended conversation the next message comes after. */
  follows: string | null;
  /** True after a message was put into a new conversation because the old one had ended. */
  moved: boolean;
  pending: readonly OutboxEntry[];
  typing: string | null;
  ending: Ending;
  /** What went wrong with the last thing the customer asked for. */
  banner: string | null;
  uploads: readonly Upload[];
  /** The highest `seq` the customer has looked at. */
  seenSeq: number;
  draft: string;
};

/** What can happen to the panel. */
export type ChatEvent =
  | { type: 'connection.changed'; status: ConnectionStatus }
  | { type: 'conversation.none' }
  | { type: 'update.received'; update: WidgetUpdate; seenSeq: number }
  | { type: 'message.stored'; conversationId: string; message: WidgetMessage; expected: boolean }
  | { type: 'conversation.left' }
  | { type: 'conversation.lost' }
  | { type: 'outbox.changed'; pending: readonly OutboxEntry[] }
  | { type: 'typing.changed'; name: string | null }
  | { type: 'ending.changed'; ending: Ending }
  | { type: 'banner.changed'; text: string | null }
  | { type: 'upload.changed'; upload: Upload }
  | { type: 'uploads.removed'; ids: readonly string[] }
  | { type: 'looked'; seq: number }
  | { type: 'draft.changed'; text: string };

/** The panel before anything is known. */
export const initialState: ChatState = {
  status: 'idle',
  loaded: false,
  conversationId: null,
  conversation: null,
  messages: [],
  readSeq: 0,
  follows: null,
  moved: false,
  pending: [],
  typing: null,
  ending: 'no',
  banner: null,
  uploads: [],
  seenSeq: 0,
  draft: '',
};
