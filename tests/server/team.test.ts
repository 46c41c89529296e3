import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Queue } from '../../src/contracts/routing.ts';
import type { CapacityRuleSettings, Skill, TeamGroup } from '../../src/contracts/team.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openMail } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let devi: Api;

beforeAll(async () => {
  app = await startTestApp();
  devi = await app.as('devi');
});

afterAll(() => app.stop());

const skills = async (): Promise<Skill[]> => (await devi.get('/api/skills')).body.skills;
const rules = async (): Promise<CapacityRuleSettings[]> =>
  (await devi.get('/api/capacity-rules')).body.rules;
const groups = async (): Promise<TeamGroup[]> => (await devi.get('/api/team/groups')).body.groups;
const queues = async (): Promise<Queue[]> => (await devi.get('/api/queues')).body.queues;

const rule = {
  name: 'Newcomers',
  budget: 4,
  channels: {
    messaging: { units: 3, ceiling: 3 },
    email: { units: 1, ceiling: 2 },
    call: { units: 1, ceiling: 1 },
  },
  chatOnTopOfMail: true,
  waitingShare: 0.5,
  weights: { priorities: { urgent: 2 }, categories: { Billing: 1.5 } },
};

describe('the team', () => {
  it.each([
    ['/api/skills', { name: 'espresso' }],
    ['/api/capacity-rules', rule],
    ['/api/team/groups', { name: 'Roasters', memberIds: [] }],
    ['/api/statuses', { name: 'Training', takes: ['email'], transfers: true }],
  ])('%s is read by agents and changed by admins', async (path, body) => {
    const clara = await app.as('clara');
    expect((await clara.get(path)).status).toBe(200);
    expect((await clara.post(path, body)).status).toBe(403);
    expect((await devi.post(path, body)).status).toBe(200);
    const taken = await devi.post(path, body);
    expect(taken).toMatchObject({ status: 409, body: { fields: [{ path: 'name' }] } });
  });

  it('has skills that are renamed, given with a level, and taken away by deleting them', async () => {
    await devi.post('/api/skills', { name: 'grinder', kind: 'product', keywords: ['burr'] });
    const skill = (await skills()).find((one) => one.name === 'grinder')!;
    await devi.put(`/api/skills/${skill.id}`, { ...skill, name: 'grinders' });
    const { body } = await devi.get('/api/team/agents');
    const [agent] = body.agents;
    const setup = { groupIds: agent.groupIds, skills: [{ id: skill.id, level: 4 }] };
    const saved = await devi.put(`/api/team/agents/${agent.id}`, {
      ...setup,
      capacityRuleId: null,
    });
    expect(saved.status).toBe(200);
    expect((await skills()).find((one) => one.id === skill.id)).toMatchObject({
      name: 'grinders',
      agents: 1,
    });
    expect((await devi.delete(`/api/skills/${skill.id}`)).status).toBe(200);
    const after = (await devi.get('/api/team/agents')).body.agents;
    expect(after.find((one: { id: string }) => one.id === agent.id).skills).toEqual([]);
  });

  it('keeps weights of a capacity rule, and always one default rule', async () => {
    const known = (await rules()).find((one) => one.name === rule.name)!;
    expect(known).toMatchObject(rule);
    const fallback = (await rules()).find((one) => one.isDefault)!;
    expect((await devi.delete(`/api/capacity-rules/${fallback.id}`)).status).toBe(404);
    expect((await devi.delete(`/api/capacity-rules/${known.id}`)).status).toBe(200);
  });

  it('lets no queue lose its last group', async () => {
    const served = (await groups()).find((one) => one.queues.length > 0)!;
    const only = (await queues()).some(
      (queue) => queue.groups.length === 1 && queue.groups[0]!.id === served.id,
    );
    const answer = await devi.delete(`/api/team/groups/${served.id}`);
    expect(answer.status).toBe(only ? 409 : 200);
    const spare = (await groups()).find((one) => one.name === 'Roasters')!;
    expect((await devi.delete(`/api/team/groups/${spare.id}`)).status).toBe(200);
  });

  it('names nothing of another workspace', async () => {
    const foreign = { name: 'X', memberIds: [], capacityRuleId: crypto.randomUUID() };
    expect(await devi.post('/api/team/groups', foreign)).toMatchObject({
      status: 400,
      body: { code: 'request_invalid' },
    });
  });
});

