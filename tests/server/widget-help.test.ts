import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../support/wait.ts';
import { startWidgetWorld, type WidgetWorld } from '../support/widget-world.ts';

let world: WidgetWorld;

const question = 'At how many degrees do I fire bisque in the kiln?';
const publish = async (article: object) => {
  const { id } = (await world.desk.post('/api/knowledge/articles', article)).body;
  await world.desk.post(`/api/knowledge/articles/${id}/status`, { status: 'published' });
};

beforeAll(async () => {
  world = await startWidgetWorld();
  await publish({
    title: 'At how many degrees do I fire bisque in the kiln?',
    body: 'Fire bisque in the kiln at 1000 degrees for eight hours.',
  });
  await publish({
    title: 'How much may staff refund for a broken vase?',
    body: 'Staff may refund up to 900 dollars for a broken vase.',
    visibility: 'internal',
  });
  // The index answers once it is open: the first question of a process may come too early.
  await until('the index is open', async () => {
    const asked = { text: question, audience: 'customer' };
    const { body } = await world.desk.post('/api/knowledge/questions', asked);
    return body.confidence >= body.answerFrom;
  });
});

afterAll(() => world?.stop());

describe('the bot answers from the help pages', () => {
  test('with the words of an article and its address; a yes ends without work', async () => {
    const ada = await world.customer();
    await ada.send(question);
    const answer = (await ada.read()).messages.at(-1);
    expect(answer?.text).toContain('1000 degrees for eight hours');
    expect(answer?.text).toMatch(/https?:\/\/\S+\/help\/\S+\/articles\//);
    expect(answer?.prompt?.kind).toBe('choice');
    await ada.choose('help_yes');
    expect((await ada.read()).conversation.state).toBe('ended');
    expect((await world.stored(ada.conversationId())).ticket_id).toBeNull();
  });

  test('a no goes on to a person with what was asked', async () => {
    const ada = await world.customer();
    await ada.send(question);
    await ada.choose('help_no');
    expect((await ada.read()).messages.at(-1)?.prompt?.kind).toBe('name');
    await ada.send('human please');
    expect((await world.stored(ada.conversationId())).subject).toBe(question);
  });

  test('never from internal articles', async () => {
    const ada = await world.customer();
    await ada.send('How much may staff refund for a broken vase?');
    expect(JSON.stringify(await ada.read())).not.toContain('900 dollars');
  });

  test('not where the workspace does not want it', async () => {
    const devi = await world.app.as('devi');
    const set = (bot: object) => devi.patch('/api/settings', { bot });
    expect((await set({ answers: false })).status).toBe(200);
    const ada = await world.customer();
    await ada.send(question);
    expect((await ada.read()).messages.at(-1)?.prompt?.kind).toBe('name');
    await set({ answers: true, minimumConfidence: 1 });
    const kim = await world.customer();
    await kim.send(question);
    expect((await kim.read()).messages.at(-1)?.prompt?.kind).toBe('name');
    await set({ minimumConfidence: 0.87 });
  });
});
