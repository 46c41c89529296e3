/** Drafts while things go on around them: newer mail, a policy that changes, two agents at one ticket. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { until } from '../support/wait.ts';

const question = 'How do I descale my machine? The light is on.';
let world: AssistantWorld;
let ben: Api;

beforeAll(async () => {
  world = await openAssistantWorld();
  ben = await world.app.as('ben');
});

afterAll(() => world.stop());

beforeEach(() => govern('draft'));

const govern = (autonomy: 'off' | 'draft') =>
  world.govern({ otherwise: { autonomy, answerFrom: 0.5 } });

/** A ticket for which a draft waits; `again` is the customer, writing once more, or a program of theirs. */
async function drafted(subject: string) {
  const messageId = `<${randomUUID()}@customer.test>`;
  const mail = { from: `${randomUUID()}@customer.test`, to: 'support@lowtide.test' };
  await world.send({ ...mail, subject, text: question, messageId });
  const { id } = await world.ticket(subject);
  const { id: draftId, text } = await world.turn(id, ({ state }) => state === 'draft');
  const again = (words: string, headers: Record<string, string> = {}) =>
    world.send({ ...mail, subject: `Re: ${subject}`, text: words, inReplyTo: messageId, headers });
  return { id, draftId, text, again };
}

const stateOf = async (draftId: string): Promise<string> =>
  (await world.ana.get(`/api/assistant/decisions/${draftId}`)).body.state;
const reaches = (draftId: string, state: string) =>
  until(`the draft to be ${state}`, async () => (await stateOf(draftId)) === state);
const say = (agent: Api, id: string, text: string) =>
  agent.post(`/api/tickets/${id}/messages`, { clientId: randomUUID(), channel: 'email', text });
const dismiss = (agent: Api, draftId: string) =>
  agent.post(`/api/assistant/decisions/${draftId}/dismiss`);

it('one stands while the policy says off, until the customer writes again', async () => {
  const { draftId, again } = await drafted('Draft, then off');
  await govern('off');
  expect(await stateOf(draftId)).toBe('draft');
  await again('Never mind that. Do you sell gift cards?');
  await reaches(draftId, 'overtaken');
});

it('one that an agent has taken is outdated by a newer mail as well', async () => {
  const { id, draftId, again } = await drafted('Draft, then taken');
  const { memberId } = (await world.ana.get('/api/me')).body;
  const given = { agentId: memberId, override: true, why: 'the test gives it' };
  expect((await world.clara.post(`/api/tickets/${id}/assign`, given)).status).toBe(200);
  expect(await stateOf(draftId)).toBe('draft');
  await again('Never mind that. Do you sell gift cards?');
  await reaches(draftId, 'overtaken');
});

it('one stands where only a program answered', async () => {
  const { id, draftId, again } = await drafted('Draft, then away');
  await again('I am away until Monday.', { 'Auto-Submitted': 'auto-replied' });
  await until('the mail', async () => (await world.messages(id)).length === 2);
  await world.settled();
  expect(await stateOf(draftId)).toBe('draft');
});

it('one that is sent counts as used, also where a colleague puts it away at that moment', async () => {
  const { id, draftId, text } = await drafted('Draft, sent and put away');
  await dismiss(ben, draftId);
  await say(world.ana, id, text);
  await reaches(draftId, 'draft_used');
  expect((await dismiss(ben, draftId)).status).toBe(404);
});

it('one that is put away stays so when something else is sent', async () => {
  const { id, draftId } = await drafted('Draft, put away');
  await dismiss(ben, draftId);
  await say(world.ana, id, 'We have sent you a new machine this morning.');
  await until('the comparison', async () => {
    const { body } = await world.ana.get(`/api/assistant/decisions/${draftId}`);
    return body.likeness !== null;
  });
  expect(await stateOf(draftId)).toBe('draft_dismissed');
});
