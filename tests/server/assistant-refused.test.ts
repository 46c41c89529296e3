import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { startModelPeer, type ModelPeer } from '../support/model-peer.ts';

let world: AssistantWorld;
let model: ModelPeer;

const quote = 'Descale every two months, or when the light blinks orange.';
const sources = [{ passage: 1, quote }];

beforeAll(async () => {
  model = await startModelPeer();
  world = await openAssistantWorld({ config: { allowedHosts: ['127.0.0.1'] } });
  await world.devi.put('/api/models/write', {
    kind: 'openai_compatible',
    baseUrl: model.url,
    model: 'small-model',
  });
});

afterAll(async () => {
  await world.stop();
  await model.close();
});

async function govern(autonomy: 'auto' | 'draft') {
  const { otherwise } = (await world.devi.get('/api/assistant/policy')).body.current.policy;
  await world.govern({ otherwise: { ...otherwise, autonomy, answerFrom: 0.3 } });
}

const asked = 'How do I descale my machine? The light is on.';

const texts: [what: string, text: string, code: string][] = [
  ['an invented link', 'Send it to us at https://evil.example/label.', 'link_foreign'],
  ['a promise without the act', 'I have refunded your order.', 'promise'],
  ['what no article says', 'You get a voucher of 50 euros on top for free.', 'unsupported'],
];

/** A mail that the model answers with a text of that kind: its turn, once the check has refused it. */
async function refusedTurn(autonomy: 'auto' | 'draft', [, text, code]: (typeof texts)[number]) {
  const sentences = [
    { text: quote, sources },
    { text, sources },
  ];
  model.answer = () => JSON.stringify({ sentences });
  await govern(autonomy);
  const subject = `Descaling ${code} ${autonomy}`;
  const from = await world.ask(subject, asked);
  const ticket = await world.ticket(subject);
  const turn = await world.turn(ticket.id, ({ path }) => path === 'answer');
  expect(turn.refused).toMatchObject({
    writer: { model: 'small-model', prompt: 'answer 1' },
    sentences: [quote, text],
  });
  expect(turn.refused?.violations.map((one) => one.code)).toContain(code);
  expect(turn).toMatchObject({ writer: { model: 'embedded' }, violations: [] });
  expect(turn.text).toContain('Empty the tray and the tank.');
  expect(turn.text).not.toContain(text);
  return { from, ticket, turn };
}

it.each(texts)('keeps %s of a model from customers, who get the article', async (...said) => {
  const { from } = await refusedTurn('auto', said);
  const mail = await world.mailTo(from);
  expect(mail.parsed.text).toContain('Empty the tray and the tank.');
  expect(mail.parsed.text).not.toContain(said[1]);
});

it.each(texts)('keeps %s of a model from agents, who get the article', async (...said) => {
  const { ticket, turn } = await refusedTurn('draft', said);
  expect((await world.caseOf(ticket.id)).draft?.text).toBe(turn.text);
});

it('says nothing of a refusal where the text of the model holds', async () => {
  model.answer = () => JSON.stringify({ sentences: [{ text: quote, sources }] });
  await govern('auto');
  await world.ask('Descaling, and it holds', asked);
  const ticket = await world.ticket('Descaling, and it holds');
  const turn = await world.turn(ticket.id, ({ path }) => path === 'answer');
  expect(turn).toMatchObject({ writer: { model: 'small-model' }, refused: null });
});
