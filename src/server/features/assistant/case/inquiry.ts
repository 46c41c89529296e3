/** Looking a case up: as a whole, by each of its questions, and by its question alone where the rest is a story. */
import type { Study } from '../../knowledge/index.ts';
import { askingSentence, questionsIn, standsAlone, tellingWords } from '../asking/asked.rules.ts';
import { wordFinder } from '../grounding/claim.rules.ts';
import type { AssistantDeps } from './case.deps.ts';
import type { Looked } from './look.ts';
import { questionOf, type CaseQuestion } from './reading.ts';

/** What was asked and found. */
export interface Inquiry {
  readonly question: CaseQuestion;
  readonly study: Study;
  /** A question of the mail that what was found says nothing to; null where there is none. */
  readonly unanswered: string | null;
}

/** From so many words on a mail tells more than it asks. */
const longMail = 60;
/** Looks cases up in the articles. */
export function createInquiry({ study }: Pick<AssistantDeps, 'study'>) {
  return async (workspaceId: string, looked: Looked): Promise<Inquiry> => {
    const question = questionOf(looked.file, looked.reading);
    const find = (one: Partial<CaseQuestion> & { text: string }) => study(workspaceId, one);
    const isSure = sureFrom(looked.verdict.rule.answerFrom);
    const next = looked.reading.kind === 'question' ? await forItself(question, find) : null;
    if (next !== null && isSure(next)) return { question, study: next, unanswered: null };
    const whole = await find(focused(question));
    const asked = question.clarified.length > 0 ? [] : questionsIn(question.text);
    if (asked.length > 1) {
      const each = await Promise.all(asked.map((text) => find({ text, subject: '' })));
      const all = together(whole, each);
      if (each.every(isSure) && isSure(all)) return { question, study: all, unanswered: null };
      const isOpen = (_: string, at: number) => !isCovered(asked[at], each[at], whole);
      return { question, study: whole, unanswered: asked.find(isOpen) ?? null };
    }
    const alone = isSure(whole) ? null : await byItsQuestion(question, find);
    const isSurer = alone !== null && alone.answer.confidence > whole.answer.confidence;
    return { question, study: isSurer ? alone : whole, unanswered: null };
  };
}

type Find = (one: Partial<CaseQuestion> & { text: string }) => Promise<Study>;

/**
 * A question whose core is the sentence that asks, rather than the subject: "How do I descale it?" wants the steps,
 * "Descaling" any sentence. On the 45 of 207 questions of kb-techqa that it changes as many are right as before.
 */
function focused(question: CaseQuestion): CaseQuestion {
  const { text, subject } = question;
  const asked = askingSentence(text)?.asked;
  if (asked === undefined || !standsAlone(asked)) return question;
  return { ...question, text: subject === '' ? text : `${subject}\n${text}`, subject: asked };
}

/** Another question in a conversation: what was said about the first one would only be in its way. */
async function forItself({ text }: CaseQuestion, find: Find): Promise<Study | null> {
  const asked = askingSentence(text)?.asked ?? text;
  if (!standsAlone(asked) || questionsIn(text).length > 1) return null;
  return find({ text: asked, subject: '' });
}

/**
 * The asking sentence of a long mail, with the story as what is known besides; null where it has no such sentence.
 * Of 111 long questions of kb-techqa 8 that are unsure as a whole come to 60 % this way, 6 with the right article.
 */
async function byItsQuestion(question: CaseQuestion, find: Find): Promise<Study | null> {
  const { text, subject, context } = question;
  if (text.split(/\s+/).length < longMail) return null;
  const one = askingSentence(text);
  if (one === null) return null;
  return find({ text: one.asked, context: [...context, subject, one.rest].filter(Boolean) });
}

function sureFrom(answerFrom: number) {
  return ({ answer, shouldAsk }: Study): boolean =>
    !shouldAsk && answer.confidence >= answerFrom && answer.citations.length > 0;
}

/** What answers each of several questions, as one: as sure as that all of them are right. */
function together(whole: Study, each: readonly Study[]): Study {
  const firsts = each.flatMap(({ answer }) => answer.passages.slice(0, 1));
  const passages = onceEach([...firsts, ...whole.answer.passages], ({ articleId }) => articleId);
  const citations = onceEach(
    each.flatMap(({ answer }) => answer.citations),
    ({ articleId, start }) => `${articleId} ${start}`,
  );
  const confidence = each.reduce((chance, { answer }) => chance * answer.confidence, 1);
  const answer = citations.map(({ quote }) => quote).join('\n');
  const sources = onceEach(
    [whole, ...each].flatMap((one) => one.sources),
    ({ articleId }) => articleId,
  );
  return {
    ...whole,
    shouldAsk: false,
    answer: { ...whole.answer, confidence, passages, citations, answer },
    sources,
  };
}

function onceEach<One>(all: readonly One[], keyOf: (one: One) => string): One[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

/** Whether an answer to the whole says something to one of its questions. */
function isCovered(asked: string | undefined, alone: Study | undefined, whole: Study): boolean {
  if (asked === undefined || alone === undefined) return true;
  const cited = new Set(whole.answer.citations.map(({ articleId }) => articleId));
  const [first] = alone.answer.passages;
  if (first !== undefined && cited.has(first.articleId)) return true;
  const quoted = whole.answer.citations.flatMap(({ title, quote }) => [title, quote]);
  const isThere = wordFinder(quoted);
  const words = tellingWords(asked);
  return words.filter(isThere).length * 2 >= words.length;
}
