import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Attainment, AttainmentCases } from '../../src/contracts/sla-attainment.ts';
import type { SlaPolicy } from '../../src/contracts/sla.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openMail } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let ana: Api;
let clara: Api;
let devi: Api;
let workspaceId: string;
let policy: SlaPolicy;
let ticketId: string;
const minute = 60_000;
const begin = Date.parse('2026-01-10T09:00:00Z');
const iso = (afterMs: number) => new Date(begin + afterMs).toISOString();
const period = `from=${iso(0)}&to=${iso(1_440 * minute)}`;

beforeAll(async () => {
  app = await startTestApp();
  [ana, clara, devi] = [await app.as('ana'), await app.as('clara'), await app.as('devi')];
  workspaceId = (await app.demo()).id;
  const rules = { hours: 'calendar', targets: { first_reply: { normal: 60 } } };
  await devi.post('/api/sla/policies', { name: 'Gold', rules });
  const { policies } = (await devi.get('/api/sla/policies')).body;
  policy = policies.find(({ name }: SlaPolicy) => name === 'Gold');
  ticketId = (await openMail(app, workspaceId, 'who@example.test')).ticketId;
});
afterAll(() => app.stop());

let instance = 100;
/** A clock of an hour, with answers so many minutes after its start. */
async function clock({
  assistant = null,
  agent = null,
  end = null,
  metric = 'first_reply',
}: {
  assistant?: number | null;
  agent?: number | null;
  end?: number | null;
  metric?: string;
}): Promise<void> {
  instance += 1;
  const at = (minutes: number | null) => (minutes === null ? null : iso(minutes * minute));
  const ms = (minutes: number | null) => (minutes === null ? null : minutes * minute);
  const broken = end === null || end > 60;
  await sql`insert into sla_clocks (workspace_id, id, ticket_id, metric, instance, state, started_at,
      target_ms, counted_ms, paused_ms, due_at, breached_at, ended_at, assistant_at, agent_at,
      assistant_counted_ms, agent_counted_ms, policy_id, policy_version)
    values (${workspaceId}, ${randomUUID()}, ${ticketId}, ${metric}, ${instance},
      ${broken ? 'breached' : 'met'}, ${iso(0)}, ${60 * minute}, ${ms(end ?? 60)}, 0, ${at(60)},
      ${broken ? at(60) : null}, ${at(end)}, ${at(assistant)}, ${at(agent)}, ${ms(assistant)},
      ${ms(agent)}, ${policy.id}, 1)`.execute(app.database.owner);
}
const attainment = async (): Promise<Attainment> =>
  (await clara.get(`/api/sla/attainment?${period}`)).body;
const cases = async (more = ''): Promise<AttainmentCases> =>
  (await clara.get(`/api/sla/attainment/cases?${period}${more}`)).body;

it('is judged by the policy, with the assistant, and by agents only', async () => {
  // The assistant in time, an agent too late; the assistant alone; an agent in time.
  await clock({ assistant: 5, agent: 90, end: 5 });
  await clock({ assistant: 10, end: 10 });
  await clock({ agent: 30, end: 30 });
  // The assistant in time where it did not count, and an agent too late; nobody.
  await clock({ assistant: 20, agent: 80, end: 80 });
  await clock({});
  await clock({ end: 45, metric: 'resolution' });
  const { rows } = await attainment();
  const [first, resolution] = rows.filter(({ policyId }) => policyId === policy.id);
  expect(first).toMatchObject({
    metric: 'first_reply',
    judged: { met: 3, breached: 2, share: 0.6, medianMs: 20 * minute, p90Ms: 65 * minute },
    withAssistant: { met: 4, breached: 1, medianMs: 15 * minute, p90Ms: 27 * minute },
    agentsOnly: { met: 1, breached: 3, share: 0.25, medianMs: 80 * minute, p90Ms: 88 * minute },
    assistantAlone: 1,
  });
  expect(resolution).toMatchObject({
    judged: { met: 1, breached: 0, share: 1 },
    withAssistant: null,
    agentsOnly: null,
  });
});

it('leads to its cases, page by page, and to files', async () => {
  for (let count = 0; count < 120; count += 1) await clock({ agent: 1 + (count % 7), end: 3 });
  const filter = `&policyId=${policy.id}&metric=first_reply&verdict=met`;
  const one = await cases(filter);
  const other = await cases(`${filter}&cursor=${one.next}`);
  const seen = [...one.cases, ...other.cases];
  expect([one.cases.length, other.next]).toEqual([100, null]);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(123);
  expect(seen.every(({ verdict, ticket }) => verdict === 'met' && ticket.id === ticketId)).toBe(
    true,
  );
  const sorted = seen.map(({ judgedAt }) => judgedAt);
  expect(sorted).toEqual(sorted.toSorted().toReversed());
  const broken = await cases(`&policyId=${policy.id}&verdict=breached`);
  expect(broken.cases.map(({ tookMs }) => tookMs)).toEqual(
    expect.arrayContaining([80 * minute, null]),
  );
  const file = await clara.get(`/api/sla/attainment/file?${period}${filter}&of=cases`);
  expect(file.headers.get('content-type')).toContain('text/csv');
  expect(String(file.body).trim().split('\r\n')).toHaveLength(124);
  const table = await clara.get(`/api/sla/attainment/file?${period}`);
  expect(table.body).toContain('Gold,first_reply,123,2,');
});

it('takes in what happens: an answer of an agent', async () => {
  await until('a clock', async () => {
    const { clocks } = (await ana.get(`/api/tickets/${ticketId}/sla`)).body;
    return clocks.length > 0;
  });
  const message = { clientId: randomUUID(), channel: 'email', text: 'Here', attachmentIds: [] };
  await ana.post(`/api/tickets/${ticketId}/messages`, message);
  const now = Date.now();
  const around = `from=${new Date(now - 60 * minute).toISOString()}&to=${new Date(now + 60 * minute).toISOString()}`;
  const found = await until('the verdict', async () => {
    const { body } = await clara.get(`/api/sla/attainment?${around}`);
    return body.rows.find(({ metric }: { metric: string }) => metric === 'first_reply');
  });
  expect(found.agentsOnly).toEqual(found.judged);
});

it('is for supervisors, over a period that makes sense', async () => {
  for (const path of ['', '/cases', '/file']) {
    expect((await ana.get(`/api/sla/attainment${path}?${period}`)).status).toBe(403);
  }
  const status = async (query: string) => (await clara.get(`/api/sla/attainment${query}`)).status;
  expect(await status(`?from=${iso(1)}&to=${iso(0)}`)).toBe(400);
  expect(await status(`?from=${iso(0)}&to=${iso(401 * 1_440 * minute)}`)).toBe(400);
  expect(await status(`/cases?${period}&cursor=nothing`)).toBe(400);
});
