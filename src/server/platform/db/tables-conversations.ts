import type { JSONColumnType } from 'kysely';
import type { MessageChannel } from '../../../contracts/conversations.ts';
import type {
  FollowupMode,
  InactiveReason,
  RoutingChannel,
  SessionEndedReason,
  SessionState,
  SystemEndCause,
} from '../../../contracts/sessions.ts';
import type { Channel, Priority, TicketStatus } from '../../../contracts/tickets.ts';
import type { Defaulted } from './tables-people.ts';

type ActorKind = 'customer' | 'agent' | 'assistant' | 'trigger' | 'system';
type NullableJson = JSONColumnType<object | null, string | null | undefined, string | null>;

export interface ConversationTables {
  conversations: {
    workspace_id: string;
    id: string;
    customer_id: string;
    channel: Channel;
    previous_id: string | null;
    last_seq: Defaulted<number>;
    version: Defaulted<number>;
    seen_by_agent_seq: Defaulted<number>;
    seen_by_customer_seq: Defaulted<number>;
    last_author_kind: string | null;
    last_preview: string | null;
    last_message_at: Date | null;
    awaiting_since: Date | null;
    bot: NullableJson;
    erased_at: Defaulted<Date | null>;
    created_at: Date;
  };
  sessions: {
    workspace_id: string;
    id: string;
    conversation_id: string;
    state: SessionState;
    started_at: Date;
    ended_at: Date | null;
    ended_reason: SessionEndedReason | null;
    ended_by_kind: ActorKind | null;
    ended_by_id: string | null;
    ended_by_rule: string | null;
    ended_cause: SystemEndCause | null;
    inactive_reason: InactiveReason | null;
    inactive_since: Date | null;
    reminders_sent: Defaulted<number>;
    last_step_at: Date | null;
    customer_left_at: Date | null;
    followup_wish: FollowupMode | null;
  };
  tickets: {
    workspace_id: string;
    id: string;
    number: number;
    version: Defaulted<number>;
    conversation_id: string;
    customer_id: string;
    subject: string;
    status: TicketStatus;
    priority: Priority;
    category: string | null;
    channel: Channel;
    routing_channel: RoutingChannel;
    group_id: string | null;
    pinned_queue_id: Defaulted<string | null>;
    assistant_until: Defaulted<Date | null>;
    followup_of: string | null;
    fields: JSONColumnType<Record<string, string>, string | undefined, string>;
    created_at: Date;
    updated_at: Date;
  };
  ticket_events: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    type: string;
    actor_kind: ActorKind;
    actor_id: string | null;
    data: JSONColumnType<Record<string, unknown>, string | undefined, string>;
    at: Date;
  };
  tags: { workspace_id: string; id: string; name: string };
  ticket_tags: { workspace_id: string; ticket_id: string; tag_id: string };
  messages: {
    workspace_id: string;
    id: string;
    conversation_id: string;
    seq: number;
    client_id: string | null;
    channel: MessageChannel;
    author_kind: ActorKind;
    author_id: string | null;
    body: string;
    html: string | null;
    quoted: string | null;
    remote_images: Defaulted<number>;
    prompt: NullableJson;
    mail_message_id: string | null;
    created_at: Date;
  };
  attachments: {
    workspace_id: string;
    id: string;
    message_id: string | null;
    uploader: string;
    name: string;
    type: string;
    size_bytes: number;
    content_id: string | null;
    token: string;
    content: Buffer;
    created_at: Date;
  };
  drafts: {
    workspace_id: string;
    ticket_id: string;
    member_id: string;
    channel: MessageChannel;
    body: string;
    html: string | null;
    updated_at: Date;
  };
  briefs: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    version: number;
    brief: JSONColumnType<object>;
    origin: JSONColumnType<object> | null;
    written_by: 'assistant' | 'agent';
    member_id: string | null;
    created_at: Date;
  };
  corrections: {
    workspace_id: string;
    id: string;
    brief_id: string;
    field: string;
    before: NullableJson;
    after: NullableJson;
    member_id: string;
    created_at: Date;
  };
}
