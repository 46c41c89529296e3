/** Customers who come back to a case that counted as solved, whoever goes on with it. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { answerTo } from '../support/mail-world.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { until } from '../support/wait.ts';

const clock = createMovedClock();
let world: AssistantWorld;

beforeAll(async () => {
  world = await openAssistantWorld({ clock });
});

afterAll(() => world.stop());

beforeEach(() => govern({}));

const question = 'How do I descale my machine? The light is on.';
const stillBroken = 'It still does not work, I tried all of it.';
const dayMinutes = 24 * 60;

const silence = { mailHours: 72, chatHours: 24, remind: true, reopenDays: 7 };

const govern = (policy: object) =>
  world.govern({
    stopped: false,
    silence,
    otherwise: { autonomy: 'auto', answerFrom: 0.5 },
    ...policy,
  } as never);

const outcomeOf = async (ticketId: string) => (await world.caseOf(ticketId)).outcome;

/** A case that was answered and counts as solved, as nobody came back; `reply` answers the mail. */
async function assumed(subject: string) {
  const from = await world.ask(subject, question);
  const mail = await world.mailTo(from);
  const { id } = await world.ticket(subject);
  await world.turn(id, ({ path }) => path === 'answer');
  clock.forward(73 * 60);
  await world.app.services.assistant.clock(world.workspaceId, id);
  expect(await outcomeOf(id)).toBe('assumed');
  const reply = (text: string) =>
    world.send({ from, ...answerTo(mail, { text, subject: `Re: ${subject}` }) });
  return { id, reply };
}

/** Waits until the assistant has looked at what came last and left it. */
const left = (id: string, reason: string) => world.turn(id, (turn) => turn.reason === reason);

it('take the count back also while the assistant leaves them to people', async () => {
  const { id, reply } = await assumed('Back while stopped');
  await govern({ stopped: true });
  await reply(stillBroken);
  await left(id, 'stopped');
  expect(await outcomeOf(id)).toBe('reopened');
});

it('leave it as it is with thanks', async () => {
  const { id, reply } = await assumed('Thanks while stopped');
  await govern({ stopped: true });
  await reply('Thank you, that solved it!');
  await left(id, 'stopped');
  expect(await outcomeOf(id)).toBe('assumed');
});

it('count for the days of the policy', async () => {
  await govern({ silence: { ...silence, reopenDays: 2 } });
  const { id, reply } = await assumed('Back too late');
  clock.forward(3 * dayMinutes);
  await reply(stillBroken);
  await left(id, 'not_helped');
  expect(await outcomeOf(id)).toBe('assumed');
});

/** As `assumed`, and its ticket has closed since. */
async function closed(subject: string) {
  const one = await assumed(subject);
  clock.forward(5 * dayMinutes);
  await world.app.services.closing.close(world.workspaceId);
  expect((await world.ana.get(`/api/tickets/${one.id}`)).body.status).toBe('closed');
  return one;
}

it('take it back in the ticket that follows the closed one, and get a person there', async () => {
  const { id, reply } = await closed('Back after it closed');
  await reply(stillBroken);
  await until('the count to be taken back', async () => (await outcomeOf(id)) === 'reopened');
  const { id: next } = await world.ticket('Re: Back after it closed');
  expect((await world.turn(next, () => true)).reason).toBe('not_helped');
});

it('leave nothing to do with thanks for a closed one', async () => {
  const { id, reply } = await closed('Thanks after it closed');
  await reply('Thank you, that solved it!');
  const { id: next } = await world.ticket('Re: Thanks after it closed');
  await world.turn(next, ({ path }) => path === 'close');
  expect((await world.ana.get(`/api/tickets/${next}`)).body.status).toBe('solved');
  expect(await outcomeOf(id)).toBe('assumed');
});
