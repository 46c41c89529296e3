import type { Collection } from '../index/collection.ts';
import { queryTermsOf, type QueryTerms } from '../index/query-terms.ts';
import type { SynonymTable } from '../index/synonym-table.ts';
import type { Question } from '../retrieval.types.ts';
import { gramsOf } from '../text/grams.ts';
import { sentencesOf } from '../text/sentences.ts';
import { questionTypeOf, type QuestionType } from './question-type.ts';

/** A question taken apart: what is asked, its core, and what is known besides. */
export interface QuestionParts {
  main: QueryTerms;
  focus: QueryTerms;
  context: QueryTerms;
  /** Each entry of the context apart, newest last. */
  turns: QueryTerms[];
  grams: Uint32Array;
  focusGrams: Uint32Array;
  type: QuestionType;
  /** What the focus was made from. */
  focusText: string;
}

const MOST_TURNS = 20;
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
  const text = question.text.includes(subject) ? question.text : `${subject}\n${question.text}`;
  const focusText = focusOf({ ...question, text });
  const context = contextOf(question);
  return {
    main: read(text),
    focus: read(focusText),
    context: read(context.join('\n')),
    turns: context.slice(-MOST_TURNS).map(read),
    grams: gramsOf(text),
    focusGrams: gramsOf(focusText),
    type: questionTypeOf(focusText),
    focusText,
  };
}

function contextOf(question: Question): string[] {
  const clarified = (question.clarified ?? []).map(({ asked, answered }) => `${asked} ${answered}`);
  return [...(question.context ?? []), ...clarified];
}

/** The subject, or the sentences with a question mark, or the first sentence. */
function focusOf({ subject, text }: Question): string {
  if (subject !== undefined && subject.trim() !== '') return subject;
  const sentences = sentencesOf(text, { start: 0, end: Math.min(text.length, LONGEST_QUESTION) }).map(
    ({ start, end }) => text.slice(start, end),
  );
  const asking = sentences.filter((sentence) => sentence.endsWith('?'));
  return asking.length > 0 ? asking.slice(-2).join(' ') : (sentences[0] ?? text);
}
