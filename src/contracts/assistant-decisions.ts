/** What the assistant did with a case, turn by turn: the record people read and check. */
import { z } from 'zod';
import { autonomySchema } from './assistant.ts';
import { idSchema, instantSchema } from './common.ts';

const share = z.number().min(0).max(1);

/** What a turn came to. */
export const turnPathSchema = z.enum([
  'answer',
  'ask',
  'hand_over',
  'close',
  'remind',
  'assume',
  'skip',
]);
export type TurnPath = z.infer<typeof turnPathSchema>;

/** Why: one word a person can filter by. `reasonSentence` says it in full. */
export const turnReasonSchema = z.enum([
  // answered, asked, closed
  'confident',
  'chosen',
  'approved',
  'separates',
  'needs_facts',
  'confirmed',
  'silence',
  'incident',
  'correction',
  // held back
  'human_touched',
  'automatic_mail',
  'live_chat',
  'channel_off',
  'category_off',
  'outside_hours',
  'not_rolled_out',
  'stopped',
  'closed',
  'will_try',
  'overtaken',
  // handed over
  'risk',
  'wants_person',
  'vip',
  'unproven',
  'participants',
  'injection',
  'known_incident',
  'service_request',
  'nothing_found',
  'unsure',
  'repeated',
  'ungrounded',
  'language',
  'unreachable',
  'limit',
  'turns',
  'rounds',
  'not_helped',
  'unclear_reply',
  'rejected',
  'expired',
  'taken_over',
  'error',
]);
export type TurnReason = z.infer<typeof turnReasonSchema>;

/** Where a turn stands: it was carried out, only noted, waits for a person, or came to nothing. */
export const turnStateSchema = z.enum([
  'done',
  'shadow',
  'draft',
  'draft_used',
  'draft_dismissed',
  'waiting',
  'rejected',
  'expired',
  'taken_over',
  'overtaken',
]);
export type TurnState = z.infer<typeof turnStateSchema>;

/** A sentence of an outgoing text, and what it rests on. */
export const groundedSentenceSchema = z.object({
  text: z.string(),
  verdict: z.enum(['frame', 'quoted', 'supported', 'unsupported']),
  supports: z.array(
    z.object({
      articleId: idSchema,
      version: z.number().int(),
      start: z.number().int(),
      end: z.number().int(),
    }),
  ),
  why: z.string(),
});
export type GroundedSentence = z.infer<typeof groundedSentenceSchema>;

/** What the check refused, and why. */
export const violationSchema = z.object({ code: z.string(), text: z.string(), why: z.string() });

/** Who wrote: `embedded` quotes articles, else the model and the version of its prompt. */
export const writerSchema = z.object({ model: z.string(), prompt: z.string().nullable() });

/** A text nobody was shown: who wrote it, its sentences as they came, and what was wrong with them. */
export const refusedTextSchema = z.object({
  writer: writerSchema,
  sentences: z.array(z.string()),
  violations: z.array(violationSchema),
});
export type RefusedText = z.infer<typeof refusedTextSchema>;

/** An article the turn looked at. */
export const consideredPassageSchema = z.object({
  articleId: idSchema,
  version: z.number().int(),
  title: z.string(),
  score: share,
  /** Whether the outgoing text quotes it. */
  cited: z.boolean(),
});

/** A look of the gates: what was asked of the case, and what came out. */
export const gateCheckSchema = z.object({ gate: z.string(), passed: z.boolean(), why: z.string() });
export type GateCheck = z.infer<typeof gateCheckSchema>;

export const approvalStateSchema = z.enum([
  'waiting',
  'approved',
  'rejected',
  'expired',
  'taken_over',
]);
export type ApprovalState = z.infer<typeof approvalStateSchema>;

/** What people said to a turn before it could be carried out. */
export const turnApprovalSchema = z.object({
  state: approvalStateSchema,
  askedAt: instantSchema,
  deadlineAt: instantSchema,
  fourEyes: z.boolean(),
  /** Who approved it first where two must. */
  firstBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  /** Whether somebody changed the text. */
  isChanged: z.boolean(),
  reason: z.string(),
});
export type TurnApproval = z.infer<typeof turnApprovalSchema>;

