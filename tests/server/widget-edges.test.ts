import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { askForToken, openCustomer, type Customer } from '../support/customer.ts';

const story = 'My tent leaks at the seams';
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
let app: TestApp;
let key: string;
let workspaceId: string;
const open: Pick<Customer, 'close'>[] = [];

beforeAll(async () => {
  app = await startTestApp();
  ({ id: workspaceId, widgetKey: key } = await app.demo());
});

afterAll(async () => {
  open.forEach((one) => one.close());
  await app?.stop();
});

async function customer(): Promise<Customer> {
  const one = await openCustomer(app.url, { key });
  open.push(one);
  return one;
}

async function upload(token: string | null, file: Blob, name = 'photo.png') {
  const form = new FormData();
  form.append('file', file, name);
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${app.url}/api/widget/files`, {
    method: 'POST',
    body: form,
    headers,
  });
  return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
}

async function customerOf(conversationId: string): Promise<string> {
  const { rows } = await app.database.ownerPool.query(
    'select customer_id from conversations where id = $1',
    [conversationId],
  );
  return rows[0].customer_id;
}

describe('over HTTP', () => {
  test('any site may read the configuration, without credentials', async () => {
    const answer = await fetch(`${app.url}/api/widget/config?key=${key}`, {
      headers: { origin: 'https://shop.test' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(await answer.json()).toMatchObject({
      customerMayEnd: true,
      open: true,
      askUrl: '/help/lowtide-coffee/ask',
      agentsOnline: false,
      accentColor: '#0f766e',
    });
  });

  test.each(['config', 'visitors', 'files'])('a browser may ask first about %s', async (path) => {
    const answer = await fetch(`${app.url}/api/widget/${path}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.test',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  test('other paths are closed to other sites', async () => {
    const answer = await fetch(`${app.url}/api/welcome`, {
      headers: { origin: 'https://shop.test' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each(['wk_nobody_has_this', 'x', '%00%00%00%00%00%00%00%00', "' or 1=1 -- aaaa"])(
    'no workspace has the key %s',
    async (wrong) => {
      const answer = await fetch(`${app.url}/api/widget/config?key=${wrong}`);
      expect([400, 404]).toContain(answer.status);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    },
  );

  test('a visitor leaves no row until they write', async () => {
    const count = async () =>
      (await app.database.ownerPool.query('select count(*)::int as n from customers')).rows[0].n;
    const before = await count();
    const silent = await customer();
    expect((await silent.read(null)).conversation).toBeNull();
    expect(await count()).toBe(before);
  });

  test('files are taken by what they are, and need a token', async () => {
    const token = await askForToken(app.url, key);
    const blob = (content: Uint8Array<ArrayBuffer>, type: string) => new Blob([content], { type });
    expect((await upload(null, blob(Buffer.from(png), 'image/png'))).body.code).toBe(
      'sign_in_required',
    );
    expect((await upload('v1.x.y.z', blob(Buffer.from(png), 'image/png'))).status).toBe(401);
    expect(
      (await upload(token, blob(Buffer.from('<svg onload=alert(1)>'), 'image/png'))).body.code,
    ).toBe('file_type_refused');
    expect(
      (await upload(token, blob(Buffer.from('<html>'), 'text/html'), 'a.html')).body.code,
    ).toBe('file_type_refused');
    expect(
      (await upload(token, blob(Buffer.from('MZ no pdf'), 'application/pdf'), 'a.pdf')).body.code,
    ).toBe('file_type_refused');
    expect((await upload(token, blob(Buffer.alloc(0), 'image/png'))).status).toBe(400);
    expect(
      (await upload(token, blob(Buffer.alloc(1_200_000, 'a'), 'text/plain'), 'a.txt')).body.code,
    ).toBe('file_too_large');
    const taken = await upload(token, blob(Buffer.from(png), 'image/png'));
    expect(taken).toMatchObject({
      status: 200,
      body: { name: 'photo.png', type: 'image/png', inline: true },
    });
    expect(taken.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('a file goes with the message of whoever uploaded it, once', async () => {
    const [ada, eve] = [await customer(), await customer()];
    const { body: file } = await upload(ada.token, new Blob([png], { type: 'image/png' }));
    await expect(eve.send('mine now', { files: [file.id] })).rejects.toMatchObject({
      problem: { code: 'request_invalid' },
    });
    const { message } = await ada.send('', { files: [file.id] });
    expect(message).toMatchObject({ text: '', attachments: [{ id: file.id, name: 'photo.png' }] });
    const served = await fetch(new URL(message.attachments[0]?.url ?? '', app.url));
    expect(Buffer.from(await served.arrayBuffer())).toEqual(png);
    await expect(ada.send('again', { files: [file.id] })).rejects.toThrow('was sent before');
  });

  test('the demo shop carries the key, and no path leads out of it', async () => {
    const shop = await fetch(`${app.url}/shop/`);
    const page = await shop.text();
    expect(page).toContain(`data-key="${key}"`);
    expect(page).not.toContain('__');
    expect((await fetch(`${app.url}/shop`, { redirect: 'manual' })).headers.get('location')).toBe(
      '/shop/',
    );
    const style = await fetch(`${app.url}/shop/shop.css`);
    expect(style.headers.get('content-type')).toContain('text/css');
    const again = await fetch(`${app.url}/shop/shop.css`, {
      headers: { 'if-none-match': style.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    for (const path of [
      '/shop/..%2f..%2fpanel.tsx',
      '/shop/%2e%2e/loader.ts',
      '/widget/..%2f..%2fpackage.json',
      '/shop/.env',
      '/shop/',
    ]) {
      const answer = await fetch(`${app.url}${path}x`);
      expect(answer.status).toBe(404);
    }
  });
});

describe('identify', () => {
  async function signed(email: string): Promise<string> {
    const { rows } = await app.database.ownerPool.query(
      'select identity_secret from workspaces where id = $1',
      [workspaceId],
    );
    return createHmac('sha256', rows[0].identity_secret).update(email).digest('hex');
  }

  test('a signed address makes a new visitor the customer who has it', async () => {
    const email = 'known@example.org';
    const known = await app.database.inWorkspace(workspaceId, (scope) =>
      app.services.customers.ofSender(scope, { email, name: 'Known Person' }),
    );
    const one = await customer();
    expect(
      await one.call('identify', { email, name: 'Somebody', signature: await signed(email) }),
    ).toEqual({ verified: true });
    await one.send(story);
    expect(await customerOf(one.conversationId())).toBe(known);
    expect((await one.read()).messages[1]?.prompt?.kind).toBe('choice');
    expect((await one.read()).messages[0]?.author.name).toBe('Known Person');
  });

  test('a wrong or foreign signature is refused and proves nothing', async () => {
    const one = await customer();
    const email = 'known@example.org';
    const wrong = [await signed('other@example.org'), 'f'.repeat(64)];
    for (const signature of wrong) {
      expect(await one.ask('identify', { email, signature })).toMatchObject({
        ok: false,
        problem: { code: 'request_invalid' },
      });
    }
    expect(await one.ask('identify', { signature: await signed(email) })).toMatchObject({
      ok: false,
    });
    await one.send(story);
    const { rows } = await app.database.ownerPool.query(
      "select * from customer_identities where customer_id = $1 and kind = 'email'",
      [await customerOf(one.conversationId())],
    );
    expect(rows).toEqual([]);
  });

  test('an unsigned address is a claim, and is not asked again', async () => {
    const one = await customer();
    const answer = await one.call('identify', { email: 'Known@Example.org', name: 'Not Them' });
    expect(answer).toEqual({ verified: false });
    await one.send(story);
    expect((await one.read()).messages[1]?.prompt?.kind).toBe('choice');
    const { rows } = await app.database.ownerPool.query(
      "select value, verified_at from customer_identities where customer_id = $1 and kind = 'email'",
      [await customerOf(one.conversationId())],
    );
    expect(rows).toEqual([{ value: 'known@example.org', verified_at: null }]);
  });

  test('who has written before keeps their own conversations apart', async () => {
    const one = await customer();
    await one.send(story);
    const before = await customerOf(one.conversationId());
    const email = 'known@example.org';
    expect(await one.call('identify', { email, signature: await signed(email) })).toEqual({
      verified: false,
    });
    expect(await customerOf(one.conversationId())).toBe(before);
    const fresh = 'fresh@example.org';
    expect(await one.call('identify', { email: fresh, signature: await signed(fresh) })).toEqual({
      verified: true,
    });
  });
});

// Last, because it uses up what this address may ask for.
test('a flood from one address is refused, in words that any site can read', async () => {
  const ask = () =>
    fetch(`${app.url}/api/widget/visitors`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://shop.test' },
      body: JSON.stringify({ key }),
    });
  const answers = await Promise.all(Array.from({ length: 125 }, ask));
  const refused = answers.find((answer) => answer.status === 429);
  expect(refused?.headers.get('access-control-allow-origin')).toBe('*');
  expect(await refused?.json()).toMatchObject({ code: 'rate_limited', retry: true });
});
