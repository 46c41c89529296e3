import { z } from 'zod';
import type { HttpApp } from '../../platform/http/app.ts';
import { formPageLimit, sendFormPage, withForms } from '../../platform/http/form-pages.ts';
import type { SurveyPages } from './page.service.ts';

const paramsSchema = z.object({ token: z.string().max(400) });
const querySchema = z.object({
  /** Marks an answer; nonsense marks none. */
  score: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
});

/** The public pages of surveys, for whoever has the link. */
export async function surveyPages(app: HttpApp, pages: SurveyPages): Promise<void> {
  await withForms(app, (own) => {
    own.get(
      '/survey/:token',
      {
        config: { access: 'public', rateLimit: formPageLimit },
        schema: { hide: true, params: paramsSchema, querystring: querySchema },
      },
      async (request, reply) =>
        sendFormPage(reply, await pages.show(request.params.token, request.query.score ?? null)),
    );
    own.post(
      '/survey/:token',
      {
        config: { access: 'public', rateLimit: formPageLimit },
        schema: { hide: true, params: paramsSchema, body: z.string() },
      },
      async (request, reply) => {
        const { token } = request.params;
        const answer = await pages.vote(token, new URLSearchParams(request.body));
        // Read anew by GET, so that reloading the page sends nothing again.
        if (answer.html === null) return reply.redirect(`/survey/${token}`, 303);
        return sendFormPage(reply, answer);
      },
    );
  });
}
