import type { Gaps, GapState } from '../../../../contracts/learning.ts';
import type { KnowledgeAnswer } from '../../../../contracts/answers.ts';
import type { CreateArticle } from '../../../../contracts/knowledge.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { draftArticle } from './draft.rules.ts';
import { countGaps, listAsked, listGapCases, listGaps, listSolved } from './gaps-list.store.ts';
import {
  closeOfPublished,
  findLikest,
  findSuspect,
  insertGap,
  insertGapCase,
  lockGap,
  lockGaps,
  saveKind,
  saveNearest,
  updateGap,
} from './gaps.store.ts';
import { gapView } from './gaps.view.ts';
import {
  gapWith,
  likestGap,
  wordsOfQuestion,
  type GapWords,
  type WordCounts,
} from './likest-gap.rules.ts';
import { gapShownBy, titleOf } from './suspect.rules.ts';
import { titleOfGap } from './title.rules.ts';

export interface GapDeps extends Core {
  /** What the articles say to a question of a customer; null when it took too long. */
  readonly ask: (workspaceId: string, text: string) => Promise<KnowledgeAnswer | null>;
  /** Writes a draft as a member. */
  readonly createArticle: (
    author: { workspaceId: string; memberId: string },
    article: CreateArticle,
  ) => Promise<{ id: string }>;
}

export type GapService = ReturnType<typeof createGapService>;

/** An agent's answer shows a gap where the articles are less sure than this. */
const knownFrom = 0.5;
const pageSize = 25;
const examples = 3;
const draftedFrom = 12;
/** Of so many cases the one nearest to the middle gives a gap its name. */
const namedFrom = 50;
/** Fewer telling words say too little to belong anywhere. */
const leastWords = 2;

type Nearest = { articleId: string; score: number };

