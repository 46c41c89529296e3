import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { emailSchema, idSchema } from '../../../contracts/common.ts';
import { AppError } from '../../platform/errors.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import { isOwnOrigin } from '../../platform/http/origin.rules.ts';
import type { Html } from '../../platform/pages/html.ts';
import { readForm } from './forms.ts';
import { pageOf, rootOf, type PageParts } from './layout.ts';
import {
  articlePage,
  askPage,
  conversationPage,
  conversationsPage,
  homePage,
  linkSentPage,
  problemPage,
  searchPage,
  sentPage,
  signInPage,
  usePage,
} from './pages.ts';
import type { PortalService, Site } from './portal.service.ts';
import { readQuestion } from '../questions/index.ts';
import { portalStyles } from './styles.ts';
import { sessionLifetimeMs } from './tokens.rules.ts';

export interface PortalRoutesDeps {
  readonly portal: PortalService;
  readonly publicUrl: string;
  readonly renderMarkdown: (body: string) => string;
  readonly fileUrl: (
    workspaceId: string,
    file: { id: string; name: string; token: string },
  ) => string;
}

const cookieName = 'segue_portal';
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What one address may do: enough for people behind one router, far less than a flood. */
const writing = {
  config: { access: 'public' as const, rateLimit: { max: 20, timeWindow: 600_000 } },
};
const reading = {
  config: { access: 'public' as const, rateLimit: { max: 300, timeWindow: 60_000 } },
};

