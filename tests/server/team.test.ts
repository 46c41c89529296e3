import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Queue } from '../../src/contracts/routing.ts';
import type { CapacityRuleSettings, Skill, TeamGroup } from '../../src/contracts/team.ts';
import type { Api, ApiAnswer } from '../support/api.ts';
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

/** A queue as it is saved. */
const queueNow = (queue: Queue) => ({
  name: queue.name,
  description: queue.description,
  priority: queue.priority,
  conditions: queue.conditions,
  groupIds: queue.groups.map(({ id }) => id),
  secondaryGroupIds: queue.secondaryGroups.map(({ id }) => id),
  handOver: queue.handOver,
  ladder: queue.ladder,
});

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

  it('gives a category’s new name to what names it, and keeps the word of one that is deleted', async () => {
    await devi.post('/api/categories', { name: 'Roasting', description: '', keywords: [] });
    const [group] = await groups();
    const named = (conditions: object) => ({
      name: 'Roast mail',
      description: '',
      priority: 50,
      groupIds: [group!.id],
      secondaryGroupIds: [],
      handOver: 'fill',
      ladder: [],
      conditions,
    });
    const wrong = await devi.post('/api/queues', named({ categories: ['Roastin'] }));
    expect(wrong.body.fields).toMatchObject([{ path: 'conditions.categories.0' }]);
    await devi.post('/api/queues', named({ categories: ['Billing', 'Roasting'] }));
    const rules = {
      conditions: { categories: ['Roasting'] },
      targets: { first_reply: { normal: 30 } },
    };
    await devi.post('/api/sla/policies', { name: 'Roast', rules });
    const weights = { priorities: {}, categories: { Roasting: 2 } };
    await devi.post('/api/capacity-rules', { ...rule, name: 'Roasters', weights });
    const { current } = (await devi.get('/api/assistant/policy')).body;
    const categories = [{ ...current.policy.otherwise, category: 'Roasting' }];
    await devi.put('/api/assistant/policy', {
      version: current.version,
      policy: { ...current.policy, categories },
      note: '',
    });

    const known = (await devi.get('/api/categories')).body.categories;
    const roasting = known.find((one: { name: string }) => one.name === 'Roasting');
    const renamed = await devi.put(`/api/categories/${roasting.id}`, {
      ...roasting,
      name: 'Roasts',
    });
    expect(renamed.status).toBe(200);
    const queue = (await queues()).find((one) => one.name === 'Roast mail')!;
    expect(queue.conditions).toEqual({ categories: ['Billing', 'Roasts'] });
    const { policies } = (await devi.get('/api/sla/policies')).body;
    const policy = policies.find((one: { name: string }) => one.name === 'Roast');
    expect(policy.rules.conditions).toEqual({ categories: ['Roasts'] });
    const capacity = (await devi.get('/api/capacity-rules')).body.rules;
    expect(capacity.find((one: { name: string }) => one.name === 'Roasters').weights).toEqual({
      priorities: {},
      categories: { Roasts: 2 },
    });
    const assistant = (await devi.get('/api/assistant/policy')).body.current.policy;
    expect(assistant.categories).toMatchObject([{ category: 'Roasts' }]);

    await devi.delete(`/api/categories/${roasting.id}`);
    const kept = await devi.put(`/api/queues/${queue.id}`, queueNow(queue));
    expect(kept.body.detail ?? '').toBe('');
    const again = await devi.put(`/api/sla/policies/${policy.id}`, { ...policy, name: 'Roasted' });
    expect(again.body.detail ?? '').toBe('');
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
    expect(await devi.delete(`/api/capacity-rules/${fallback.id}`)).toMatchObject({
      status: 409,
      body: { code: 'in_use', detail: expect.stringMatching(/so it stays/) },
    });
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

  it('tells a name that differs in capitals only, and one that everybody has', async () => {
    const [queue] = await queues();
    const same = { ...queueNow(queue!), name: queue!.name.toUpperCase() };
    expect(await devi.post('/api/queues', same)).toMatchObject({
      status: 409,
      body: { fields: [{ path: 'name', message: 'is taken' }] },
    });
    const status = { name: 'Transfers only', takes: [], transfers: true };
    expect(await devi.post('/api/statuses', status)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'name' }] },
    });
  });

  it('names the field of everything that is not there, and keeps what was', async () => {
    const [queue] = await queues();
    const { body } = await devi.get('/api/team/agents');
    const [{ id: agentId, groupIds, skills: had }] = body.agents;
    const no = crypto.randomUUID();
    const twice = { id: (await skills())[0]!.id, level: 2 };
    const now = queueNow(queue!);
    const setup = { groupIds, skills: had, capacityRuleId: null };
    const group = { name: 'Nowhere', memberIds: [], capacityRuleId: null };
    const refusals: [send: Promise<ApiAnswer>, path: string][] = [
      [
        devi.put(`/api/queues/${queue!.id}`, { ...now, groupIds: [now.groupIds[0], no] }),
        'groupIds.1',
      ],
      [
        devi.post('/api/queues', { ...now, name: 'Q', secondaryGroupIds: [no] }),
        'secondaryGroupIds.0',
      ],
      [
        devi.post('/api/queues', { ...now, name: 'Q', conditions: { groupIds: [no] } }),
        'conditions.groupIds.0',
      ],
      [
        devi.post('/api/queues', {
          ...now,
          name: 'Q',
          ladder: [{ afterSeconds: 9, addGroupIds: [no] }],
        }),
        'ladder.0.addGroupIds.0',
      ],
      [devi.put('/api/queues/order', { ids: [queue!.id, no] }), 'ids.1'],
      [devi.put('/api/queues/order', { ids: [queue!.id, queue!.id] }), 'ids'],
      [devi.post('/api/team/groups', { ...group, memberIds: [no] }), 'memberIds.0'],
      [devi.post('/api/team/groups', { ...group, capacityRuleId: no }), 'capacityRuleId'],
      [devi.put(`/api/team/agents/${agentId}`, { ...setup, groupIds: [no] }), 'groupIds.0'],
      [
        devi.put(`/api/team/agents/${agentId}`, { ...setup, skills: [{ id: no, level: 2 }] }),
        'skills.0.id',
      ],
      [devi.put(`/api/team/agents/${agentId}`, { ...setup, skills: [twice, twice] }), 'skills'],
      [
        devi.put(`/api/team/agents/${agentId}`, { ...setup, shiftScheduleId: no }),
        'shiftScheduleId',
      ],
      [
        devi.put(`/api/board/agents/${agentId}/capacity-rule`, { capacityRuleId: no }),
        'capacityRuleId',
      ],
    ];
    for (const [send, path] of refusals) {
      const answer = await send;
      expect([answer.status, answer.body.fields?.[0]?.path]).toEqual([400, path]);
      expect(answer.body.detail).toContain(path);
    }
    expect(queueNow((await queues())[0]!)).toEqual(now);
    const after = (await devi.get('/api/team/agents')).body.agents;
    expect(after.find((one: { id: string }) => one.id === agentId)).toMatchObject({
      groupIds,
      skills: had,
    });
    expect((await groups()).some(({ name }) => name === 'Nowhere')).toBe(false);
  });

  it('says of a status which there are', async () => {
    const answer = await devi.put('/api/me/status', { status: 'busy' });
    expect(answer.body.fields[0].message).toMatch(/online, away, transfers_only, offline/);
  });
});

