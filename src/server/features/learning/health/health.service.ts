import type {
  ArticleAnswers,
  ArticleHealth,
  CorrectArticle,
  KnowledgeHealth,
} from '../../../../contracts/learning.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/errors.ts';
import { listDraftLines } from '../gaps/gaps-list.store.ts';
import { dueOf, harmfulOf, unusedOf } from './health.rules.ts';
import {
  insertCorrections,
  isArticle,
  listAnswers,
  listHealth,
  listUses,
  type HealthRow,
} from './health.store.ts';

/** Customers who are to be told that what they read was wrong. */
export interface Correction {
  readonly ticketIds: readonly string[];
  readonly articleId: string;
  readonly version: number;
  readonly text: string;
  readonly memberId: string;
}

/** Writes the corrections, each of which waits for a person's approval before it goes out. */
export type RequestCorrection = (scope: Scope, correction: Correction) => Promise<void>;

export interface HealthDeps extends Core {
  readonly requestCorrection: RequestCorrection;
}

export type HealthService = ReturnType<typeof createHealthService>;

const dayMs = 86_400_000;
const unusedDays = 90;
const mostAnswers = 200;
const mostShown = 50;

/** How articles did in answers, and setting right what they got wrong. */
export function createHealthService({ database, clock, ids, requestCorrection }: HealthDeps) {
  return {
    /** Articles that harm, that are due for a review, and that nothing uses. */
    overview: (workspaceId: string): Promise<KnowledgeHealth> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const now = clock.now();
        const since = new Date(now.getTime() - unusedDays * dayMs);
        const rows = await listHealth(scope);
        const shown = (some: readonly HealthRow[]) => some.slice(0, mostShown).map(viewOf);
        return {
          harmful: shown(harmfulOf(rows)),
          due: shown(dueOf(rows, now.toISOString().slice(0, 10))),
          unused: shown(unusedOf(rows, since)),
        };
      }),

    /** The answers that used an article, and how each of its versions did. Throws `not_found`. */
    answers: (
      workspaceId: string,
      articleId: string,
      filter: {
        version?: number | undefined;
        since?: number | undefined;
        sent?: boolean | undefined;
      },
    ): Promise<ArticleAnswers> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if (!(await isArticle(scope, articleId))) throw notFound('article');
        const rows = await listAnswers(scope, { articleId, ...filter, most: mostAnswers });
        return {
          versions: await listUses(scope, articleId),
          answers: rows.map(({ id, ticket_id: ticketId, corrected_at: corrected, ...row }) => ({
            decisionId: id,
            ticketId,
            number: row.number,
            subject: row.subject,
            customer: row.customer ?? '',
            version: row.version,
            at: row.at.toISOString(),
            sent: row.sent,
            outcome: row.outcome,
            verdict: row.verdict,
            correctedAt: corrected?.toISOString() ?? null,
            correctionWaits: row.correction_waits,
          })),
          total: rows[0]?.total ?? 0,
          draft: await listDraftLines(scope, articleId),
        };
      }),

    /**
     * Has the customers of some cases told that an article was wrong. Only those who got an answer with it can
     * be told. Throws `not_found`.
     */
    correct: (
      { workspaceId, memberId }: { workspaceId: string; memberId: string },
      articleId: string,
      { version, ticketIds, text }: CorrectArticle,
    ): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const answered = await listAnswers(scope, { articleId, sent: true, most: 10_000 });
        const known = new Set(answered.map((row) => row.ticket_id));
        const wanted = [...new Set(ticketIds)];
        if (!wanted.every((id) => known.has(id))) throw notFound('answer with this article');
        await requestCorrection(scope, { ticketIds: wanted, articleId, version, text, memberId });
        const shared = { articleId, version, text, memberId, at: clock.now() };
        await insertCorrections(
          scope,
          wanted.map((ticketId) => ({ id: ids.next(), ticketId, ...shared })),
        );
        scope.record({ type: 'learning.changed', workspaceId });
      }),
  };
}

function viewOf({ id, title, answers, good, bad, ...row }: HealthRow): ArticleHealth {
  const lastUsedAt = row.last_used_at?.toISOString() ?? null;
  return { id, title, answers, good, bad, reviewOn: row.review_on, lastUsedAt };
}