/** The public site of each workspace, as pages that need no script. */
export function portalRoutes(app: HttpApp, deps: PortalRoutesDeps): void {
  const { portal } = deps;
  type Handler = (visit: Visit) => Promise<Shown>;

  /** Answers with a page, and with a page of the same site when something is wrong. */
  const shown =
    (handle: Handler) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { slug } = slugSchema.parse(request.params);
      const site = await portal.site(slug);
      const email = await portal.whoIs(site, cookieOf(request.headers.cookie));
      const visit: Visit = { request, reply, site, email };
      try {
        if (request.method !== 'GET') refuseForeign(request, deps.publicUrl);
        return await send(visit, await handle(visit));
      } catch (error) {
        if (!(error instanceof AppError) && !(error instanceof z.ZodError)) throw error;
        const missing = error instanceof z.ZodError || error.code === 'not_found';
        const words = missing
          ? {
              title: 'There is no such page',
              detail: 'It may have moved, or the link is incomplete.',
            }
          : { title: 'That did not work', detail: error.message };
        void reply.status(missing ? 404 : 400);
        return send(visit, { title: words.title, body: problemPage(site, words) });
      }
    };
  const get = (path: string, handle: Handler) =>
    app.get(`/help/:slug${path}`, { ...reading, schema: { hide: true } }, shown(handle));
  const post = (path: string, handle: Handler) =>
    app.post(`/help/:slug${path}`, { ...writing, schema: { hide: true } }, shown(handle));

  app.get(
    '/help/:slug/style.css',
    { ...reading, schema: { hide: true } },
    async (request, reply) => {
      const { accentColor } = await portal.site(slugSchema.parse(request.params).slug);
      return reply
        .header('cache-control', 'public, max-age=300')
        .type('text/css')
        .send(portalStyles(accentColor));
    },
  );

  get('/', async ({ site }) => ({ to: rootOf(site) }));

  get('', async ({ site }) => ({
    title: 'Help',
    current: 'home',
    body: homePage(site, await portal.articles(site)),
  }));

  get('/search', async ({ site, request }) => {
    const { q } = z.object({ q: z.string().max(200).catch('') }).parse(request.query);
    const found = await portal.search(site, q);
    return { title: 'Search', current: 'home', body: searchPage(site, q, found) };
  });

  get('/articles/:id', async ({ site, request }) => {
    const article = await portal.article(site, idOf(request));
    const body = articlePage(site, article, deps.renderMarkdown(article.body));
    return { title: article.title, current: 'home', body };
  });

  get('/ask', async ({ site, request, email }) => {
    const query = z.object({ category: z.string().catch('') }).parse(request.query);
    const categories = await portal.categories(site);
    const category = categories.find(({ id }) => id === query.category) ?? null;
    const form = { categories, category, typed: {}, problems: {}, email };
    return { title: 'Ask us', current: 'ask', body: askPage(site, form) };
  });

  post('/ask', async ({ site, request, email, reply }) => {
    const { typed, files } = await readForm(request);
    const categories = await portal.categories(site);
    const category = categories.find(({ id }) => id === typed['category']) ?? null;
    const said = email === null ? typed : { ...typed, email };
    const read = readQuestion(said, category);
    if (!read.ok) {
      void reply.status(400);
      const form = { categories, category, typed, problems: read.problems, email };
      return { title: 'Ask us', current: 'ask', body: askPage(site, form) };
    }
    // Programs fill in every field they see; people do not see this one.
    const asked = typed['website']
      ? { number: 0 }
      : await portal.ask(site, read.question, { category, files, provedEmail: email });
    const body = sentPage(site, { ...asked, email: read.question.email });
    return { title: 'We have it', current: 'ask', body };
  });

  get('/sign-in', async ({ site }) => ({
    title: 'My conversations',
    current: 'conversations',
    body: signInPage(site, null),
  }));

  post('/sign-in', async ({ site, request, reply }) => {
    const address = emailSchema.safeParse((await readForm(request)).typed['email']);
    if (!address.success) {
      void reply.status(400);
      const body = signInPage(site, 'Give an address like name@example.com');
      return { title: 'My conversations', current: 'conversations', body };
    }
    await portal.sendLink(site, address.data);
    const body = linkSentPage(address.data);
    return { title: 'Look into your mail', current: 'conversations', body };
  });

  get('/sign-in/:token', async ({ site, request }) => ({
    title: 'My conversations',
    current: 'conversations',
    body: usePage(portal.peek(site, tokenOf(request))),
  }));

  post('/sign-in/:token', async ({ site, request, reply }) => {
    const cookie = await portal.signIn(site, tokenOf(request));
    if (cookie === null) {
      void reply.status(400);
      return { title: 'My conversations', current: 'conversations', body: usePage(null) };
    }
    void reply.header('set-cookie', cookieHeader(site, cookie, deps.publicUrl));
    return { to: `${rootOf(site)}/conversations` };
  });

  post('/sign-out', async ({ site, request, reply }) => {
    await portal.signOut(site, cookieOf(request.headers.cookie));
    void reply.header('set-cookie', cookieHeader(site, '', deps.publicUrl));
    return { to: rootOf(site) };
  });

  get('/conversations', async ({ site, email }) => {
    if (email === null) return { to: `${rootOf(site)}/sign-in` };
    const body = conversationsPage(site, await portal.conversations(site, email));
    return { title: 'My conversations', current: 'conversations', body };
  });

  const conversation = async (visit: Visit, form: { problem: string | null; text: string }) => {
    const { site, email, request } = visit;
    if (email === null) return { to: `${rootOf(site)}/sign-in` };
    const one = await portal.conversation(site, email, idOf(request));
    const fileUrl = (file: { id: string; name: string; token: string }) =>
      deps.fileUrl(site.workspaceId, file);
    return {
      title: one.subject,
      current: 'conversations' as const,
      body: conversationPage(site, one, { ...form, fileUrl }),
    };
  };
  get('/conversations/:id', (visit) => conversation(visit, { problem: null, text: '' }));

  post('/conversations/:id', async (visit) => {
    const { site, email, request, reply } = visit;
    if (email === null) return { to: `${rootOf(site)}/sign-in` };
    const { typed, files } = await readForm(request);
    const text = (typed['text'] ?? '').trim();
    if (text === '' || text.length > 20_000) {
      void reply.status(400);
      const problem = text === '' ? 'Write what you want to say' : 'It is too long';
      return conversation(visit, { problem, text });
    }
    const ticketId = idOf(request);
    await portal.reply(site, email, { ticketId, text, files });
    return { to: `${rootOf(site)}/conversations/${ticketId}` };
  });
}

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly site: Site;
  readonly email: string | null;
}

type Shown =
  | { readonly to: string }
  | ({ readonly body: Html } & Omit<PageParts, 'site' | 'email'>);

function send({ reply, site, email }: Visit, shown: Shown): FastifyReply {
  if ('to' in shown) return reply.redirect(shown.to, 303);
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'same-origin')
    .type('text/html; charset=utf-8')
    .send(pageOf({ site, email, ...shown }));
}

const slugSchema = z.object({ slug: z.string().max(100) });

function idOf(request: FastifyRequest): string {
  return z.object({ id: idSchema }).parse(request.params).id;
}

function tokenOf(request: FastifyRequest): string {
  return z.object({ token: z.string().max(1_000) }).parse(request.params).token;
}

function refuseForeign({ headers }: FastifyRequest, publicUrl: string): void {
  if (isOwnOrigin(headers, publicUrl)) return;
  throw new AppError('permission_denied', 'Only pages of this site may send this form.');
}

function cookieOf(header: string | undefined): string {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${cookieName}=`));
  return found?.slice(cookieName.length + 1) ?? '';
}

function cookieHeader(site: Site, value: string, publicUrl: string): string {
  const age = value === '' ? 0 : sessionLifetimeMs / 1_000;
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${value}; Path=${rootOf(site)}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}
