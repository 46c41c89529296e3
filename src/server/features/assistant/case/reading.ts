/** What a message of the customer is to the assistant, after what it said before. */
import { readReply } from '../../understanding/index.ts';
import { chosenOption } from '../asking/choice.rules.ts';
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
  | 'unclear';

export interface TurnReading {
  readonly kind: TurnKind;
  /** What the customer wrote since the assistant looked last, as one text. */
  readonly text: string;
  readonly confidence: number;
}

/** Reads what is new. What can be read both ways is `unclear`, and goes to a person. */
export function readTurn(file: CaseFile): TurnReading {
  const fresh = newWords(file);
  const text = fresh.map((one) => one.text).join('\n\n');
  if (file.state === null || file.state.turns === 0) return { kind: 'case', text, confidence: 1 };
  const asked = file.state.asked.filter(({ answer }) => answer === null);
  const { value, confidence } = readReply(text, { asked });
  const isSolved = file.state.state === 'resolved';
  return { kind: kindOf(value, { isAsked: asked.length > 0, isSolved }), text, confidence };
}

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

const longest = 1_500;

/**
 * The question of a case. People tell their problem once and then give names and numbers, so of a case that
 * is told for the first time the longest message is taken; answers to questions add to what was asked first.
 */
export function questionOf(file: CaseFile, reading: TurnReading): CaseQuestion {
  const told = file.said.filter(({ by, text }) => by === 'customer' && text.trim() !== '');
  const main = reading.kind === 'question' ? reading.text : mainOf(file, told);
  const context = told.map(({ text }) => text).filter((text) => text !== main);
  return {
    text: main.slice(0, longest),
    subject: file.ticket.subject,
    context: context.map((text) => text.slice(0, longest)),
    clarified: answeredQuestions(file, reading),
  };
}

function mainOf({ brief, ticket }: CaseFile, told: readonly Said[]): string {
  const longestSaid = told.reduce(
    (most, { text }) => (text.length > most.length ? text : most),
    '',
  );
  if (longestSaid !== '') return longestSaid;
  return brief?.problem || brief?.summary || ticket.subject;
}

/** The option of our open question that the newest words choose; null where it had none or they choose none. */
export function choiceOf({ state }: CaseFile, { kind, text }: TurnReading): string | null {
  const open = (state?.asked ?? []).filter(({ answer }) => answer === null);
  const [asked] = open;
  if (kind !== 'answers' || asked === undefined || open.length > 1) return null;
  return chosenOption(text, asked.options);
}

/**
 * Our questions with their answers; the newest words answer those that are open, together. A new question has
 * none: what was cleared up was about another one, and half its weight would go to the article of that.
 */
function answeredQuestions({ state }: CaseFile, { kind, text }: TurnReading) {
  if (kind === 'question') return [];
  return (state?.asked ?? []).flatMap(({ text: asked, answer }) => {
    const answered = answer ?? (kind === 'answers' ? text : null);
    return answered === null ? [] : [{ asked, answered }];
  });
}
