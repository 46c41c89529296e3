import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SlaClock, SlaPolicy, TicketSla } from '../../src/contracts/sla.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openMail } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let ana: Api;
let devi: Api;
let workspaceId: string;
/** What tests add to the clock of the machine. */
let ahead = 0;
const minute = 60_000;
let mails = 0;

beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => new Date(Date.now() + ahead) } });
  [ana, devi] = [await app.as('ana'), await app.as('devi')];
  workspaceId = (await app.demo()).id;
  for (const { id } of await policies()) await devi.delete(`/api/sla/policies/${id}`);
});
afterAll(() => app.stop());

const policies = async (): Promise<SlaPolicy[]> =>
  (await devi.get('/api/sla/policies')).body.policies;
const rules = (more: object = {}) => ({
  hours: 'calendar',
  targets: {
    first_reply: { normal: 60, high: 60, urgent: 10, low: 60 },
    requester_wait: { normal: 600, high: 600, urgent: 100, low: 600 },
  },
  ...more,
});

/** Puts one policy in place of all others. */
async function promise(more: object = {}): Promise<SlaPolicy> {
  for (const { id } of await policies()) await devi.delete(`/api/sla/policies/${id}`);
  const answer = await devi.post('/api/sla/policies', { name: 'Gold', rules: rules(more) });
  expect(answer.body.detail ?? '').toBe('');
  const [policy] = await policies();
  return policy!;
}
const ticketOf = async (): Promise<string> => {
  mails += 1;
  return (await openMail(app, workspaceId, `c${mails}@example.test`)).ticketId;
};
const slaOf = async (id: string): Promise<TicketSla> =>
  (await ana.get(`/api/tickets/${id}/sla`)).body;
const clockOf = async (id: string, metric: string): Promise<SlaClock | undefined> =>
  (await slaOf(id)).clocks.findLast((clock) => clock.metric === metric);
const running = (id: string, metric = 'first_reply') =>
  until(`a clock ${metric}`, () => clockOf(id, metric));
const eventually = (id: string, metric: string, state: SlaClock['state']) =>
  until(`${metric} is ${state}`, async () => {
    const clock = await clockOf(id, metric);
    return clock?.state === state && clock;
  });
const ticket = async (id: string) => (await ana.get(`/api/tickets/${id}`)).body;
const change = async (id: string, parts: object) =>
  expect((await changeTicket(ana, id, parts)).status).toBe(200);
const say = async (ticketId: string, text: string, channel = 'email') => {
  const message = { clientId: randomUUID(), channel, text, attachmentIds: [] };
  const answer = await ana.post(`/api/tickets/${ticketId}/messages`, message);
  expect(answer.body.detail ?? '').toBe('');
};
const linesOf = async (id: string, type: string) =>
  (await ana.get(`/api/tickets/${id}/timeline`)).body.entries.filter(
    (entry: { event?: { type: string } }) => entry.event?.type === type,
  );

