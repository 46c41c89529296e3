import type { AskKnowledge, Audience, KnowledgeAnswer } from '../../../../contracts/answers.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Log } from '../../../platform/log.ts';
import type { Scope } from '../../../platform/db/database.ts';
import type { Question, RetrievalResult } from '../retrieval/index.ts';
import { SHIPPED_CONFIDENCE } from '../retrieval/ranking/confidence.ts';
import { findAsked, listAnswerable, type AnswerableArticle } from './answers.store.ts';
import { citationView, confidenceParts, passageView, type ArticleUrl } from './answers.view.ts';
import { questionOfTicket } from './asked.rules.ts';
import { createOpenKnowledge, type OpenKnowledgeDeps } from './open-knowledge.ts';

export interface AnswerDeps extends OpenKnowledgeDeps {
  readonly log: Log;
  readonly siteOf: (scope: Scope) => Promise<AnswerSite>;
}

/** An article word by word. */
export interface StudySource {
  readonly articleId: string;
  readonly version: number;
  readonly title: string;
  readonly url: string | null;
  readonly visibility: 'public' | 'internal';
  readonly language: string;
  /** Markdown. */
  readonly text: string;
}

/** A question looked up, with everything that was weighed. */
export interface Study {
  readonly answer: KnowledgeAnswer;
  readonly signals: Readonly<Record<string, number>>;
  /** The probability that a question back is the right reply. */
  readonly clarify: number;
  readonly shouldAsk: boolean;
  readonly sources: readonly StudySource[];
}

/** What the workspace lets happen with answers. */
export interface AnswerSite {
  /** Where customers read an article; null where it has no public site. */
  readonly urlOf: ((articleId: string) => string) | null;
  /** From which confidence on the assistant answers; null where it does not. */
  readonly answerFrom: number | null;
}

export type AnswerService = ReturnType<typeof createAnswerService>;

const mostPassages = 10;

/** Answers from the articles of a workspace: found, weighed and quoted, never written. */
export function createAnswerService(deps: AnswerDeps) {
  const { database, clock } = deps;
  const open = createOpenKnowledge(deps);

  /**
   * What the knowledge base says. For customers nothing but public articles is looked at. An index that
   * is not open is opened first: 0.1 s for a thousand passages.
   */
  async function answer(
    workspaceId: string,
    question: Question,
    { audience }: { audience: Audience },
  ): Promise<KnowledgeAnswer> {
    const { found, shown } = await lookUp(workspaceId, question, audience);
    return answerOf(question, found, shown);
  }

  async function lookUp(workspaceId: string, question: Question, audience: Audience) {
    const found = await open.query({ workspaceId, audience }, question);
    const shown = await show(workspaceId, found, audience);
    if (shown.isCurrent) return { found, shown };
    // An article changed between the index and here: once more, with an index that knows.
    open.touch(workspaceId);
    const again = await open.query({ workspaceId, audience }, question);
    return { found: again, shown: await show(workspaceId, again, audience) };
  }

  /** The words of what was found, read from the database: it decides what may be shown. */
  async function show(workspaceId: string, found: RetrievalResult, audience: Audience) {
    const ranked = found.ranked.slice(0, mostPassages);
    const ids = new Set([
      ...ranked.map(({ articleId }) => articleId),
      ...found.citations.map(({ articleId }) => articleId),
    ]);
    const { articles, site } = await database.inWorkspace(workspaceId, async (scope) => {
      const listed = await listAnswerable(scope, [...ids], { audience, at: clock.now() });
      const byId = new Map(listed.map((one) => [one.id, one]));
      return { articles: byId, site: await deps.siteOf(scope) };
    });
    const urlOf: ArticleUrl = ({ id }) => site.urlOf?.(id) ?? null;
    const withArticle = <Found extends { articleId: string }, Shown>(
      found_: Found,
      view: (article: AnswerableArticle, one: Found, url: ArticleUrl) => Shown | null,
    ): Shown[] => {
      const article = articles.get(found_.articleId);
      const shown = article ? view(article, found_, urlOf) : null;
      return shown === null ? [] : [shown];
    };
    const passages = ranked.flatMap((one) => withArticle(one, passageView));
    const citations = found.citations.flatMap((one) => withArticle(one, citationView));
    const isCurrent =
      passages.length === ranked.length && citations.length === found.citations.length;
    return { passages, citations, isCurrent, answerFrom: site.answerFrom, articles, urlOf };
  }

  return {
    answer,

    /**
     * Looks a question up for a customer, with the articles word by word: what a text to them is made of and
     * checked against. Nothing internal is in it.
     */
    async study(workspaceId: string, question: Question): Promise<Study> {
      const { found, shown } = await lookUp(workspaceId, question, 'customer');
      const answer = answerOf(question, found, shown);
      const named = new Set([...answer.passages, ...answer.citations].map((one) => one.articleId));
      const sources = [...shown.articles.values()]
        .filter(({ id }) => named.has(id))
        .map((article): StudySource => {
          const { id: articleId, version, title, visibility, language, body: text } = article;
          return {
            articleId,
            version,
            title,
            visibility,
            language,
            text,
            url: shown.urlOf(article),
          };
        });
      const { signals, clarify } = found;
      return { answer, signals, clarify, shouldAsk: found.decision === 'ask', sources };
    },

    /** The answer if there is one in time; null when it takes longer or fails, which is logged. */
    async answerSoon(
      workspaceId: string,
      question: Question,
      { audience, withinMs }: { audience: Audience; withinMs: number },
    ): Promise<KnowledgeAnswer | null> {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), withinMs);
      });
      const found = answer(workspaceId, question, { audience }).catch((error: unknown) => {
        deps.log.error({ err: error }, 'a question to the knowledge base failed');
        return null;
      });
      return Promise.race([found, late]).finally(() => clearTimeout(timer));
    },

    /** Answers a question of the desk: its own words, or those of a ticket's customer. Throws `not_found`. */
    async ask(
      workspaceId: string,
      { text, ticketId, audience }: AskKnowledge,
    ): Promise<KnowledgeAnswer> {
      if (ticketId === undefined) return answer(workspaceId, { text }, { audience });
      const asked = await database.inWorkspace(workspaceId, (scope) => findAsked(scope, ticketId));
      if (!asked) throw notFound('ticket');
      const ofTicket = questionOfTicket(asked);
      const question =
        text === '' ? ofTicket : { text, context: [ofTicket.text, ...ofTicket.context] };
      return answer(workspaceId, question, { audience });
    },

    /** Something of a workspace's knowledge changed. */
    touch: (workspaceId: string): void => open.touch(workspaceId),

    close: (): Promise<void> => open.close(),
  };
}

type Shown = Pick<KnowledgeAnswer, 'passages' | 'citations' | 'answerFrom'>;

/** The workspace's own threshold decides: the shipped one is what it began from. */
function answerOf(
  { text }: Question,
  { confidence, signals, decision }: RetrievalResult,
  { passages, citations, answerFrom }: Shown,
): KnowledgeAnswer {
  const mayAnswer = answerFrom !== null && confidence >= answerFrom && citations.length > 0;
  return {
    question: text,
    passages,
    confidence,
    answerFrom,
    parts: confidenceParts(signals, SHIPPED_CONFIDENCE.right.weights),
    decision: decision === 'ask' ? 'ask' : mayAnswer ? 'answer' : 'hand_over',
    answer: citations.map(({ quote }) => quote).join('\n'),
    citations,
  };
}
