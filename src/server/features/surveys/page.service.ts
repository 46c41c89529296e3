import { surveyAnswerSchema } from '../../../contracts/surveys.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import type { SurveyLinks, SurveyPlace } from './links.ts';
import { lostSurveyPage, surveyPage } from './page.rules.ts';
import { accessOf } from './surveys.rules.ts';
import type { SurveyService } from './surveys.service.ts';
import { findSurvey, type SurveyRow } from './surveys.store.ts';
import { answerOf, openOf } from './surveys.view.ts';

export interface SurveyPageDeps extends Pick<Core, 'database' | 'clock'> {
  readonly links: SurveyLinks;
  readonly surveys: Pick<SurveyService, 'take'>;
  readonly settingsOf: (scope: Scope) => Promise<Pick<WorkspaceSettings, 'accentColor'>>;
  readonly findWorkspace: (scope: Scope) => Promise<{ name: string }>;
}

/** A page to send, or that the vote counted and the page is to be read anew. */
export type PageAnswer =
  | { readonly status: number; readonly html: string }
  | { readonly status: 303; readonly html: null };

export type SurveyPages = ReturnType<typeof createSurveyPages>;

/** The public pages: reading one never votes. */
export function createSurveyPages(deps: SurveyPageDeps) {
  const { database, links, surveys } = deps;

  return {
    async show(token: string, marked: number | null): Promise<PageAnswer> {
      const place = links.read(token);
      return place === null ? lost : show(place, { marked, problem: null });
    },

    /** Takes a form. What cannot count shows the page again, with the reason. */
    async vote(token: string, form: URLSearchParams): Promise<PageAnswer> {
      const place = links.read(token);
      if (place === null) return lost;
      const answer = surveyAnswerSchema.safeParse({
        score: Number(form.get('score')),
        comment: form.get('comment') ?? '',
        tags: form.getAll('tags').slice(0, 12),
      });
      if (!answer.success) {
        return show(place, { marked: null, problem: 'Choose one of the answers, then send.' }, 400);
      }
      try {
        await database.inWorkspace(place.workspaceId, (scope) =>
          surveys.take(scope, place.surveyId, { answer: answer.data, by: 'mail' }),
        );
        return { status: 303, html: null };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (error.code === 'not_found') return lost;
        const settled = error.code === 'survey_closed';
        return show(place, { marked: null, problem: error.message }, settled ? 409 : 400);
      }
    },
  };

  async function show(
    { workspaceId, surveyId }: SurveyPlace,
    about: { marked: number | null; problem: string | null },
    status = 200,
  ): Promise<PageAnswer> {
    return database.inWorkspace(workspaceId, async (scope) => {
      const row = await findSurvey(scope, surveyId);
      if (!row || row.state === 'due') return lost;
      return { status, html: await htmlOf(scope, row, about) };
    });
  }

  async function htmlOf(
    scope: Scope,
    row: SurveyRow,
    about: { marked: number | null; problem: string | null },
  ): Promise<string> {
    const { name: workspace } = await deps.findWorkspace(scope);
    const { accentColor } = await deps.settingsOf(scope);
    return surveyPage({
      workspace,
      accentColor,
      question: row.question,
      scale: row.scale,
      tagChoices: row.tag_choices,
      answer: answerOf(row),
      access: accessOf(openOf(row), deps.clock.now()),
      ...about,
    });
  }
}

const lost: PageAnswer = { status: 404, html: lostSurveyPage() };
