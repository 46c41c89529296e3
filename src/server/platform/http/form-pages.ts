import type { FastifyReply } from 'fastify';
import type { HttpApp } from './app.ts';

/** Of one address: more than a household needs, far less than guessing would. */
export const formPageLimit = { max: 60, timeWindow: '1 minute' };

const longestForm = 20_000;

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Registers public pages with forms; forms are understood there and nowhere else, as text. */
export async function withForms(app: HttpApp, pages: (own: HttpApp) => void): Promise<void> {
  await app.register(async (own: HttpApp) => {
    own.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longestForm },
      (_request, body, done) => done(null, String(body)),
    );
    pages(own);
  });
}

/** Sends such a page: it may show itself and send its form, nothing else, and is kept nowhere. */
export function sendFormPage(
  reply: FastifyReply,
  { status, html }: { readonly status: number; readonly html: string | null },
): FastifyReply {
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