describe('a queue', () => {
  it('has a ladder of which each step does something at a time of its own', async () => {
    const [queue] = await queues();
    const put = (ladder: object[]) =>
      devi.put(`/api/queues/${queue!.id}`, { ...queueNow(queue!), ladder });
    const idle = await put([{ afterSeconds: 60, raisePriority: 1 }, { afterSeconds: 90 }]);
    expect(idle.body.fields).toMatchObject([{ path: 'ladder.1' }]);
    const twice = await put([
      { afterSeconds: 60, raisePriority: 1 },
      { afterSeconds: 60, lowerLevelsBy: 1 },
    ]);
    expect(twice.body.fields).toMatchObject([{ path: 'ladder.1.afterSeconds' }]);
  });

  it('is not deleted where it takes what no other takes', async () => {
    const fallback = (await queues()).find((one) => one.isDefault)!;
    expect(await devi.delete(`/api/queues/${fallback.id}`)).toMatchObject({
      status: 409,
      body: { code: 'in_use' },
    });
  });

  it('keeps a group from being deleted while its conditions or its ladder name it', async () => {
    await devi.post('/api/team/groups', { name: 'Night shift', memberIds: [] });
    const group = (await groups()).find((one) => one.name === 'Night shift')!;
    const [queue] = await queues();
    const now = queueNow(queue!);
    for (const part of [
      { conditions: { ...now.conditions, groupIds: [group.id] } },
      { ladder: [{ afterSeconds: 60, addGroupIds: [group.id] }] },
    ]) {
      await devi.put(`/api/queues/${queue!.id}`, { ...now, ...part });
      const answer = await devi.delete(`/api/team/groups/${group.id}`);
      expect(answer).toMatchObject({ status: 409, body: { code: 'in_use' } });
      expect(answer.body.detail).toContain(queue!.name);
    }
    await devi.put(`/api/queues/${queue!.id}`, now);
    expect((await devi.delete(`/api/team/groups/${group.id}`)).status).toBe(200);
  });

  it('gives back what came by a group that is deleted', async () => {
    await devi.post('/api/team/groups', { name: 'Roastery', memberIds: [] });
    const group = (await groups()).find((one) => one.name === 'Roastery')!;
    const [first] = await queues();
    const made = {
      ...queueNow(first!),
      name: 'Roasting',
      conditions: { subject: ['nothing says this'] },
      groupIds: [first!.groups[0]!.id, group.id],
    };
    await devi.post('/api/queues', made);
    const { ticketId } = await openMail(app, (await app.demo()).id);
    const queueOf = async () => (await devi.get(`/api/tickets/${ticketId}`)).body.queue.name;
    const before = await queueOf();
    const { version } = (await devi.get(`/api/tickets/${ticketId}`)).body;
    await devi.patch(`/api/tickets/${ticketId}`, { version, groupId: group.id });
    expect(await queueOf()).toBe('Roasting');
    expect((await devi.delete(`/api/team/groups/${group.id}`)).status).toBe(200);
    await until('it is where it belongs', async () => (await queueOf()) === before);
    const roasting = (await queues()).find((one) => one.name === 'Roasting')!;
    await devi.delete(`/api/queues/${roasting.id}`);
  });

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
