import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';

let app: TestApp;
let devi: Api;
let workspaceId: string;
let root: string;

beforeAll(async () => {
  app = await startTestApp();
  devi = await app.as('devi');
  workspaceId = (await app.demo()).id;
  root = `/help/${(await devi.get('/api/me')).body.workspace.slug}`;
});

afterAll(() => app.stop());

/** A visitor's browser: keeps cookies, sends forms, follows nothing. */
function visitor(given = '') {
  let cookie = given;
  const take = (response: Response) => {
    const [set] = response.headers.getSetCookie();
    if (set) cookie = set.split(';')[0] ?? '';
  };
  const request = async (
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ) => {
    const response = await fetch(new URL(path, app.url), {
      redirect: 'manual',
      ...init,
      headers: { origin: app.url, cookie, ...init.headers },
    });
    take(response);
    const location = response.headers.get('location');
    return {
      status: response.status,
      text: await response.text(),
      location,
      headers: response.headers,
    };
  };
  return {
    cookie: () => cookie,
    get: (path: string) => request(`${root}${path}`),
    post: (
      path: string,
      fields: Record<string, string | Blob>,
      headers: Record<string, string> = {},
    ) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return request(`${root}${path}`, { method: 'POST', body, headers });
    },
  };
}

const question = {
  name: 'Kim Lee',
  email: 'kim@example.test',
  subject: 'Where is my parcel?',
  text: 'It should have come on <b>Monday</b>.',
};
const ticketsOf = async (search: string) =>
  (await devi.get(`/api/tickets?search=${encodeURIComponent(search)}`)).body.items;
const publish = async (article: object) => {
  const { id } = (await devi.post('/api/knowledge/articles', article)).body;
  await devi.post(`/api/knowledge/articles/${id}/status`, { status: 'published' });
  return id as string;
};
/** The link of the last mail to an address. */
const mailedLink = async (email: string): Promise<string | null> => {
  const { rows } = await app.database.ownerPool.query<{ text_body: string }>(
    'select text_body from outbound_mails where mail_to = $1 order by id desc limit 1',
    [email],
  );
  const url = /\S+\/sign-in\/(\S+)/.exec(rows[0]?.text_body ?? '');
  return url ? `/sign-in/${url[1]}` : null;
};