/** What the articles do not answer: gathered case by case, turned into drafts by people. */
export function createGapService(deps: GapDeps) {
  const { database, clock, ids } = deps;

  /** The article nearest to a question that no turn of the assistant looked up; null where one answers it. */
  async function nearestUnanswered(workspaceId: string, question: string) {
    const found = await deps.ask(workspaceId, question);
    if (found === null || found.confidence >= knownFrom) return null;
    const [best] = found.passages;
    return { nearest: best ? { articleId: best.articleId, score: found.confidence } : null };
  }

  async function place(
    scope: Scope,
    ticketId: string,
    shown: NonNullable<ReturnType<typeof gapShownBy>>,
    { nearest, at, subject }: { nearest: Nearest | null; at: Date; subject: string },
  ): Promise<void> {
    const words = wordsOfQuestion(shown.question);
    if (words.length < leastWords) return;
    await lockGaps(scope);
    if ((await findSuspect(scope, ticketId))?.known) return;
    const { gaps, everywhere } = await findLikest(scope, words);
    const known = likestGap(words, gaps, everywhere)?.gap;
    const gapId = known?.id ?? ids.next();
    if (known === undefined)
      await insertGap(scope, { id: gapId, title: titleOf(subject, shown.question), at });
    await insertGapCase(scope, { gapId, ticketId, ...shown, at, words });
    if (nearest) await saveNearest(scope, gapId, nearest);
    if (known !== undefined) await rename(scope, gapWith(known, words), everywhere);
    if (known === undefined) changed(scope);
  }

  /** Calls an open gap what the case nearest to its middle is called; a draft keeps the name it was written under. */
  async function rename(scope: Scope, gap: GapWords, everywhere: WordCounts): Promise<void> {
    const { state, title } = (await lockGap(scope, gap.id)) ?? {};
    const better = titleOfGap(await listAsked(scope, gap.id, namedFrom), gap, everywhere);
    if (state !== 'open' || better === null || better === title) return;
    await updateGap(scope, gap.id, { title: better }, clock.now());
    changed(scope);
  }

  async function settle(
    workspaceId: string,
    id: string,
    change: { from: readonly GapState[]; to: GapState },
  ): Promise<void> {
    await database.inWorkspace(workspaceId, async (scope) => {
      const gap = await lockGap(scope, id);
      if (!gap) throw notFound('gap');
      if (!change.from.includes(gap.state)) return;
      await updateGap(scope, id, { state: change.to }, clock.now());
      changed(scope);
    });
  }

  return {
    /** Puts a case into the gap it shows, if it shows one and is in none. */
    async gather(workspaceId: string, ticketId: string): Promise<void> {
      const suspect = await database.inWorkspace(workspaceId, (scope) =>
        findSuspect(scope, ticketId),
      );
      const shown = suspect && gapShownBy(suspect);
      if (!shown) return;
      if (suspect.known !== null) {
        if (suspect.known === 'unanswered' && shown.kind === 'not_helped')
          await database.inWorkspace(workspaceId, (scope) =>
            saveKind(scope, ticketId, 'not_helped'),
          );
        return;
      }
      const looked =
        shown.kind === 'agent_solved'
          ? await nearestUnanswered(workspaceId, shown.question)
          : { nearest: suspect.nearest };
      if (looked === null) return;
      const at = suspect.at ?? suspect.createdAt;
      await database.inWorkspace(workspaceId, (scope) =>
        place(scope, ticketId, shown, { ...looked, at, subject: suspect.subject }),
      );
    },

    /** An article is different: the gap it was drafted for is closed once it is published. */
    close: (workspaceId: string, articleId: string): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if (await closeOfPublished(scope, articleId, clock.now())) changed(scope);
      }),

    list: (
      workspaceId: string,
      { state, page }: { state: GapState; page: number },
    ): Promise<Gaps> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const from = (page - 1) * pageSize;
        const rows = await listGaps(scope, { state, from, most: pageSize });
        const cases = await listGapCases(
          scope,
          rows.map(({ id }) => id),
          examples,
        );
        const totals = { open: 0, drafted: 0, closed: 0, dismissed: 0 };
        for (const { state: one, count } of await countGaps(scope)) totals[one] = count;
        return {
          gaps: rows.map((row) => gapView(row, cases)),
          totals,
          pages: Math.max(1, Math.ceil(totals[state] / pageSize)),
        };
      }),

    /** Writes a draft from what agents answered. Throws `gap_unsolved` where none has solved such a case. */
    async draft(
      author: { workspaceId: string; memberId: string },
      id: string,
    ): Promise<{ articleId: string }> {
      const { workspaceId } = author;
      const { gap, solved } = await database.inWorkspace(workspaceId, async (scope) => ({
        gap: await lockGap(scope, id),
        solved: await listSolved(scope, id, draftedFrom),
      }));
      if (!gap) throw notFound('gap');
      if (gap.state === 'drafted' && gap.article_id !== null) return { articleId: gap.article_id };
      const draft = draftArticle(
        gap.title,
        solved.map(({ ticket_id: ticketId, ...rest }) => ({ ticketId, ...rest })),
      );
      if (draft === null)
        throw new AppError(
          'gap_unsolved',
          'Write the article by hand, or wait for an agent to solve one.',
        );
      const article = await deps.createArticle(author, draft.article);
      await database.inWorkspace(workspaceId, async (scope) => {
        await updateGap(
          scope,
          id,
          { state: 'drafted', articleId: article.id, draftLines: draft.lines },
          clock.now(),
        );
        changed(scope);
      });
      return { articleId: article.id };
    },

    /** Nobody wants an article on it; cases like it go on joining it, out of sight. */
    dismiss: (workspaceId: string, id: string) =>
      settle(workspaceId, id, { from: ['open', 'drafted'], to: 'dismissed' }),

    reopen: (workspaceId: string, id: string) =>
      settle(workspaceId, id, { from: ['dismissed', 'drafted', 'closed'], to: 'open' }),
  };
}

function changed(scope: Scope): void {
  scope.record({ type: 'learning.changed', workspaceId: scope.workspaceId });
}