describe('a queue', () => {
  it('takes over what waits elsewhere when it comes to match it, and gives it back when deleted', async () => {
    const { ticketId } = await openMail(app, (await app.demo()).id);
    const queueOf = async () => (await devi.get(`/api/tickets/${ticketId}`)).body.queue.name;
    const before = await queueOf();
    const [group] = (await queues())[0]!.groups;
    const queue = {
      name: 'Urgent letters',
      priority: 1,
      conditions: { channels: ['email'] },
      groupIds: [group!.id],
      handOver: 'fill',
      ladder: [{ afterSeconds: 60, dropSkills: 'all' }],
    };
    expect((await devi.post('/api/queues', queue)).status).toBe(200);
    const made = (await queues()).find((one) => one.name === queue.name)!;
    const order = (await queues()).map((one) => one.id).filter((id) => id !== made.id);
    await devi.put('/api/queues/order', { ids: [made.id, ...order] });
    await until('the queue takes it', async () => (await queueOf()) === queue.name);
    expect((await queues())[0]).toMatchObject({
      name: queue.name,
      ladder: [{ afterSeconds: 60, dropSkills: 'all', raisePriority: 0 }],
    });
    expect((await devi.delete(`/api/queues/${made.id}`)).status).toBe(200);
    await until('it is back', async () => (await queueOf()) === before);
  });

  it('asks for what is known of the customer, and hears when that is different', async () => {
    const clara = await app.as('clara');
    const { ticketId } = await openMail(app, (await app.demo()).id);
    const read = async () => (await clara.get(`/api/tickets/${ticketId}`)).body;
    const { queue: before, customer } = await read();
    const [group] = (await queues())[0]!.groups;
    const queue = {
      name: 'Enterprise of the Alps',
      priority: 1,
      conditions: { tiers: ['enterprise'], regions: ['alps'] },
      groupIds: [group!.id],
      handOver: 'fill',
    };
    expect((await devi.post('/api/queues', queue)).status).toBe(200);
    const { id } = (await queues()).find((one) => one.name === queue.name)!;
    const order = (await queues()).map((one) => one.id).filter((other) => other !== id);
    await devi.put('/api/queues/order', { ids: [id, ...order] });
    expect((await read()).queue.name).toBe(before.name);
    await clara.patch(`/api/customers/${customer.id}`, { tier: 'enterprise' });
    expect((await read()).queue.name).toBe(before.name);
    await clara.patch(`/api/customers/${customer.id}`, { region: 'Alps' });
    expect((await read()).queue.name).toBe(queue.name);
    const answers = [{ name: 'model', values: ['M2'] }];
    const asking = { ...queue, conditions: { fields: answers, subject: ['grinder'] } };
    expect((await devi.put(`/api/queues/${id}`, asking)).status).toBe(200);
    expect((await queues())[0]!.conditions).toEqual(asking.conditions);
    await until('it is back', async () => (await read()).queue.name === before.name);
    expect((await devi.delete(`/api/queues/${id}`)).status).toBe(200);
  });

  it('is paused by supervisors, not by agents', async () => {
    const [queue] = await queues();
    const path = `/api/queues/${queue!.id}/paused`;
    expect((await (await app.as('ana')).put(path, { paused: true })).status).toBe(403);
    expect((await (await app.as('clara')).put(path, { paused: true })).status).toBe(200);
    expect((await queues())[0]!.paused).toBe(true);
  });
});