describe('articles on the portal', () => {
  it('are shown when they are public, published and in effect, and no others', async () => {
    const open = await publish({
      title: 'Return a grinder',
      body: '1. Pack it <script>x</script>',
    });
    const inside = await publish({ title: 'Secret margins', body: 'x', visibility: 'internal' });
    const over = await publish({
      title: 'Summer sale',
      body: 'x',
      effectiveUntil: '2020-01-01T00:00:00Z',
    });
    await devi.post('/api/knowledge/articles', { title: 'Unfinished', body: 'grinder' });
    const kim = visitor();
    const home = (await kim.get('')).text;
    expect(home).toContain('Return a grinder');
    expect(home).not.toMatch(/Secret margins|Summer sale|Unfinished/);
    const page = await kim.get(`/articles/${open}`);
    expect(page.text).toContain('Pack it');
    expect(page.text).not.toContain('<script>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const id of [inside, over, crypto.randomUUID(), 'nonsense'])
      expect((await kim.get(`/articles/${id}`)).status).toBe(404);
    expect((await kim.get('/search?q=pack%20grinder')).text).toContain('Return a grinder');
    expect((await kim.get('/search?q=%25')).text).toContain('Nothing found');
  });

  it('are on no site that does not exist or is switched off', async () => {
    expect((await fetch(new URL('/help/nobody', app.url))).status).toBe(404);
    await devi.patch('/api/settings', { portal: { enabled: false } });
    expect((await visitor().get('')).status).toBe(404);
    await devi.patch('/api/settings', { portal: { enabled: true } });
    expect((await visitor().get('')).status).toBe(200);
  });
});

describe('the form', () => {
  it('opens a ticket with the fields of its category, and its files', async () => {
    const { categories } = (await devi.get('/api/categories')).body;
    const orders = categories.find((one: { name: string }) => one.name === 'Orders');
    const fields = [{ key: 'order', label: 'Order number', kind: 'text', required: true }];
    await devi.put(`/api/categories/${orders.id}`, { ...orders, fields });
    const kim = visitor();
    expect((await kim.get(`/ask?category=${orders.id}`)).text).toContain('Order number');
    const without = await kim.post('/ask', { ...question, category: orders.id });
    expect(without.status).toBe(400);
    expect(without.text).toContain('Order number is needed');
    expect(without.text).toContain('It should have come on &lt;b&gt;Monday&lt;/b&gt;.');
    const sent = await kim.post('/ask', {
      ...question,
      category: orders.id,
      'field.order': '4711',
      files: new File(['a picture'], 'parcel.txt', { type: 'text/plain' }),
    });
    expect(sent.status).toBe(200);
    const [ticket] = await ticketsOf('Where is my parcel?');
    expect(ticket).toMatchObject({ channel: 'portal', category: 'Orders', status: 'new' });
    const opened = (await devi.get(`/api/tickets/${ticket.id}`)).body;
    expect(opened).toMatchObject({ fields: { order: '4711' }, keptIn: null });
    const { entries } = (await devi.get(`/api/tickets/${ticket.id}/timeline`)).body;
    const said = entries.find((one: { kind: string }) => one.kind === 'message').message;
    expect(said.text).toBe('Order number: 4711\n\nIt should have come on <b>Monday</b>.');
    expect(said.attachments).toMatchObject([{ name: 'parcel.txt' }]);
  });

  it('tells people on a page what went wrong, and programs in problem details', async () => {
    const browser = { accept: 'text/html,*/*;q=0.8' };
    const kim = visitor();
    const tooLarge = new File(['x'.repeat(1_000_001)], 'film.bin');
    const refused = await kim.post('/ask', { ...question, files: tooLarge }, browser);
    expect(refused.status).toBe(413);
    expect(refused.text).toMatch(/<h1>The file is too large<\/h1>[^]*still there/);
    expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const path of ['/nowhere', '/help/nobody/ask']) {
      const asked = await fetch(new URL(path, app.url), { headers: browser });
      expect(asked.status).toBe(404);
      expect(await asked.text()).toContain('<h1>Not found</h1>');
    }
    const program = await fetch(new URL('/help/nobody', app.url));
    expect(program.headers.get('content-type')).toContain('problem+json');
    expect((await kim.get('/')).location).toBe(root);
  });

  it('takes nothing from programs and other sites', async () => {
    const robot = await visitor().post('/ask', {
      ...question,
      subject: 'Cheap pills',
      website: 'x',
    });
    expect(robot.status).toBe(200);
    expect(await ticketsOf('Cheap pills')).toEqual([]);
    const foreign = { origin: 'https://evil.test' };
    const forged = { ...question, subject: 'Forged question' };
    expect((await visitor().post('/ask', forged, foreign)).status).toBe(400);
    expect(await ticketsOf('Forged question')).toEqual([]);
  });
});

