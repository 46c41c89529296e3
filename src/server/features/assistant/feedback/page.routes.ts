import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { FeedbackPage, FeedbackService } from './feedback.service.ts';
import type { FeedbackLinks, FeedbackPlace } from './links.ts';
import { feedbackPage, lostFeedbackPage } from './page.view.ts';

const paramsSchema = z.object({ token: z.string().max(400) });
/** Of one address: more than a household needs, far less than guessing would. */
const pageLimit = { max: 60, timeWindow: '1 minute' };
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface FeedbackPages {
  readonly feedback: FeedbackService;
  readonly links: FeedbackLinks;
  readonly accentColorOf: (workspaceId: string) => Promise<string>;
}

/** The public pages behind the links of the assistant's mails. A GET only shows; a POST decides. */
export async function feedbackPages(
  app: HttpApp,
  { feedback, links, accentColorOf }: FeedbackPages,
): Promise<void> {
  const config = { access: 'public' as const, rateLimit: pageLimit };
  await app.register(async (own: HttpApp) => {
    own.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1_000 },
      (_request, _body, done) => done(null, null),
    );
    own.get(
      '/answer/:token',
      { config, schema: { hide: true, params: paramsSchema } },
      (request, reply) => answer(reply, request.params.token, feedback.show),
    );
    own.post(
      '/answer/:token',
      { config, schema: { hide: true, params: paramsSchema } },
      async (request, reply) => {
        const place = links.read(request.params.token);
        if (place === null) return send(reply, 404, lostFeedbackPage());
        await feedback.take(place);
        // Read anew by GET, so that reloading the page sends nothing again.
        return reply.redirect(`/answer/${request.params.token}`, 303);
      },
    );
  });

  async function answer(
    reply: FastifyReply,
    token: string,
    read: (place: FeedbackPlace) => Promise<FeedbackPage | null>,
  ): Promise<FastifyReply> {
    const place = links.read(token);
    const page = place === null ? null : await read(place);
    if (place === null || page === null) return send(reply, 404, lostFeedbackPage());
    const accentColor = await accentColorOf(place.workspaceId);
    return send(reply, 200, feedbackPage(page, { verdict: place.verdict, accentColor }));
  }
}

function send(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .status(status)
    .headers({
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .send(html);
}
