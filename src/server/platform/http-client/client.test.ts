import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAddressGuard } from './addresses.ts';
import { createHttpClient, RefusedAddress } from './client.ts';

let server: Server;
let port: number;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url}`);
    if (request.url === '/inwards') {
      response.writeHead(302, { location: `http://169.254.169.254:${port}/` }).end();
    } else if (request.url === '/large') response.end('x'.repeat(5_000));
    else if (request.url === '/silent') return;
    else if (request.url === '/moved') response.writeHead(307, { location: '/here' }).end();
    else response.end(`${request.method} it`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** A client for which every name is this machine, and only `hook.test` may be reached. */
const client = (more: { timeoutMs?: number; maxBytes?: number } = {}) =>
  createHttpClient({
    allowedHosts: ['hook.test'],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ...more,
  });
const get = (host: string, path = '/', redirects = 0) =>
  client().send({ url: `http://${host}:${port}${path}`, method: 'GET', redirects });

describe('addresses', () => {
  const { isPublic } = createAddressGuard();
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    'no address',
  ])('%s is internal', (address) => expect(isPublic(address)).toBe(false));

  it.each(['1.1.1.1', '93.184.216.34', '2606:4700::1111'])('%s is public', (address) =>
    expect(isPublic(address)).toBe(true),
  );
});

describe('the client', () => {
  it('reaches a name that is allowed', async () => {
    const { status, body } = await get('hook.test');
    expect({ status, body: body.toString() }).toEqual({ status: 200, body: 'GET it' });
  });

  it('refuses a name that resolves inwards, before it connects', async () => {
    const before = asked.length;
    await expect(get('evil.test')).rejects.toThrow(RefusedAddress);
    expect(asked).toHaveLength(before);
  });

  it.each(['http://127.0.0.1/', 'http://[::1]/', 'http://0x7f.1/', 'http://2130706433/'])(
    'refuses the address %s as it is written',
    async (url) => {
      await expect(client().send({ url, method: 'GET' })).rejects.toThrow(RefusedAddress);
    },
  );

  it.each([
    'file:///etc/passwd',
    'http://user:secret@hook.test/',
    'no address',
    'http://localhost/',
  ])('refuses %s', (url) => expect(client().refusalOf(url)).not.toBeNull());

  it('follows a redirect within bounds and refuses one inwards', async () => {
    expect((await get('hook.test', '/moved', 1)).url).toMatch(/\/here$/);
    expect((await get('hook.test', '/moved')).status).toBe(307);
    await expect(get('hook.test', '/inwards', 3)).rejects.toThrow(RefusedAddress);
  });

  it('checks every time what a name is, so that it cannot be another address later', async () => {
    const answers = ['127.0.0.1', '10.0.0.1'];
    const rebinding = createHttpClient({
      allowedHosts: ['127.0.0.1'],
      resolve: async () => [{ address: answers.shift() ?? '10.0.0.1', family: 4 }],
    });
    const url = `http://rebind.test:${port}/`;
    expect((await rebinding.send({ url, method: 'GET' })).status).toBe(200);
    await expect(rebinding.send({ url, method: 'GET' })).rejects.toThrow(RefusedAddress);
  });

  it('ends an answer that is too large or too late', async () => {
    const url = `http://hook.test:${port}`;
    await expect(
      client({ maxBytes: 1_000 }).send({ url: `${url}/large`, method: 'GET' }),
    ).rejects.toThrow(/larger/);
    await expect(
      client({ timeoutMs: 50 }).send({ url: `${url}/silent`, method: 'GET' }),
    ).rejects.toThrow(/abort|timeout/i);
  });
});
