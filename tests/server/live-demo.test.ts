import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TicketSummary } from '../../src/contracts/tickets.ts';
import { startApp, type App } from '../../src/server/app.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { createApi, type Api } from '../support/api.ts';
import { testConfig, testSecret } from '../support/config.ts';
import { cloneDatabase, dropDatabase } from '../support/databases.ts';

const server = inject('postgres');
let databaseName: string;
let app: App;
let clara: Api;
let tickets: TicketSummary[];

beforeAll(async () => {
  databaseName = await cloneDatabase(server, 'none');
  app = await start();
  clara = createApi(app.url ?? '');
  await clara.signIn('clara@lowtide.test', 'segue-demo-2026');
  tickets = (await clara.get('/api/tickets?limit=200')).body.items;
});

afterAll(async () => {
  await app.close();
  await dropDatabase(server, databaseName);
});

function start(): Promise<App> {
  return startApp({
    config: { ...testConfig(), seed: 'demo' },
    connection: { ...server.connection, database: databaseName },
    log: createLog('warn'),
    masterSecret: testSecret,
    liveDemo: true,
  });
}

describe('a first start', () => {
  it('finds work in every state', () => {
    expect(tickets.length).toBeGreaterThanOrEqual(14);
    const seen = (key: 'status' | 'workState' | 'sessionState') =>
      new Set(tickets.map((one) => one[key]));
    expect(seen('status')).toEqual(new Set(['new', 'open', 'pending', 'on_hold', 'solved']));
    expect(seen('workState')).toEqual(new Set(['none', 'waiting', 'assigned', 'held']));
    expect(seen('sessionState')).toEqual(new Set([null, 'active', 'ended']));
    expect(tickets.filter((one) => one.sessionState === 'active')).toHaveLength(1);
  });

  it('lies in the last three days, in the order of the numbers', () => {
    const times = tickets
      .toSorted((a, b) => a.number - b.number)
      .map((one) => Date.parse(one.createdAt));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.now());
    expect(Math.min(...times)).toBeGreaterThan(Date.now() - 73 * 3_600_000);
  });

  it('has briefs for ended chats, and decisions that tell why', async () => {
    const ended = tickets.filter((one) => one.sessionState === 'ended');
    expect(ended.length).toBeGreaterThanOrEqual(6);
    for (const { id } of ended) {
      const { brief } = (await clara.get(`/api/tickets/${id}/brief`)).body;
      expect(brief.fields.summary.value).not.toBe('');
      expect(Date.parse(brief.writtenAt)).toBeLessThan(Date.now());
    }
    const taken = ended.find((one) => one.assignee?.name === 'Ben Okafor');
    const { decisions } = (await clara.get(`/api/tickets/${taken?.id}/decisions`)).body;
    expect(decisions.at(-1).winner.name).toBe('Ben Okafor');
  });

  it('joins what belongs together', async () => {
    const angry = tickets.find((one) => one.subject === 'Charged TWICE for 48155');
    expect(angry).toMatchObject({
      awaitingReply: true,
      assignee: { name: 'Ana Ruiz' },
      priority: 'high',
    });
    const again = tickets.find((one) => one.subject.startsWith('I am back earlier'));
    const { previous } = (await clara.get(`/api/tickets/${again?.id}`)).body;
    expect(previous.subject).toMatch(/pause my subscription/);
  });

  it('reads mail from its source: names of other scripts, HTML, pictures kept out', async () => {
    expect(tickets.map((one) => one.customer.name)).toEqual(
      expect.arrayContaining([
        'ليلى حداد',
        'נועה בן־דוד',
        expect.stringMatching(/^Marguerite.*Saint-Exupéry$/),
      ]),
    );
    const beans = tickets.find((one) => one.subject === 'Order 48213: beans instead of ground');
    const { entries } = (await clara.get(`/api/tickets/${beans?.id}/timeline`)).body;
    const { message } = entries.find((entry: { kind: string }) => entry.kind === 'message');
    expect(message.html).toContain('<b>ground for filter</b>');
    expect(message.remoteImages).toBe(1);
  });

  it('leaves nobody at a desk, and nobody over their limit', async () => {
    const { agents } = (await clara.get('/api/agents')).body;
    for (const agent of agents) {
      expect(agent).toMatchObject({ status: 'offline', connected: false });
      expect(agent.capacity.used).toBeLessThanOrEqual(8);
    }
  });

  it('happens once', async () => {
    await app.close();
    app = await start();
    const { rows } = await app.database.ownerPool.query('select count(*)::int as n from tickets');
    expect(rows[0].n).toBe(tickets.length);
  });
});
