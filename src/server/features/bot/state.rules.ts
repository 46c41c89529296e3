/** What the bot remembers of a conversation, and what it is told and answers at each turn. */
import { z } from 'zod';
import type { BotAnswer, BotPrompt } from '../../../contracts/widget.ts';

const stages = ['topic', 'help', 'name', 'email', 'typo', 'choice', 'waiting', 'done'] as const;
/** Which question is open; `waiting`: a person will take over, `done`: nothing more is said. */
export type BotStage = (typeof stages)[number];

const counter = z.number().int().default(0);

/** Kept in `conversations.bot`. `topic` is read by sessions too: what was asked must become work. */
export const botStateSchema = z.object({
  stage: z.enum(stages).default('topic'),
  topic: z.string().nullable().default(null),
  introduced: z.boolean().default(false),
  /** How often each question was put. */
  asked: z
    .object({ topic: counter, help: counter, name: counter, email: counter, typo: counter })
    .prefault({}),
  /** What the customer would rather not say; also carried into their next conversation. */
  skipped: z
    .object({ name: z.boolean().default(false), email: z.boolean().default(false) })
    .prefault({}),
  /** An address that looks mistyped, until the customer has said which one is right. */
  suspect: z.object({ typed: z.string(), meant: z.string() }).nullable().default(null),
  /** Turns in a row that were not understood. */
  failures: counter,
  turns: counter,
});
export type BotState = z.infer<typeof botStateSchema>;

/** The state at the start. From an earlier conversation only what was refused is kept. */
export function initialState(earlier: unknown = null): BotState {
  return botStateSchema.parse({ skipped: readState(earlier).skipped });
}

/** A stored state; one that no longer fits begins anew. */
export function readState(stored: unknown): BotState {
  const parsed = botStateSchema.safeParse(stored);
  return parsed.success ? parsed.data : botStateSchema.parse({});
}

/** What the customer did. */
export type BotInput =
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly answer: BotAnswer | null;
      readonly files: number;
    }
  | { readonly kind: 'person_requested' };

/** Sentences of public articles that answer what was asked, and where they stand. */
export interface HelpAnswer {
  readonly text: string;
  readonly sources: readonly { readonly title: string; readonly url: string | null }[];
}

/** What is known outside the state. */
export interface BotKnowledge {
  readonly name: string | null;
  readonly email: string | null;
  readonly agentsOnline: boolean;
  /** Whether the customer wrote in an earlier conversation that this one continues. */
  readonly continued: boolean;
  /** What the knowledge base says to this message, where it is sure enough. */
  readonly help?: HelpAnswer | null;
}

export interface BotReply {
  readonly text: string;
  readonly prompt: BotPrompt | null;
}

export interface Learned {
  readonly topic?: string;
  readonly name?: string;
  readonly email?: string;
}

/** `end_by_email`: a ticket for an answer by email, and the chat ends. `end`: the customer needs no more. */
export type BotAct = 'hand_over' | 'end_by_email' | 'end' | null;

export interface BotTurn {
  readonly state: BotState;
  readonly replies: readonly BotReply[];
  readonly act: BotAct;
  readonly learned: Learned;
  /** Why it hands over, as it reads after "handed over to a person:". */
  readonly reason: string | null;
}
