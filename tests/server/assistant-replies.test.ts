/** Short replies to the assistant's questions, as people write them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { answerTo } from '../support/mail-world.ts';

let world: AssistantWorld;

beforeAll(async () => {
  world = await openAssistantWorld();
  await world.govern({ otherwise: { autonomy: 'auto', answerFrom: 0.5 } } as never);
});

afterAll(() => world.stop());

let asks = 0;

/** Asks what two articles could answer; gives the letter and the place of one of them in the question. */
async function asked() {
  // The subject must not tell more: it is part of the question.
  asks += 1;
  const subject = `Tidewheel ${'.'.repeat(asks)}`;
  const from = await world.ask(
    subject,
    'I have a question about my Tidewheel grinder.',
    `kim-${asks}@customer.test`,
  );
  const ticket = await world.ticket(subject);
  const mail = await world.mailTo(from);
  const offered = [...(mail.parsed.text ?? '').matchAll(/([a-d])\) (.+)/g)];
  const place = offered.findIndex(([, , title]) => title === 'Clean the Tidewheel');
  const reply = (text: string) => world.send({ from, ...answerTo(mail, { text }) });
  return { from, ticket, mail, letter: offered[place]?.[1] ?? '', place: place + 1, reply };
}

const ordinals = ['first', 'second', 'third', 'fourth'];

describe('an option of a question', () => {
  it.each([
    ['letter', ({ letter }: { letter: string }) => letter],
    [
      'place, with thanks and a name',
      ({ place }: { place: number }) => `${place}) please\n\nThanks,\nKim`,
    ],
    [
      'place in words, with a wrong letter',
      ({ place }: { place: number }) => `teh ${ordinals[place - 1]} one`,
    ],
    ['letter in German', ({ letter }: { letter: string }) => `Option ${letter} bitte`],
  ])('is chosen by its %s', async (_what, words) => {
    const one = await asked();
    expect(one.mail.parsed.text).toContain(`${one.letter}) Clean the Tidewheel`);
    await one.reply(words(one));
    const turn = await world.turn(one.ticket.id, ({ turn: nth }) => nth === 2);
    expect(turn).toMatchObject({ path: 'answer', reason: 'chosen' });
    const mail = await world.mailTo(one.from, 2);
    expect(mail.parsed.text).toContain('1. Turn the ring to step 48');
  });

  it.each(['1 or 2', 'both', 'none of these', 'option f'])(
    'is for a person to find out where the reply is %j',
    async (text) => {
      const one = await asked();
      await one.reply(text);
      const turn = await world.turn(one.ticket.id, ({ turn: nth }) => nth === 2);
      expect(turn).toMatchObject({ path: 'hand_over', reason: 'unclear_reply' });
      expect((await world.mailTo(one.from, 2)).parsed.text).toContain('A person of our team');
    },
  );
});

describe('a reply that a list or a program sent', () => {
  it.each([
    ['List-Id', { 'List-Id': 'Team <team.customer.test>' }, 'mailing list'],
    ['Precedence', { Precedence: 'bulk' }, 'Precedence: bulk'],
  ])(
    '(%s) is not answered, says why once, and a person who writes then is',
    async (_what, headers, why) => {
      asks += 1;
      const subject = `Descaling ${'.'.repeat(asks)}`;
      const from = await world.ask(
        subject,
        'How do I descale my machine?',
        `kim-${asks}@customer.test`,
      );
      const ticket = await world.ticket(subject);
      const mail = await world.mailTo(from);
      const words = { text: 'How long is a voucher valid?' };
      await world.send({ from, ...answerTo(mail, words), headers });
      const skipped = await world.turn(ticket.id, ({ path }) => path === 'skip');
      expect(skipped).toMatchObject({ reason: 'automatic_mail', state: 'done' });
      expect(skipped.detail).toContain(why);
      await world.settled();
      expect(world.peer.received.filter(({ to }) => to.includes(from))).toHaveLength(1);
      expect((await world.ana.get(`/api/tickets/${ticket.id}`)).body.status).toBe('open');
      const events = await world.events(ticket.id);
      expect(events.filter(({ type }) => type === 'mail.bulk')).toHaveLength(1);
      await world.send({ from, ...answerTo(mail, words) });
      expect((await world.mailTo(from, 2)).parsed.text).toContain('valid for three years');
    },
  );
});

it('thanks of somebody in copy are nobody’s question: nothing is looked up, and no article is missing', async () => {
  const subject = 'Descale with a colleague in copy';
  const question = 'How do I descale my machine? The light is on.';
  const from = await world.ask(subject, question);
  const mail = await world.mailTo(from);
  const text = 'That worked, thank you!';
  await world.send({
    from: 'bob@customer.test',
    ...answerTo(mail, { text, subject: `Re: ${subject}` }),
  });
  const { id } = await world.ticket(`Re: ${subject}`);
  const { path, reason } = await world.turn(id, () => true);
  expect({ path, reason }).toEqual({ path: 'hand_over', reason: 'unclear_reply' });
  expect((await world.caseOf((await world.ticket(subject)).id)).outcome).toBeNull();
});