describe('clocks', () => {
  it('start with the ticket, show in the list, and are met by an answer', async () => {
    const policy = await promise();
    const id = await ticketOf();
    const clock = await running(id);
    expect(clock).toMatchObject({ state: 'active', targetMs: 60 * minute, policyVersion: 1 });
    expect((await slaOf(id)).policy).toMatchObject({ id: policy.id, name: 'Gold' });
    const shown = await until('the chip', async () => (await ticket(id)).sla);
    expect(shown).toMatchObject({ metric: 'first_reply', state: 'active', dueAt: clock.dueAt });
    const { rows } = await sql<{ due_at: Date }>`
      select due_at from work_items where ticket_id = ${id}`.execute(app.database.owner);
    expect(rows[0]!.due_at.toISOString()).toBe(clock.dueAt);
    await say(id, 'Just between us', 'note');
    await say(id, 'Here is your answer');
    const met = await eventually(id, 'first_reply', 'met');
    expect(met.agentAt).toBe(met.endedAt);
    expect(met.steps.map((step) => step.sentence.split(/:| after/)[0])).toEqual([
      'Started',
      'An agent answered',
    ]);
  });

  it('stand still while pending and follow the priority', async () => {
    await promise();
    const id = await ticketOf();
    await running(id, 'requester_wait');
    await change(id, { status: 'pending' });
    const paused = await eventually(id, 'requester_wait', 'paused');
    expect(paused.dueAt).toBeNull();
    await change(id, { status: 'open', priority: 'urgent' });
    const going = await until('the new target', async () => {
      const clock = await clockOf(id, 'requester_wait');
      return clock?.targetMs === 100 * minute && clock.state === 'active' && clock;
    });
    const sentences = going.steps.map((step) => step.sentence).join(' ');
    expect(sentences).toContain('the ticket became pending');
    expect(sentences).toContain('The priority became urgent: the target is 1 h 40 min now.');
  });

  it('are at risk once and broken once, however often and late one looks', async () => {
    await promise({
      escalations: [
        { at: 'at_risk', acts: [{ kind: 'notify', who: 'supervisors' }] },
        {
          at: 'breached',
          acts: [{ kind: 'raise_priority' }, { kind: 'notify', who: 'supervisors' }],
        },
      ],
    });
    const id = await ticketOf();
    const { startedAt } = await running(id);
    ahead += 50 * minute;
    const look = () => app.services.sla.follow(workspaceId, id);
    await Promise.all([look(), look(), look(), look()]);
    expect(await linesOf(id, 'sla.at_risk')).toHaveLength(1);
    ahead += 30 * minute;
    await Promise.all([look(), look(), look(), look()]);
    await look();
    expect(await linesOf(id, 'sla.breached')).toHaveLength(1);
    expect(await linesOf(id, 'ticket.priority')).toHaveLength(1);
    expect(await ticket(id)).toMatchObject({ priority: 'high', sla: { state: 'breached' } });
    const clock = await clockOf(id, 'first_reply');
    expect(Date.parse(clock!.breachedAt!) - Date.parse(startedAt)).toBe(60 * minute);
    const { rows } = await sql<{ kind: string; people: number }>`
      select kind, cardinality(notified) as people from sla_alerts where ticket_id = ${id} order by kind`.execute(
      app.database.owner,
    );
    expect(rows).toEqual([
      { kind: 'at_risk', people: 2 },
      { kind: 'breached', people: 2 },
    ]);
  });

  it('move the ticket into another queue, with the reason', async () => {
    const before = await app.services.routingReader.queues(workspaceId);
    const other = before.find(({ isDefault }) => !isDefault)!;
    const made = await devi.post('/api/queues', {
      name: 'Short-lived',
      conditions: { tags: ['never-given'] },
      groupIds: other.groups.map((group) => group.id),
      priority: 50,
      handOver: 'fill',
    });
    expect(made.body.detail ?? '').toBe('');
    const queues = await app.services.routingReader.queues(workspaceId);
    const queueId = queues.find(({ name }) => name === 'Short-lived')?.id;
    const gone = { kind: 'queue', queueId };
    await promise({
      escalations: [
        { at: 'at_risk', acts: [gone, { kind: 'raise_priority' }] },
        { at: 'breached', acts: [{ kind: 'queue', queueId: other.id }] },
      ],
    });
    expect((await devi.delete(`/api/queues/${queueId}`)).status).toBe(200);
    const id = await ticketOf();
    await running(id);
    const queue = (await ticket(id)).queue.name;
    ahead += 50 * minute;
    await app.services.sla.follow(workspaceId, id);
    expect(await ticket(id)).toMatchObject({ priority: 'high', queue: { name: queue } });
    ahead += 30 * minute;
    await app.services.sla.follow(workspaceId, id);
    expect((await ticket(id)).queue.name).toBe(other.name);
    const { entries } = (await ana.get(`/api/tickets/${id}/timeline`)).body;
    expect(JSON.stringify(entries)).toContain(
      `moved it to the queue ${other.name}: first reply is too late`,
    );
    expect((await ticket(id)).keptIn).toEqual({ id: other.id, name: other.name });
    const freed = await ana.delete(`/api/tickets/${id}/kept-in`);
    expect(freed.body).toMatchObject({ keptIn: null, queue: { name: queue } });
    expect(await ticket(id)).toMatchObject({ keptIn: null, queue: { name: queue } });
    expect((await ana.delete(`/api/tickets/${workspaceId}/kept-in`)).status).toBe(404);
  });

  it('are found by the sweep when their wake-up was lost', async () => {
    await promise();
    const id = await ticketOf();
    await running(id);
    ahead += 2 * 60 * minute;
    const found = await app.services.sla.overdue();
    expect(found).toContainEqual({ workspaceId, ticketId: id });
    for (const place of found) await app.services.sla.follow(place.workspaceId, place.ticketId);
    expect((await clockOf(id, 'first_reply'))?.state).toBe('breached');
    expect(await app.services.sla.overdue()).not.toContainEqual({ workspaceId, ticketId: id });
  });

  it('go on when the ticket is opened again', async () => {
    await promise();
    const id = await ticketOf();
    await running(id, 'requester_wait');
    await change(id, { status: 'solved' });
    await eventually(id, 'requester_wait', 'met');
    expect((await clockOf(id, 'first_reply'))?.state).toBe('cancelled');
    await until('no chip', async () => (await ticket(id)).sla === null);
    ahead += 60 * minute;
    await change(id, { status: 'open' });
    const clock = await eventually(id, 'requester_wait', 'active');
    expect(clock.pausedMs).toBeGreaterThanOrEqual(60 * minute);
    expect(clock.countedMs).toBeLessThan(minute);
  });
});

