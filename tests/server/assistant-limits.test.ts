/** What the assistant may send, when many want something in the same moment. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { until } from '../support/wait.ts';

let world: AssistantWorld;

beforeAll(async () => {
  world = await openAssistantWorld();
});

afterAll(() => world.stop());

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

it('is never more to one customer in a day than the policy says', async () => {
  await world.govern({
    otherwise: { autonomy: 'auto', answerFrom: 0.4 },
    limits: { perHour: 500, perCustomerADay: 2 },
  } as never);
  const reasons = await asked('daily', 6, 'daily@customer.test');
  expect(sentTo('daily')).toHaveLength(2);
  expect(reasons.filter((reason) => reason === 'limit')).toHaveLength(4);
});