describe('my conversations', () => {
  const signedIn = async (email: string) => {
    const browser = visitor();
    await browser.post('/sign-in', { email });
    const link = await mailedLink(email);
    if (link) await browser.post(link, {});
    return browser;
  };

  it('are shown after a mailed link that works once and is not used by looking', async () => {
    await visitor().post('/ask', {
      ...question,
      email: 'lee@example.test',
      subject: 'Sour coffee',
    });
    const lee = visitor();
    expect((await lee.get('/conversations')).location).toBe(`${root}/sign-in`);
    await lee.post('/sign-in', { email: 'lee@example.test' });
    const link = (await mailedLink('lee@example.test')) ?? '';
    for (const _look of [1, 2]) expect((await visitor().get(link)).text).toContain('Show them');
    expect((await lee.post(link, {})).location).toBe(`${root}/conversations`);
    expect((await lee.get('/conversations')).text).toContain('Sour coffee');
    const thief = visitor();
    expect((await thief.post(link, {})).status).toBe(400);
    expect((await thief.get('/conversations')).location).toBe(`${root}/sign-in`);
    const copy = visitor(lee.cookie());
    expect((await copy.get('/conversations')).text).toContain('Sour coffee');
    await lee.post('/sign-out', {});
    for (const out of [lee, copy])
      expect((await out.get('/conversations')).location).toBe(`${root}/sign-in`);
  });

  it('close after two days without a visit, and stay open with visits', async () => {
    await visitor().post('/ask', { ...question, email: 'mia@example.test' });
    const mia = await signedIn('mia@example.test');
    const hoursAgo = async (hours: number) => {
      const { rowCount } = await app.database.ownerPool.query(
        `update portal_sign_ins set seen_at = now() - $1 * interval '1 hour' where ended_at is null`,
        [hours],
      );
      expect(rowCount).toBeGreaterThan(0);
    };
    await hoursAgo(47);
    for (const _visit of [1, 2]) expect((await mia.get('/conversations')).status).toBe(200);
    const { rows } = await app.database.ownerPool.query(
      `select count(*)::int as fresh from portal_sign_ins where ended_at is null and seen_at > now() - interval '1 minute'`,
    );
    expect(rows[0].fresh).toBe(1);
    await hoursAgo(49);
    expect((await mia.get('/conversations')).location).toBe(`${root}/sign-in`);
  });

  it('are only one’s own, without notes, and go on by writing', async () => {
    await visitor().post('/ask', {
      ...question,
      email: 'ann@example.test',
      subject: 'Broken mill',
    });
    const [ticket] = await ticketsOf('Broken mill');
    await devi.post(`/api/tickets/${ticket.id}/messages`, {
      clientId: 'note-of-the-desk',
      channel: 'note',
      text: 'do not tell: out of warranty',
    });
    const bob = await signedIn('kim@example.test');
    expect((await bob.get('/conversations')).text).not.toContain('Broken mill');
    expect((await bob.get(`/conversations/${ticket.id}`)).status).toBe(404);
    expect((await bob.post(`/conversations/${ticket.id}`, { text: 'mine now' })).status).toBe(404);
    const ann = await signedIn('ann@example.test');
    const page = (await ann.get(`/conversations/${ticket.id}`)).text;
    expect(page).toContain('It should have come on &lt;b&gt;Monday&lt;/b&gt;.');
    expect(page).not.toContain('out of warranty');
    await changeTicket(devi, ticket.id, { status: 'solved' });
    await ann.post(`/conversations/${ticket.id}`, { text: 'It broke again' });
    expect((await devi.get(`/api/tickets/${ticket.id}`)).body.status).toBe('open');
    expect((await ann.get(`/conversations/${ticket.id}`)).text).toContain('It broke again');
  });

  it('say the same of an address we do not know, and mail it nothing', async () => {
    const known = (await visitor().post('/sign-in', { email: 'kim@example.test' })).text;
    const unknown = (await visitor().post('/sign-in', { email: 'no@example.test' })).text;
    expect(unknown.replaceAll('no@', 'kim@')).toBe(known);
    expect(await mailedLink('no@example.test')).toBeNull();
  });

  it('of a claimed address in a chat stay hidden from its owner', async () => {
    const customers = app.services.customers;
    await app.database.inWorkspace(workspaceId, async (scope) => {
      const id = await customers.ofVisitor(scope, crypto.randomUUID());
      await customers.claim(scope, id, { email: 'kim@example.test' });
    });
    const kim = await signedIn('kim@example.test');
    expect((await kim.get('/conversations')).text).toContain('Where is my parcel?');
  });
});