describe('policies and schedules that change', () => {
  it('count at once for tickets that are not solved', async () => {
    const policy = await promise();
    const id = await ticketOf();
    await running(id);
    const tighter = rules({ targets: { first_reply: { normal: 30 } } });
    const path = `/api/sla/policies/${policy.id}`;
    await devi.put(path, { name: 'Gold', rules: tighter, version: 1 });
    const clock = await until('the new version', async () => {
      const one = await clockOf(id, 'first_reply');
      return one?.policyVersion === 2 && one;
    });
    expect(clock.targetMs).toBe(30 * minute);
    expect(clock.steps.at(-1)?.sentence).toContain('Other rules count from here: Gold (version 2)');
    expect(await devi.put(path, { name: 'Gold', rules: tighter, version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'version_conflict' },
    });
  });

  it('move what is due when a holiday is added later', async () => {
    const { schedules } = (await devi.get('/api/schedules')).body;
    const always = { from: '00:00', to: '24:00' };
    const day = [always];
    const hours = {
      timeZone: 'UTC',
      week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
    };
    const { id: scheduleId } = (
      await devi.post('/api/schedules', { name: 'Round the clock', hours })
    ).body;
    await promise({ hours: 'business', scheduleId });
    const id = await ticketOf();
    const before = await running(id, 'requester_wait');
    const dateIn = (days: number) =>
      new Date(Date.parse(before.startedAt) + days * 86_400_000).toISOString().slice(0, 10);
    const holidays = [{ name: 'Outing', from: dateIn(0), to: dateIn(1) }];
    await devi.patch(`/api/schedules/${scheduleId}`, { version: 1, hours: { ...hours, holidays } });
    const after = await until('the new calendar', async () => {
      const clock = await clockOf(id, 'requester_wait');
      return clock?.calendarVersion === 2 && clock;
    });
    expect(after.dueAt! > `${dateIn(2)}T`).toBe(true);
    const used = await devi.delete(`/api/schedules/${scheduleId}`);
    expect(used).toMatchObject({ status: 409, body: { code: 'in_use' } });
    expect(schedules).toHaveLength(1);
  });

  it('are explained for a ticket, first match first', async () => {
    await promise({ conditions: { channels: ['messaging'] } });
    await devi.post('/api/sla/policies', { name: 'Rest', rules: rules() });
    await devi.post('/api/sla/policies', { name: 'Last', rules: rules() });
    const id = await ticketOf();
    const { number } = await ticket(id);
    const { body } = await devi.get(`/api/sla/test?ticket=${number}`);
    expect(body.policies).toMatchObject([
      { name: 'Gold', outcome: 'refused', why: 'The channel is email, not messaging.' },
      { name: 'Rest', outcome: 'taken' },
      { name: 'Last', outcome: 'not_asked' },
    ]);
    const [gold, rest, last] = await policies();
    await devi.put('/api/sla/policies/order', { ids: [last!.id, rest!.id, gold!.id] });
    await until('the other policy', async () => (await slaOf(id)).policy?.name === 'Last');
    expect((await devi.get('/api/sla/test?ticket=999999')).status).toBe(404);
  });

  it('are kept by admins and refused with the field that is wrong', async () => {
    expect((await ana.post('/api/sla/policies', { name: 'X', rules: rules() })).status).toBe(403);
    const answer = await devi.post('/api/sla/policies', {
      name: 'X',
      rules: rules({ targets: {}, escalations: [{ at: 'breached', acts: [] }] }),
    });
    expect(answer.status).toBe(400);
    const paths = answer.body.fields.map((one: { path: string }) => one.path);
    expect(paths).toEqual(expect.arrayContaining(['rules.targets', 'rules.escalations.0.acts']));
    const nobody = randomUUID();
    const late = await devi.post('/api/sla/policies', {
      name: 'Risky at once',
      rules: rules({ atRisk: { kind: 'lead', minutes: 10 } }),
    });
    expect(late).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'rules.atRisk.minutes' }] },
    });
    const unknown = await devi.post('/api/sla/policies', {
      name: 'Unknown',
      rules: rules({ conditions: { categories: ['Billing', 'Biling'] } }),
    });
    expect(unknown).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'rules.conditions.categories.1' }] },
    });
    const lost = await devi.post('/api/sla/policies', {
      name: 'Lost',
      rules: rules({
        scheduleId: nobody,
        conditions: { groupIds: [nobody] },
        escalations: [
          { at: 'breached', acts: [{ kind: 'queue', queueId: nobody }] },
          { at: 'at_risk', acts: [{ kind: 'group', groupId: nobody }] },
        ],
      }),
    });
    expect(lost.status).toBe(400);
    expect(lost.body.fields.map((one: { path: string }) => one.path).toSorted()).toEqual([
      'rules.conditions.groupIds.0',
      'rules.escalations.0.acts.0.queueId',
      'rules.escalations.1.acts.0.groupId',
      'rules.scheduleId',
    ]);
    expect((await devi.get(`/api/tickets/${workspaceId}/sla`)).status).toBe(404);
  });
});
