import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { HttpApp } from '../../platform/http/app.ts';
import type { PageAnswer, SurveyPages } from './page.service.ts';

const paramsSchema = z.object({ token: z.string().max(400) });
const querySchema = z.object({
  /** Marks an answer; nonsense marks none. */
  score: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
});

/** Of one address: more than a household needs, far less than guessing would. */
const pageLimit = { max: 60, timeWindow: '1 minute' };
const longestForm = 20_000;

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The public pages of surveys, for whoever has the link. Forms are understood here and nowhere else. */
export async function surveyPages(app: HttpApp, pages: SurveyPages): Promise<void> {
  await app.register(async (own: HttpApp) => {
    own.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longestForm },
      (_request, body, done) => done(null, String(body)),
    );
    own.get(
      '/survey/:token',
      {
        config: { access: 'public', rateLimit: pageLimit },
        schema: { hide: true, params: paramsSchema, querystring: querySchema },
      },
      async (request, reply) =>
        send(reply, await pages.show(request.params.token, request.query.score ?? null)),
    );
    own.post(
      '/survey/:token',
      {
        config: { access: 'public', rateLimit: pageLimit },
        schema: { hide: true, params: paramsSchema, body: z.string() },
      },
      async (request, reply) => {
        const { token } = request.params;
        const answer = await pages.vote(token, new URLSearchParams(request.body));
        // Read anew by GET, so that reloading the page sends nothing again.
        if (answer.html === null) return reply.redirect(`/survey/${token}`, 303);
        return send(reply, answer);
      },
    );
  });
}

function send(reply: FastifyReply, answer: PageAnswer): FastifyReply {
  return reply
    .status(answer.status)
    .headers({
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .send(answer.html);
}
