import type { Channel, TicketStatus } from '../../../../contracts/tickets.ts';
import type { RoutingChannel, SessionState } from '../../../../contracts/sessions.ts';

/** What was said in a case that is addressed to the customer or comes from them. */
export interface Said {
  readonly id: string;
  readonly seq: number;
  readonly by: 'customer' | 'agent' | 'assistant' | 'other';
  readonly text: string;
  /** Whether it is longer than what is read of it. */
  readonly isCut: boolean;
}

/** Everything the assistant looks at before a turn, as it was at one moment. */
export interface CaseFile {
  readonly ticket: {
    readonly id: string;
    readonly number: number;
    readonly subject: string;
    readonly status: TicketStatus;
    readonly category: string | null;
    readonly channel: Channel;
    readonly routingChannel: RoutingChannel;
    readonly conversationId: string;
    readonly customerId: string;
    readonly followupOf: string | null;
    /** The conversation whose closed ticket it goes on from. */
    readonly previousId: string | null;
    readonly held: boolean;
    /** What was said to the fields of its category, by key. */
    readonly fields: Readonly<Record<string, string>>;
  };
  readonly customer: {
    readonly name: string | null;
    readonly email: string | null;
    readonly proven: boolean;
    readonly tier: 'enterprise' | 'standard' | 'free';
  };
  readonly session: SessionState | null;
  /** Customer and us, oldest first, the last fifty. */
  readonly said: readonly Said[];
  /** Names of the files the customer sent. */
  readonly files: readonly string[];
  /** Whether an agent wrote to the customer by mail or has begun to work on it. */
  readonly humanTouched: boolean;
  /** Whether an agent was in the chat before. */
  readonly agentInChat: boolean;
  /** How it was seen that a list or a program wrote the first or the newest mail; empty where a person did. */
  readonly automatic: string;
  /** Others in copy, as the history has them; empty where nobody. */
  readonly participants: string;
  readonly signals: readonly {
    readonly kind: 'risk' | 'person_wish' | 'category';
    readonly topic: string;
    readonly score: number;
  }[];
  /** The brief of the chat it goes on from. */
  readonly brief: { readonly summary: string; readonly problem: string } | null;
  readonly state: {
    readonly state: 'acting' | 'waiting' | 'approval' | 'handed_over' | 'resolved';
    readonly handledSeq: number;
    readonly turns: number;
    readonly questionRounds: number;
    readonly asked: readonly {
      readonly id: string;
      readonly text: string;
      readonly options: readonly string[];
      readonly answer: string | null;
    }[];
    readonly outcome: 'confirmed' | 'assumed' | 'reopened' | null;
  } | null;
  /** How often it has sent something: to this customer in a day, to everybody in an hour. */
  readonly sent: { readonly toCustomer: number; readonly toAll: number };
}
