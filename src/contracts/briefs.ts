import { z } from 'zod';

/** Id of a message of the transcript a brief was written from. */
export const MessageId = z.string().min(1);
/** Id of a message of the transcript a brief was written from. */
export type MessageId = z.infer<typeof MessageId>;

const fieldParts = {
  confidence: z.number().min(0).max(1),
  evidence: z.array(MessageId),
};

/** Makes the schema of a brief field: a value, how sure we are of it (0 to 1), and the messages that support it, in order. */
export const briefField = <T extends z.ZodType>(value: T) => z.object({ value, ...fieldParts });

/** Who spoke, as far as a brief is concerned; system lines promise and ask nothing. */
export const BriefSpeaker = z.enum(['customer', 'agent', 'assistant']);
/** Who spoke, as far as a brief is concerned; system lines promise and ask nothing. */
export type BriefSpeaker = z.infer<typeof BriefSpeaker>;

/** How soon the remaining work must be looked at. */
export const BriefUrgency = z.enum(['low', 'normal', 'high', 'urgent']);
/** How soon the remaining work must be looked at. */
export type BriefUrgency = z.infer<typeof BriefUrgency>;

/** How the customer felt, the end of the chat counting most. */
export const BriefSentiment = z.enum([
  'very_negative',
  'negative',
  'neutral',
  'positive',
  'very_positive',
]);
/** How the customer felt, the end of the chat counting most. */
export type BriefSentiment = z.infer<typeof BriefSentiment>;

const promiseParts = { by: BriefSpeaker, due: z.string().nullable() };
const questionParts = { askedBy: BriefSpeaker };
const LanguageCode = z.string().regex(/^[a-z]{2}$/);

/** Something a person or the assistant committed to and had not done when the chat ended; `due` holds the words said. */
export const BriefPromise = briefField(z.string()).extend(promiseParts);
/** Something a person or the assistant committed to and had not done when the chat ended; `due` holds the words said. */
export type BriefPromise = z.infer<typeof BriefPromise>;

/** A question nobody had answered when the chat ended. */
export const BriefQuestion = briefField(z.string()).extend(questionParts);
/** A question nobody had answered when the chat ended. */
export type BriefQuestion = z.infer<typeof BriefQuestion>;

/** What remains to be done after a chat: what a busy agent reads instead of the transcript. */
export const Brief = z.object({
  summary: briefField(z.string()),
  problem: briefField(z.string()),
  tried: z.array(briefField(z.string())),
  promised: z.array(BriefPromise),
  openQuestions: z.array(BriefQuestion),
  nextStep: briefField(z.string()),
  category: briefField(z.string().nullable()),
  urgency: briefField(BriefUrgency),
  skills: briefField(z.array(z.string())),
  sentiment: briefField(BriefSentiment),
  language: briefField(LanguageCode),
});
/** What remains to be done after a chat: what a busy agent reads instead of the transcript. */
export type Brief = z.infer<typeof Brief>;

/** Name of a field of a brief. */
export const BriefFieldName = Brief.keyof();
/** Name of a field of a brief. */
export type BriefFieldName = z.infer<typeof BriefFieldName>;

/** The names of all fields of a brief, in the order people read them. */
export const briefFieldNames: readonly BriefFieldName[] = BriefFieldName.options;

// What a person types for each field: the values alone, since a correction is certain and needs no evidence.
const line = z.string().trim().min(1).max(1000);
const editValues = {
  summary: line,
  problem: line,
  tried: z.array(line).max(20),
  promised: z.array(z.object({ value: line, ...promiseParts })).max(20),
  openQuestions: z.array(z.object({ value: line, ...questionParts })).max(20),
  nextStep: line,
  category: z.string().min(1).nullable(),
  urgency: BriefUrgency,
  skills: z.array(z.string().min(1)).max(50),
  sentiment: BriefSentiment,
  language: LanguageCode,
} satisfies Record<BriefFieldName, z.ZodType>;

const edit = <N extends BriefFieldName>(field: N) =>
  z.object({ field: z.literal(field), value: editValues[field] });

/** A person's new value for one field of a brief. */
export const BriefFieldEdit = z.discriminatedUnion('field', [
  edit('summary'),
  edit('problem'),
  edit('tried'),
  edit('promised'),
  edit('openQuestions'),
  edit('nextStep'),
  edit('category'),
  edit('urgency'),
  edit('skills'),
  edit('sentiment'),
  edit('language'),
]);
/** A person's new value for one field of a brief. */
export type BriefFieldEdit = z.infer<typeof BriefFieldEdit>;

/** What a person changed in a brief, kept as training data; `before` and `after` hold plain values of that field. */
export const BriefCorrection = z.object({
  field: BriefFieldName,
  before: z.unknown(),
  after: z.unknown(),
});
/** What a person changed in a brief, kept as training data; `before` and `after` hold plain values of that field. */
export type BriefCorrection = z.infer<typeof BriefCorrection>;