/** One turn of the assistant, complete. */
export const assistantDecisionSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  ticketNumber: z.number().int(),
  subject: z.string(),
  turn: z.number().int(),
  at: instantSchema,
  autonomy: autonomySchema,
  path: turnPathSchema,
  reason: turnReasonSchema,
  /** The particulars: which risk, which limit, which words. */
  detail: z.string(),
  state: turnStateSchema,
  category: z.string().nullable(),
  /** What it took for the question. */
  question: z.string(),
  confidence: share.nullable(),
  threshold: share.nullable(),
  policyVersion: z.number().int(),
  gates: z.array(gateCheckSchema),
  passages: z.array(consideredPassageSchema),
  /** What the confidence was computed from. */
  signals: z.record(z.string(), z.number()),
  sentences: z.array(groundedSentenceSchema),
  violations: z.array(violationSchema),
  /** A text of the language model that the check refused, where articles were quoted instead; else null. */
  refused: refusedTextSchema.nullable(),
  /** What was sent, or would have been; empty where nothing. */
  text: z.string(),
  /** The same as the customer sees it; null where it is words alone. */
  html: z.string().nullable(),
  questions: z.array(z.object({ id: z.string(), text: z.string(), options: z.array(z.string()) })),
  writer: writerSchema,
  messageId: idSchema.nullable(),
  /** Milliseconds: finding, writing and all together. */
  latency: z.record(z.string(), z.number()),
  costMicros: z.number().int(),
  /** The person by whose permission it went out, or who turned it down. */
  decidedBy: z.string().nullable(),
  /** Null where nobody was asked. */
  approval: turnApprovalSchema.nullable(),
  /** How alike an agent's own answer was, in shadow and draft; null while there is none. */
  likeness: share.nullable(),
});
export type AssistantDecision = z.infer<typeof assistantDecisionSchema>;

/** A line in a list of turns. */
export const decisionLineSchema = assistantDecisionSchema.pick({
  id: true,
  ticketId: true,
  ticketNumber: true,
  subject: true,
  turn: true,
  at: true,
  autonomy: true,
  path: true,
  reason: true,
  detail: true,
  state: true,
  category: true,
  confidence: true,
  likeness: true,
});
export type DecisionLine = z.infer<typeof decisionLineSchema>;

/** How a case ended, as far as the assistant is concerned. */
export const outcomeSchema = z.enum(['confirmed', 'assumed', 'reopened']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** `GET /api/tickets/{id}/assistant`: where the assistant stands in a case. */
export const assistantCaseSchema = z.object({
  state: z.enum(['none', 'acting', 'waiting', 'approval', 'handed_over', 'resolved']),
  outcome: outcomeSchema.nullable(),
  /** When silence counts as solved; null while nothing is waited for. */
  waitsUntil: instantSchema.nullable(),
  /** A text for an agent to send. */
  draft: assistantDecisionSchema.nullable(),
  decisions: z.array(decisionLineSchema),
});
export type AssistantCase = z.infer<typeof assistantCaseSchema>;

const sentences: Record<TurnReason, string> = {
  confident: 'The articles answer it',
  chosen: 'The customer chose the article',
  approved: 'A person approved it',
  separates: 'A few questions decide between the articles',
  needs_facts: 'Whoever works on it needs to know more',
  confirmed: 'The customer says that it is solved',
  silence: 'The customer has not come back',
  incident: 'It is part of a known incident',
  correction: 'An earlier answer rested on an article that was wrong',
  human_touched: 'A person works on it',
  automatic_mail: 'A machine wrote it',
  live_chat: 'The chat is still running',
  channel_off: 'The assistant does not work on this channel',
  category_off: 'The assistant is off for this category',
  outside_hours: 'It is outside the hours of the assistant',
  not_rolled_out: 'The customer is outside the share the assistant works for',
  stopped: 'The assistant is stopped',
  closed: 'The case is closed',
  will_try: 'The customer will try it, and say how it went',
  overtaken: 'The case changed again and again while the assistant thought about it',
  risk: 'It touches what a person must look at',
  wants_person: 'The customer wants a person',
  vip: 'A person looks after customers of this tier',
  unproven: 'The address of the customer is not proven, and the case is about an account',
  participants: 'Several people write in this conversation',
  injection: 'The text tries to instruct the assistant',
  known_incident: 'Many cases like it came at once',
  service_request: 'Somebody has to do something for the customer',
  nothing_found: 'No article has to do with it',
  unsure: 'The assistant is not sure enough',
  repeated: 'The articles say nothing that the customer was not told before',
  ungrounded: 'The text says what no article says',
  language: 'No article is in the language of the customer',
  unreachable: 'The customer has no address',
  limit: 'The assistant has answered as often as it may',
  turns: 'The case has gone back and forth too often',
  rounds: 'Questions have been asked often enough',
  not_helped: 'It did not help the customer',
  unclear_reply: 'The reply can be read both ways',
  rejected: 'A person turned the answer down',
  expired: 'Nobody decided in time',
  taken_over: 'A person took it over',
  error: 'Something went wrong',
};

/** The reason in words, with its particulars. */
export function reasonSentence({ reason, detail }: { reason: TurnReason; detail: string }): string {
  if (detail === '') return `${sentences[reason]}.`;
  const end = /[.!?…]$/u.test(detail) ? '' : '.';
  return `${sentences[reason]}: ${detail}${end}`;
}
