import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { HttpApp } from '../../../platform/http/app.ts';
import { formPageLimit, sendFormPage, withForms } from '../../../platform/http/form-pages.ts';
import type { FeedbackPage, FeedbackService } from './feedback.service.ts';
import type { FeedbackLinks, FeedbackPlace } from './links.ts';
import { feedbackPage, lostFeedbackPage } from './page.view.ts';

const paramsSchema = z.object({ token: z.string().max(400) });
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
  const config = { access: 'public' as const, rateLimit: formPageLimit };
  await withForms(app, (own) => {
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
        if (place === null) return sendFormPage(reply, lost);
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
    if (place === null || page === null) return sendFormPage(reply, lost);
    const accentColor = await accentColorOf(place.workspaceId);
    const { verdict } = place;
    return sendFormPage(reply, {
      status: 200,
      html: feedbackPage(page, { verdict, accentColor }),
    });
  }
}

const lost = { status: 404, html: lostFeedbackPage() };
