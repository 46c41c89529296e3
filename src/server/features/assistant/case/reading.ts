/** What a message of the customer is to the assistant, after what it said before. */
import { mostSaid, saysWords } from '../../knowledge/index.ts';
import { readReply, wordsOfReply } from '../../understanding/index.ts';
import { tellingSubject, wordsAsked } from '../asking/asked.rules.ts';
import { readReplies } from '../asking/replies.rules.ts';
import type { CaseFile, Said } from './case.types.ts';

/** What the newest words are. */
export type TurnKind =
  /** The case, told for the first time. */
  | 'case'
  /** Answers to our questions. */
  | 'answers'
  /** Another question in the same conversation. */
  | 'question'
  | 'solved'
  /** Thanks after it was solved: nothing is left to do. */
  | 'goodbye'
  | 'not_helped'
  | 'person'
  /** They will try it, and say how it went. */
  | 'later'
  | 'unclear'
  /** To our questions, but nobody can tell which of the options is meant. */
  | 'unclear_choice';

export interface TurnReading {
  readonly kind: TurnKind;
  /** What the customer wrote since the assistant looked last, as one text. */
  readonly text: string;
  readonly confidence: number;
  /** What it says to each open question, in their order; null where it is not told apart. */
  readonly answers: readonly (string | null)[];
}

/** Reads what is new. What can be read both ways is `unclear`, and goes to a person. */
export function readTurn(file: CaseFile): TurnReading {
  const fresh = newWords(file);
  const text = fresh.map((one) => one.text).join('\n\n');
  const none: readonly null[] = [];
  if (file.state === null || file.state.turns === 0) return firstOf(file, text);
  const asked = openQuestions(file);
  const { value, confidence } = readReply(text, { asked });
  const isSolved = file.state.state === 'resolved';
  const kind = kindOf(value, { isAsked: asked.length > 0, isSolved });
  if (asked.length === 0 || (kind !== 'answers' && kind !== 'question'))
    return { kind, text, confidence, answers: none };
  const read = readReplies(wordsOfReply(text), asked);
  if (read.kind === 'unclear') return { kind: 'unclear_choice', text, confidence, answers: none };
  const isAnswered = read.answers.some((answer) => answer !== null);
  return { kind: isAnswered ? 'answers' : kind, text, confidence, answers: read.answers };
}

/**
 * The first words of a case. Those that go on from a closed one may be about what was said there: asked again as
 * if nobody had answered, they would get the same answer.
 */
function firstOf({ ticket }: CaseFile, text: string): TurnReading {
  const answers: readonly null[] = [];
  if (ticket.previousId !== null) {
    const { value, confidence } = readReply(text, { asked: [] });
    if (value === 'solved') return { kind: 'goodbye', text, confidence, answers };
    if (value === 'not_solved') return { kind: 'not_helped', text, confidence, answers };
  } else if (answersMail.test(ticket.subject)) {
    // Somebody in copy says thanks in a mail that opens a case of its own: there is no question in it.
    const { value, confidence } = readReply(text, { asked: [] });
    if (value === 'solved') return { kind: 'unclear', text, confidence, answers };
  }
  return { kind: 'case', text, confidence: 1, answers };
}

const answersMail = /^\s*(?:re|aw|sv|rif|res|antw)\s*:/iu;

/** The questions of ours that nobody has answered yet. */
export function openQuestions({ state }: CaseFile) {
  return (state?.asked ?? []).filter(({ answer }) => answer === null);
}

/** The questions of a case with what the newest words say to those that were open. */
export function askedWithAnswers({ state }: CaseFile, { kind, text, answers }: TurnReading) {
  let open = 0;
  return (state?.asked ?? []).map((one) => {
    if (one.answer !== null || kind !== 'answers') return one;
    const told = answers[open] ?? null;
    open += 1;
    const isTold = answers.some((answer) => answer !== null);
    // What is not told apart answers all of them together; what was left out is not open for ever.
    return { ...one, answer: isTold ? (told ?? '') : text.slice(0, longestAnswer) };
  });
}

/** The newest replies to questions that ask for some fields; `alone` where nothing else was asked with them. */
export function fieldReplies<Field extends { readonly key: string }>(
  file: CaseFile,
  reading: TurnReading,
  fields: readonly Field[],
): { field: Field; reply: string; alone: boolean }[] {
  const open = new Set(openQuestions(file).map(({ id }) => id));
  return askedWithAnswers(file, reading).flatMap(({ id, answer }) => {
    const field = fields.find(({ key }) => id === `field:${key}`);
    if (field === undefined || !open.has(id) || answer === null || answer === '') return [];
    const isApart = reading.answers.some((one) => one !== null);
    return [{ field, reply: wordsOfReply(answer), alone: isApart || open.size === 1 }];
  });
}

const longestAnswer = 500;

function kindOf(
  value: ReturnType<typeof readReply>['value'],
  { isAsked, isSolved }: { isAsked: boolean; isSolved: boolean },
): TurnKind {
  switch (value) {
    case 'solved':
      return isSolved ? 'goodbye' : 'solved';
    case 'not_solved':
      return 'not_helped';
    case 'new_question':
      return 'question';
    case 'later':
      return isSolved ? 'unclear' : 'later';
    case 'unsure':
      // Whatever is said to open questions may tell more than was known.
      return isAsked ? 'answers' : 'unclear';
    case 'answers':
    case 'person':
      return value;
  }
}

function newWords({ said, state }: CaseFile): readonly Said[] {
  const since = state?.handledSeq ?? 0;
  return said.filter(({ by, seq }) => by === 'customer' && seq > since);
}

/** What is looked up: the newest question with what is known besides. */
export interface CaseQuestion {
  readonly text: string;
  readonly subject: string;
  readonly context: string[];
  readonly clarified: { asked: string; answered: string }[];
}

/** A request may stand at the end of a long letter. */
const longest = 4_000;

/**
 * The question of a case. People tell their problem once and then give names and numbers, so of a case that
 * is told for the first time the message that says most is taken; answers to questions add to what was asked first.
 */
export function questionOf(file: CaseFile, reading: TurnReading): CaseQuestion {
  const told = file.said.filter(({ by, text }) => by === 'customer' && text.trim() !== '');
  const main = reading.kind === 'question' ? reading.text : mainOf(file, told);
  const isKnown = (text: string) => text === main || text.trim() === file.customer.name;
  const context = told.flatMap(({ text }) => (isKnown(text) || !saysWords(text) ? [] : [text]));
  return {
    text: wordsAsked(main).slice(0, longest),
    subject: tellingSubject(file.ticket.subject),
    context: context.map((text) => wordsAsked(text).slice(0, longest)),
    clarified: answeredQuestions(file, reading),
  };
}

function mainOf({ brief, ticket }: CaseFile, told: readonly Said[]): string {
  const most = mostSaid(told.map(({ text }) => text));
  if (most !== '') return most;
  return brief?.problem || brief?.summary || ticket.subject;
}

/** The option of our only open question that the newest words choose; null where they choose none. */
export function choiceOf(file: CaseFile, { kind, answers }: TurnReading): string | null {
  if (kind !== 'answers' || openQuestions(file).length > 1) return null;
  return answers[0] ?? null;
}

/**
 * Our questions with their answers. A new question has none: what was cleared up was about another one, and
 * half its weight would go to the article of that.
 */
function answeredQuestions(file: CaseFile, reading: TurnReading) {
  if (reading.kind === 'question') return [];
  return askedWithAnswers(file, reading).flatMap(({ text: asked, answer }) =>
    answer === null || answer === '' ? [] : [{ asked, answered: answer }],
  );
}
