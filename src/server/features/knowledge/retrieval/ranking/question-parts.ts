import type { Collection, SensesNear } from '../index/collection.ts';
import { centred, meaningOf } from '../index/meaning.ts';
import { queryTermsOf, type QueryTerm, type QueryTerms } from '../index/query-terms.ts';
import type { SynonymTable } from '../index/synonym-table.ts';
import type { Question } from '../retrieval.types.ts';
import { sentencesOf } from '../text/sentences.ts';
import { questionTypeOf, type QuestionType } from './question-type.ts';

/** A question taken apart: what is asked, its core, and what is known besides. */
export interface QuestionParts {
  main: QueryTerms;
  focus: QueryTerms;
  /** All of them as one bag: the older an entry of the context, the less it weighs. */
  everything: QueryTerm[];
  /** Each entry of the context apart, newest last. */
  turns: QueryTerms[];
  type: QuestionType;
  /** What the focus was made from. */
  focusText: string;
  mainText: string;
  /** The customer's own words: without what was asked back. */
  askedText: string;
  /** Reads another text as this question was read. */
  read: (text: string) => QueryTerms;
}

const MOST_TURNS = 20;
const NEWEST_TURN = 0.7;
const FADING = 0.93;
const LONGEST_QUESTION = 6000;

/** Takes a question apart for a collection. Text beyond 6,000 characters of a part is left out. */
export function questionPartsOf(
  question: Question,
  collection: Collection,
  synonyms?: SynonymTable,
): QuestionParts {
  const options = { language: question.language ?? 'en', ...(synonyms && { synonyms }) };
  const read = (text: string): QueryTerms =>
    queryTermsOf(text.slice(0, LONGEST_QUESTION), collection, options);
  const subject = question.subject ?? '';
  const asked = question.text.includes(subject) ? question.text : `${subject}\n${question.text}`;
  // What was asked back came from the right article, so it is part of the question.
  const text = [asked, ...clarifications(question)].join('\n');
  const focusText = focusOf({ ...question, text: asked });
  const context = question.context ?? [];
  const main = read(text);
  const turns = context.slice(-MOST_TURNS).map(read);
  return {
    main,
    focus: read(focusText),
    everything: everythingOf(main, turns),
    turns,
    type: questionTypeOf(focusText),
    focusText,
    mainText: text,
    askedText: asked,
    read,
  };
}

function everythingOf(main: QueryTerms, turns: readonly QueryTerms[]): QueryTerm[] {
  const all = new Map<number, QueryTerm>();
  const add = (terms: readonly QueryTerm[], part: number): void => {
    for (const term of terms) {
      const known = all.get(term.term);
      const weight = term.weight * part;
      if (known) known.weight = Math.min(2, known.weight + weight * 0.5);
      else all.set(term.term, { ...term, weight });
    }
  };
  add([...main.content, ...main.extra], 1);
  turns.toReversed().forEach(({ content }, ago) => add(content, NEWEST_TURN * FADING ** ago));
  return [...all.values()];
}

function clarifications({ clarified }: Question): string[] {
  return (clarified ?? []).map(({ asked, answered }) => `${asked} ${answered}`);
}

/** The subject, or the sentences with a question mark, or the first sentence. */
function focusOf({ subject, text }: Question): string {
  if (subject !== undefined && subject.trim() !== '') return subject;
  const sentences = sentencesOf(text, {
    start: 0,
    end: Math.min(text.length, LONGEST_QUESTION),
  }).map(({ start, end }) => text.slice(start, end));
  const asking = sentences.filter((sentence) => sentence.endsWith('?'));
  return asking.length > 0 ? asking.slice(-2).join(' ') : (sentences[0] ?? text);
}

/** What is near to a question and to its core in meaning, without what all texts of the collection share. */
export interface Senses {
  main: SensesNear | null;
  focus: SensesNear | null;
}

/** What the parts of a question are near to in meaning; null where no word of theirs is known. */
export function sensesOf(parts: QuestionParts, collection: Collection): Senses {
  const sense = (query: QueryTerms): SensesNear | null => {
    const numbers = [...query.sequence, ...query.extra.map(({ term }) => term)];
    const meaning = meaningOf(numbers, collection.dictionary);
    return meaning && collection.sensesNear(centred(meaning, collection.meanMeaning()));
  };
  return { main: sense(parts.main), focus: sense(parts.focus) };
}
