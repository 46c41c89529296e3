/** Whether a case shows that something is missing in the articles. */
import {
  askingSentence,
  tellingSubject,
  tellingWords,
  wordsAsked,
} from '../../assistant/asking/asked.rules.ts';
import type { GapCaseKind } from '../../../../contracts/learning.ts';

const longestTitle = 80;
const leastTelling = 2;

/** A case as it stands. */
export interface Suspect {
  readonly subject: string;
  readonly status: string;
  /** What a turn of the assistant took for the question and left open; null without such a turn. */
  readonly question: string | null;
  readonly reason: string | null;
  /** Whether an answer of the assistant reached the customer. */
  readonly answered: boolean;
  readonly said: readonly string[];
  /** Whether an agent answered. */
  readonly byAgent: boolean;
}

/** What it shows, with the question; null where nothing is missing. */
export function gapShownBy(suspect: Suspect): { kind: GapCaseKind; question: string } | null {
  if (suspect.reason === 'not_helped') return { kind: 'not_helped', question: questionOf(suspect) };
  if (suspect.reason !== null) return { kind: 'unanswered', question: questionOf(suspect) };
  const isSolved = suspect.status === 'solved' || suspect.status === 'closed';
  if (!isSolved || !suspect.byAgent || suspect.answered || suspect.said.length === 0) return null;
  return { kind: 'agent_solved', question: questionOf(suspect) };
}

/** A title for a gap: the subject, or the question where that says nothing of the matter. */
export function titleOf(subject: string, question = ''): string {
  const asked = sentenceOf(question);
  if (tellingSubject(subject) !== '' || asked === '') return withoutMarks(subject);
  const title = `${asked.charAt(0).toUpperCase()}${asked.slice(1)}`;
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title;
}

/** What is asked, without greeting and name; else the first sentence that says something. */
function sentenceOf(question: string): string {
  const said = wordsAsked(question.trim());
  const sentences = said.split(/\n+|(?<=[.?!])\s+/).map((one) => one.trim());
  const telling = sentences.find((one) => tellingWords(one).length >= leastTelling);
  return askingSentence(said)?.asked ?? telling ?? sentences[0] ?? '';
}

/** The subject without the marks of replies and the numbers of orders. */
function withoutMarks(subject: string): string {
  const plain = subject.replace(/^(?:\s*(?:re|fw|fwd|aw|wg|tr|rv|antw)\s*:)+/i, '').trim();
  const title = plain
    .replace(/\s*(?:#\s*)?\b[A-Z]{0,4}-?\d{4,}\b(?=\s*[:;,.])/g, '')
    .replace(/(?:#\s*)?\b[A-Z]{0,4}-?\d{4,}\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return (title === '' ? plain : title).slice(0, 200) || '?';
}

/** The subject and what the turn, else the customer, said first at length. */
function questionOf({ subject, question, said }: Suspect): string {
  const own = question !== null && question !== '' ? question : said.find((one) => one.length > 20);
  const text = own ?? said[0] ?? '';
  // Words that say nothing would gather questions that have nothing else in common.
  const says = tellingSubject(subject) !== '' && !text.includes(subject);
  return says || text === '' ? `${withoutMarks(subject)}\n${text}` : text;
}
