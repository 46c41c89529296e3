import type {
  Figures,
  FiguresQuery,
  Sample,
  SampleVerdict,
} from '../../../../contracts/learning.ts';
import type { Core } from '../../../platform/core.ts';
import { notFound } from '../../../platform/errors.ts';
import { saveFacts } from '../facts/facts.store.ts';
import { estimate } from '../proposals/curve.rules.ts';
import { csvOf, sumDays } from './figures.rules.ts';
import {
  countCalibration,
  countDays,
  countJudged,
  countReasons,
  measureResponse,
  type FigureFilter,
} from './figures.store.ts';
import { drawSamples, findAnswer, saveJudgement } from './samples.store.ts';

export type FigureService = ReturnType<typeof createFigureService>;

const dayMs = 86_400_000;
const shownDays = 30;
const drawn = 10;

/** How good the assistant was, and answers drawn by lot for people to judge. */
export function createFigureService({ database, clock }: Pick<Core, 'database' | 'clock'>) {
  function filterOf({
    from,
    to,
    category,
  }: FiguresQuery): FigureFilter & { days: [string, string] } {
    const last = to ?? clock.now().toISOString().slice(0, 10);
    const until = new Date(new Date(`${last}T00:00:00.000Z`).getTime() + dayMs);
    const first = from ?? new Date(until.getTime() - shownDays * dayMs).toISOString().slice(0, 10);
    return {
      from: new Date(`${first}T00:00:00.000Z`),
      until,
      ...(category !== undefined && { category: category === '-' ? null : category }),
      days: [first, last],
    };
  }

  return {
    /** Of the last thirty days, unless a period is named. */
    get: (workspaceId: string, query: FiguresQuery): Promise<Figures> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const filter = filterOf(query);
        const [from, to] = filter.days;
        const response = await measureResponse(scope, filter);
        const { right, partly, wrong } = await countJudged(scope, filter);
        return {
          from,
          to,
          ...sumDays(await countDays(scope, filter)),
          response: { cases: response.cases, p50Ms: response.p50, p95Ms: response.p95 },
          bySample: { ...estimate(right, right + partly + wrong), partly },
          reasons: await countReasons(scope, filter),
          calibration: (await countCalibration(scope, filter)).map(({ step, ...rest }) => ({
            from: step / 10,
            to: (step + 1) / 10,
            ...rest,
          })),
        };
      }),

    /** The same period as a table, a line for each day of a category. */
    csv: (workspaceId: string, query: FiguresQuery): Promise<string> =>
      database.inWorkspace(workspaceId, async (scope) =>
        csvOf(await countDays(scope, filterOf(query))),
      ),

    /** Up to ten answers nobody has judged. */
    samples: (
      workspaceId: string,
      query: FiguresQuery,
    ): Promise<{ samples: Sample[]; judged: number }> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const filter = filterOf(query);
        const { right, partly, wrong } = await countJudged(scope, filter);
        const samples = (await drawSamples(scope, filter, drawn)).map(
          ({ id: decisionId, ticket_id: ticketId, at, ...rest }) => ({
            decisionId,
            ticketId,
            at: at.toISOString(),
            ...rest,
          }),
        );
        return { samples, judged: right + partly + wrong };
      }),

    /** Keeps what a person says of an answer. Throws `not_found`. */
    judge: (
      { workspaceId, memberId }: { workspaceId: string; memberId: string },
      decisionId: string,
      judged: { verdict: SampleVerdict; note: string },
    ): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const ticketId = await findAnswer(scope, decisionId);
        if (ticketId === undefined) throw notFound('answer');
        await saveJudgement(scope, { decisionId, ...judged, memberId, at: clock.now() });
        await saveFacts(scope, [ticketId]);
        scope.record({ type: 'learning.changed', workspaceId });
      }),
  };
}
