import type { GeneratedAlways, JSONColumnType } from 'kysely';
import type { Caller } from '../../../contracts/calls.ts';
import type { MailState } from '../../../contracts/conversations.ts';
import type { ChannelClass } from '../../../contracts/people.ts';
import type { HandOver, LadderStep } from '../../../contracts/routing.ts';
import type { FollowupMode } from '../../../contracts/sessions.ts';
import type { Defaulted } from './tables-people.ts';

/** A skill that a piece of work asks for. */
export interface WorkNeed {
  readonly skill: string;
  readonly level: number;
  readonly optional: boolean;
}

export interface RoutingTables {
  queues: {
    workspace_id: string;
    id: string;
    name: string;
    position: number;
    priority: number;
    conditions: JSONColumnType<object>;
    is_default: Defaulted<boolean>;
    description: Defaulted<string>;
    hand_over: Defaulted<HandOver>;
    ladder: JSONColumnType<LadderStep[], string | undefined, string>;
    paused: Defaulted<boolean>;
    followup_mode: Defaulted<FollowupMode>;
  };
  queue_groups: {
    workspace_id: string;
    queue_id: string;
    group_id: string;
    is_secondary: Defaulted<boolean>;
  };
  work_items: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    queue_id: string;
    channel_class: ChannelClass;
    units: number;
    state: 'waiting' | 'offered' | 'assigned' | 'held' | 'done';
    agent_id: string | null;
    preferred_agent_id: string | null;
    held_reason: 'session_ended' | 'awaiting_customer' | 'on_hold' | 'assistant' | null;
    needs: JSONColumnType<WorkNeed[], string | undefined, string>;
    priority_rank: number;
    eligible_at: Date;
    assigned_at: Date | null;
    waiting_reason: string | null;
    due_at: Date | null;
    started_at: Date | null;
    moves: Defaulted<number>;
    needs_key: GeneratedAlways<string>;
    needs_by_hand: Defaulted<boolean>;
  };
  work_moves: {
    workspace_id: string;
    id: string;
    work_item_id: string;
    agent_id: string;
    queue_id: string;
    at: Date;
  };
  work_stretches: {
    workspace_id: string;
    id: string;
    work_item_id: string;
    agent_id: string;
    channel_class: ChannelClass;
    category: string | null;
    started_at: Date;
    ended_at: Date;
  };
  handling_times: {
    workspace_id: string;
    id: string;
    channel_class: ChannelClass;
    category: string | null;
    agent_id: string | null;
    value: number;
    spread: number;
    samples: number;
    learned_at: Date;
  };
  calls: {
    workspace_id: string;
    id: string;
    agent_id: string;
    customer_id: string | null;
    caller: JSONColumnType<Caller | null, string | null, string | null>;
    ticket_id: string | null;
    units: number;
    started_at: Date;
    /** Since when its agent was offline as it began. */
    offline_since: Date | null;
    ended_at: Defaulted<Date | null>;
    end_reason: Defaulted<'noted' | 'not_noted' | 'left' | 'too_long' | null>;
  };
  line_reasons: {
    workspace_id: string;
    queue_id: string;
    channel_class: ChannelClass;
    priority_rank: number;
    needs_key: string;
    reason: string;
  };
  offers: {
    workspace_id: string;
    id: string;
    work_item_id: string;
    agent_id: string;
    offered_at: Date;
    expires_at: Date;
    outcome: 'accepted' | 'declined' | 'timed_out' | 'withdrawn' | null;
    answered_at: Date | null;
    decline_reason: string | null;
    comment: string | null;
    why: string;
  };
  routing_decisions: {
    workspace_id: string;
    id: string;
    work_item_id: string;
    at: Date;
    outcome: 'assigned' | 'offered' | 'waiting';
    queue_name: string;
    agent_id: string | null;
    explanation: JSONColumnType<object>;
  };
  mailboxes: { workspace_id: string; id: string; address: string; name: string };
  mail_intake: {
    workspace_id: string;
    id: string;
    mailbox_id: string;
    envelope_from: string;
    envelope_to: string;
    raw: Buffer | null;
    size_bytes: number;
    state: 'received' | 'processed' | 'quarantined' | 'ignored';
    error: string | null;
    message_id: string | null;
    received_at: Date;
    processed_at: Date | null;
  };
  outbound_mails: {
    workspace_id: string;
    id: string;
    ticket_id: string | null;
    message_id: string | null;
    mail_from: string;
    reply_to: string | null;
    mail_to: string;
    subject: string;
    text_body: string;
    html_body: string | null;
    headers: JSONColumnType<Record<string, string>, string | undefined, string>;
    mail_message_id: string;
    state: MailState;
    attempts: Defaulted<number>;
    error: string | null;
    created_at: Date;
    sent_at: Date | null;
  };
}
