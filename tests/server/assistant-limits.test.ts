/** What the assistant sends and keeps when much happens in the same moment. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { startModelPeer, type ModelPeer } from '../support/model-peer.ts';
import { until } from '../support/wait.ts';

let world: AssistantWorld;
let model: ModelPeer;

beforeAll(async () => {
  world = await openAssistantWorld({ config: { allowedHosts: ['127.0.0.1'] } });
  model = await startModelPeer();
});

afterAll(async () => {
  await world.stop();
  await model.close();
});

const question = 'How do I descale my machine? The light is on.';

/** Sends so many questions at once and waits for a turn of each; gives the reasons. */
async function asked(name: string, count: number, from?: string): Promise<string[]> {
  const subjects = Array.from({ length: count }, (_, at) => `${name} ${'.'.repeat(at + 1)}`);
  await Promise.all(
    subjects.map((subject, at) =>
      world.ask(subject, question, from ?? `${name}-${at}@customer.test`),
    ),
  );
  const reasons = await Promise.all(
    subjects.map(async (subject) => {
      const { id } = await world.ticket(subject);
      return (await world.turn(id, () => true)).reason;
    }),
  );
  await until('everything to be sent', async () => {
    const { rows } = await world.app.database.ownerPool.query(
      `select count(*)::int as open from outbound_mails where state = 'queued'`,
    );
    return rows[0].open === 0;
  });
  return reasons;
}

const sentTo = (part: string) =>
  world.peer.received.filter(({ to }) => to.some((address) => address.includes(part)));

it('is never more in an hour than the policy says', async () => {
  await world.govern({
    otherwise: { autonomy: 'auto', answerFrom: 0.4 },
    limits: { perHour: 3 },
  } as never);
  const reasons = await asked('hourly', 10);
  expect(sentTo('hourly')).toHaveLength(3);
  expect(reasons.filter((reason) => reason === 'limit')).toHaveLength(7);
});

it('is for a share of the customers, and the same for who writes twice', async () => {
  await world.govern({ otherwise: { autonomy: 'auto', answerFrom: 0.4, rollOut: 50 } } as never);
  const twice = await Promise.all(
    Array.from({ length: 12 }, (_, at) => asked(`shared ${at}`, 2, `shared-${at}@customer.test`)),
  );
  for (const [first, second] of twice)
    expect(first === 'not_rolled_out').toBe(second === 'not_rolled_out');
});

it('is never more to one customer in a day than the policy says', async () => {
  await world.govern({
    otherwise: { autonomy: 'auto', answerFrom: 0.4 },
    limits: { perHour: 500, perCustomerADay: 2 },
  } as never);
  const reasons = await asked('daily', 6, 'daily@customer.test');
  expect(sentTo('daily')).toHaveLength(2);
  expect(reasons.filter((reason) => reason === 'limit')).toHaveLength(4);
});

it('is kept in the history where the case was another each time it was about to act', async () => {
  const provider = {
    kind: 'openai_compatible',
    baseUrl: model.url,
    apiKey: 'sk-very-secret',
    model: 'small-model',
    priceIn: 0,
    priceOut: 0,
    dailyTokens: null,
    timeoutSeconds: 30,
  };
  await world.devi.put('/api/models/write', provider);
  // The policy changes while the model writes: three times, as often as a turn is begun anew.
  const changes = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
  for (const { promise } of changes)
    model.next.push({ say: '{}', after: promise }, { say: '{}', after: promise });
  const before = model.asked.length;
  await world.ask('Overtaken', question);
  for (const [at, { resolve }] of changes.entries()) {
    await until(`turn ${at + 1} to ask the model`, () => model.asked.length - before > at * 2);
    await world.govern({ limits: { turns: 11 + at } });
    resolve();
  }
  await world.devi.delete('/api/models/write');
  const { id } = await world.ticket('Overtaken');
  const turn = await world.turn(id, ({ reason }) => reason === 'overtaken');
  expect(turn).toMatchObject({ path: 'skip', state: 'done' });
  const lines = (await world.events(id)).filter(({ type }) => type === 'assistant.overtaken');
  expect(lines).toHaveLength(1);
  const { rows } = await world.app.database.ownerPool.query(
    'select assistant_until from tickets where id = $1',
    [id],
  );
  expect(rows[0].assistant_until).toBeNull();
});
