import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchResults } from '../../src/contracts/search.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openChat, openMail } from '../support/journeys.ts';

let app: TestApp;
let ana: Api;
let workspaceId: string;
let chat: Awaited<ReturnType<typeof openChat>>;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set(['http']) } });
  ana = await app.as('ana');
  workspaceId = (await app.demo()).id;
  chat = await openChat(app, workspaceId, {
    name: 'Zoë Müller',
    email: 'zoe.mueller@brightharbour.test',
    topic: 'The teapot arrived cracked',
  });
  await say(chat.conversationId, 'Refunds take how long? Order AX-4471, paid by invoice.');
  await openMail(app, workspaceId, 'kim@example.test');
  await app.services.search.index(workspaceId);
});

afterAll(() => app.stop());

/** Without a worker, what is said waits until it is put into the search. */
const say = (conversationId: string, text: string, channel: 'messaging' | 'note' = 'messaging') =>
  app.database.inWorkspace(workspaceId, (scope) =>
    app.services.conversations.append(scope, {
      conversationId,
      clientId: null,
      channel,
      author: { kind: 'agent', id: null },
      text,
    }),
  );
const sayAndIndex = async (...said: Parameters<typeof say>) => {
  await say(...said);
  await app.services.search.index(workspaceId);
};
const search = async (q: string, api = ana): Promise<SearchResults> => {
  const { status, body } = await api.get(`/api/search?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  return body;
};
const found = async (q: string) => (await search(q)).tickets.map(({ ticket }) => ticket.id);
const marked = (pieces: { text: string; hit: boolean }[] = []) =>
  pieces.filter((piece) => piece.hit).map((piece) => piece.text);

describe('a search', () => {
  it.each([
    'teapot',
    'cracked teapot',
    'teap',
    'muller',
    'MÜLLER teapot',
    'zoe.mueller@brightharbour.test',
    'zoe.mueller@bright',
    'brightharbour',
    'refund',
    'refunded',
    'ax-4471',
    '4471',
    '"refunds take"',
    'refund teapot muller',
    '"paid by invoice" teapot',
    'refunds "order ax-4471" mul',
    'teapot "refunds take" from:zoe.mueller@ status:new',
    'is:live teapot',
    'from:zoe.mueller@',
    'from:Zoë status:new',
    'teapot channel:chat is:unassigned',
  ])('for %s finds the chat', async (q) => {
    expect(await found(q)).toEqual([chat.ticketId]);
  });

  it.each([
    'teapot kettle',
    '"take refunds"',
    '"refunds long"',
    'status:solved teapot',
    'from:kim@ teapot',
    'xyzzy',
  ])('for %s does not', async (q) => expect(await found(q)).toEqual([]));

  it('finds the number, whatever else has these digits', async () => {
    const { number } = (await ana.get(`/api/tickets/${chat.ticketId}`)).body;
    expect(await found(`#${number}`)).toEqual([chat.ticketId]);
    expect((await found(String(number)))[0]).toBe(chat.ticketId);
    expect(await found('#999999999')).toEqual([]);
  });

  it('marks what it found, in subject, customer and message', async () => {
    const { tickets } = await search('teapot refund mull');
    expect(marked(tickets[0]?.subject)).toEqual(['teapot']);
    expect(marked(tickets[0]?.customer)).toEqual(['Müller']);
    expect(marked(tickets[0]?.excerpt?.text)).toEqual(['Refunds']);
    expect(tickets[0]?.excerpt?.author).toBe('agent');
  });

  it('tells where else the words stand: category, tags, the address behind a name', async () => {
    const { category } = (await ana.get(`/api/tickets/${chat.ticketId}`)).body;
    const tagged = await changeTicket(ana, chat.ticketId, { tags: ['fragile-goods'] });
    expect(tagged.status).toBe(200);
    const also = async (q: string) =>
      (await search(q)).tickets[0]?.also.map((text) => text.map((piece) => piece.text).join(''));
    expect(await also('goods')).toEqual(['fragile-goods']);
    expect(await also('brighthar')).toEqual(['zoe.mueller@brightharbour.test']);
    expect(await also('teapot')).toEqual([]);
    await changeTicket(ana, chat.ticketId, { tags: [], category });
  });

  it('finds notes, and never answers with html', async () => {
    await sayAndIndex(
      chat.conversationId,
      '<img src=x onerror=alert(1)> mentions porcelain',
      'note',
    );
    const [hit] = (await search('porcelain')).tickets;
    expect(hit?.excerpt?.author).toBe('note');
    expect(hit?.excerpt?.text).toContainEqual({ text: 'porcelain', hit: true });
  });

  it('finds customers', async () => {
    const { customers } = await search('brighth');
    expect(customers).toMatchObject([{ id: chat.customerId, name: 'Zoë Müller', tickets: 1 }]);
  });

  it('follows changes of subject, name, tags and their names', async () => {
    const { ticketId } = await openMail(app, workspaceId, 'changing@example.test');
    const read = async () => (await ana.get(`/api/tickets/${ticketId}`)).body;
    const change = (changes: object) => changeTicket(ana, ticketId, changes);
    await change({ subject: 'Samovar', tags: ['brassware'] });
    expect(await found('samovar brassware')).toEqual([ticketId]);
    const clara = await app.as('clara');
    const { tags } = (await clara.get('/api/tags')).body;
    const tag = tags.find((one: { name: string }) => one.name === 'brassware');
    await clara.patch(`/api/tags/${tag.id}`, { name: 'copperware' });
    expect(await found('tag:copperware')).toEqual([ticketId]);
    expect(await found('samovar copperware')).toEqual([ticketId]);
    expect(await found('brassware')).toEqual([]);
    const customer = (await read()).customer.id;
    await ana.patch(`/api/customers/${customer}`, {
      name: 'Quillon Ferrante',
      phone: '+49 30 9988',
    });
    expect(await found('quillon samovar')).toEqual([ticketId]);
    expect((await search('49309988')).customers).toMatchObject([{ id: customer }]);
  });

  it('corrects what is found nowhere', async () => {
    const results = await search('taepot');
    expect(results.corrected).toBe('teapot');
    expect(results.tickets.map(({ ticket }) => ticket.id)).toEqual([chat.ticketId]);
    expect((await search('brigthharbour')).corrected).toBe('brightharbour');
  });

  it('reads what has been said since the last time, each message once', async () => {
    await say(chat.conversationId, 'The gasket is perished');
    expect(await found('gasket')).toEqual([]);
    await Promise.all([1, 2, 3].map(() => app.services.search.index(workspaceId)));
    await sayAndIndex(chat.conversationId, 'A gasket, again');
    expect(await found('gasket')).toEqual([chat.ticketId]);
    expect(await found('"gasket is perished"')).toEqual([chat.ticketId]);
    const { rows } = await sql<{ said: string }>`select ts_filter(said, '{d}')::text as said
      from ticket_search where ticket_id = ${chat.ticketId}`.execute(app.database.owner);
    expect(/'gasket':([\d,]+)/.exec(rows[0]?.said ?? '')?.[1]?.split(',')).toHaveLength(2);
  });

  it('takes a changed message as it stands now', async () => {
    await sayAndIndex(chat.conversationId, 'My number is 5105105105105100');
    expect(await found('5105105105105100')).toEqual([chat.ticketId]);
    await say(chat.conversationId, 'Sorry for the secret');
    await sql`update messages set body = 'My number is removed' where body like '%5105105105105100%'`.execute(
      app.database.owner,
    );
    await app.services.search.index(workspaceId);
    expect(await found('5105105105105100')).toEqual([]);
    expect(await found('secret "number is removed"')).toEqual([chat.ticketId]);
  });

  it('pages', async () => {
    const ids = new Set<string>();
    for (const offset of [0, 1, 2]) {
      const { body } = await ana.get(`/api/search?q=invoice&limit=1&offset=${offset}`);
      for (const { ticket } of body.tickets) ids.add(ticket.id);
    }
    expect(ids.size).toBeGreaterThan(1);
  });

  it('explains a filter it does not know', async () => {
    expect((await search('is:purple')).hints).toHaveLength(1);
  });

  it.each([
    'x'.repeat(10_000),
    'word '.repeat(2_000),
    `'" ' OR 1=1 --`,
    '%',
    '_',
    '\\',
    '\u0000teapot',
    '\u202eteapot\u202c',
    'مرحبا بالعالم',
    '😀 😀',
    '__proto__ constructor',
    'tag:__proto__',
    'from:%',
    'category:"',
    '& | ! ( ) : * <->',
    'a:* & b',
    'status:open status:',
    '#',
    '"',
    '""',
    '   ',
  ])('takes hostile input number %#', async (q) => {
    const { status } = await ana.get(`/api/search?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    const list = await ana.get(`/api/tickets?search=${encodeURIComponent(q.slice(0, 200))}`);
    expect(list.status).toBe(200);
  });

  it('is for signed-in people', async () => {
    expect((await fetch(new URL('/api/search?q=a', app.url))).status).toBe(401);
  });
});

describe('the functions that search as the owner', () => {
  it('see the workspace that is set and no other', async () => {
    const member = new pg.Client({ ...app.connection, options: '-c role=segue_app' });
    await member.connect();
    const count = async (name: string) => {
      const pairs = name === 'search_tickets' ? 'null, ' : '';
      const found = `${name}(array[search_term('teapot', false)], ${pairs}10)`;
      return (await member.query(`select count(*)::int as seen from ${found}`)).rows[0].seen;
    };
    try {
      expect(await count('search_tickets')).toBe(0);
      await member.query(`select set_config('segue.workspace_id', $1, false)`, [
        crypto.randomUUID(),
      ]);
      expect(await count('search_tickets')).toBe(0);
      expect(await count('search_ticket_heads')).toBe(0);
      expect((await member.query(`select * from search_similar('teapot', 5)`)).rows).toEqual([]);
      await member.query(`select set_config('segue.workspace_id', $1, false)`, [workspaceId]);
      expect(await count('search_tickets')).toBe(1);
    } finally {
      await member.end();
    }
  });
});
