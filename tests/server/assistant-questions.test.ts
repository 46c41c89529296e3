/** Mails that ask more than one thing, or ask it late, and what comes after an answer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { answerTo } from '../support/mail-world.ts';

const descale = 'How do I descale my machine? The orange light is blinking.';
let world: AssistantWorld;

beforeAll(async () => {
  world = await openAssistantWorld();
  await world.govern({ otherwise: { autonomy: 'auto', answerFrom: 0.5 } } as never);
});

afterAll(() => world.stop());

const mailsTo = (address: string) => world.peer.received.filter(({ to }) => to.includes(address));

/** A mail that was answered, and what becomes of the reply to it. */
async function replied(subject: string, text: string) {
  const from = await world.ask(subject, descale);
  const mail = await world.mailTo(from);
  const ticket = await world.ticket(subject);
  await world.send({ from, ...answerTo(mail, { text }) });
  const turn = await world.turn(ticket.id, ({ question, path }) => {
    return path !== 'answer' || !question.startsWith('How do I descale');
  });
  return { from, mail, ticket, turn };
}

describe('how something of the customer’s stands', () => {
  it('is answered where an article says surely where to look', async () => {
    const from = await world.ask('Parcel', 'Hello,\n\nwhere is my parcel?\n\nPat');
    expect((await world.mailTo(from)).parsed.text).toContain('Where is my parcel?');
  });

  it.each([
    ['When it comes', 'When will my parcel arrive?'],
    [
      'Charged',
      'I was charged €29.40 for order 48231, the basket said €24.50. Can somebody check?',
    ],
  ])('is looked up by a person otherwise: %s', async (subject, text) => {
    const from = await world.ask(subject, text);
    const { id } = await world.ticket(subject);
    expect(await world.turn(id, () => true)).toMatchObject({
      path: 'hand_over',
      reason: 'service_request',
    });
    expect(mailsTo(from)).toEqual([]);
  });
});

describe('two questions in one mail', () => {
  it('are both answered, each under the title of its article', async () => {
    const from = await world.ask(
      'Two things',
      'Hi, two things. How do I descale my machine? And can I pay with PayPal?\n\nPat',
    );
    const { text = '', html = '' } = (await world.mailTo(from)).parsed;
    const places = [
      'Descale the machine',
      'Empty the tray and the tank',
      'Ways to pay, and what the card statement says',
      'Cards, PayPal, direct debit',
    ].map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(html).toContain('Cards, PayPal, direct debit');
    const { id } = await world.ticket('Two things');
    const turn = await world.turn(id, ({ path }) => path === 'answer');
    const cited = turn.passages.filter((one) => one.cited).map(({ title }) => title);
    expect(cited).toEqual(['Descale the machine', 'Ways to pay, and what the card statement says']);
  });

  it('of which no article answers one go to a person, who is told which', async () => {
    const text = `${descale} Also, does your roastery offer barista courses?`;
    const from = await world.ask('Two things and one unknown', text);
    const { id } = await world.ticket('Two things and one unknown');
    const turn = await world.turn(id, () => true);
    expect(turn).toMatchObject({ path: 'hand_over', reason: 'unsure' });
    expect(turn.detail).toContain('barista courses');
    expect(mailsTo(from)).toEqual([]);
  });
});

it('a question at the end of a long letter is answered', async () => {
  const letter = `Dear team,

I hope this finds you well. My wife and I have been drinking your Saltmarsh every morning since our trip to the coast in spring, and every visitor asks us where it is from. The tins look lovely on the shelf and our daughter uses the empty ones for her pencils. The weather here has been grey, and a good cup is what keeps us going.

We also wanted to say how kind the person at the fair in Leeds was to us, who explained the difference between washed and natural beans for half an hour.

Now to the reason why I write: next month we are away for three weeks. Could you tell me how I pause my subscription for that time?

With warm regards and best wishes for the season
Pat and Robin Quinn`;
  const from = await world.ask('Greetings from Leeds', letter);
  const { parsed } = await world.mailTo(from);
  expect(parsed.text).toContain('Pause, change or end a subscription');
});

describe('after an answer', () => {
  it('another question is looked up by itself', async () => {
    const text = 'Thanks, works now. Another question: can I pay with PayPal?';
    const { from, turn } = await replied('Another question', text);
    expect(turn).toMatchObject({ path: 'answer', reason: 'confident' });
    const { parsed } = await world.mailTo(from, 2);
    expect(parsed.text).toContain('Cards, PayPal, direct debit');
    expect(parsed.text).not.toContain('Empty the tray');
  });

  it('the same words are not sent twice: a person takes over', async () => {
    const { from, turn } = await replied('Descaler', 'Where can I buy the descaler bags?');
    expect(turn).toMatchObject({ path: 'hand_over', reason: 'repeated' });
    expect((await world.mailTo(from, 2)).parsed.text).toContain('A person of our team');
  });

  it('who will try it is left in peace, and the case goes on waiting', async () => {
    const text = 'Thank you, I will try this tonight and let you know.';
    const { from, mail, ticket, turn } = await replied('Tonight', text);
    expect(turn).toMatchObject({ path: 'skip', reason: 'will_try' });
    const { state, waitsUntil } = await world.caseOf(ticket.id);
    expect(state).toBe('waiting');
    expect(Date.parse(waitsUntil ?? '')).toBeGreaterThan(Date.now());
    expect((await world.ana.get(`/api/tickets/${ticket.id}`)).body.status).toBe('pending');
    expect(mailsTo(from)).toHaveLength(1);
    await world.send({ from, ...answerTo(mail, { text: 'It works now, thank you!' }) });
    expect((await world.mailTo(from, 2)).parsed.text).toContain('Good to read');
  });
});

describe('what a category needs to know', () => {
  const requiredFields = [{ key: 'order', label: 'What is your order number?', options: [] }];
  const rule = { autonomy: 'auto', answerFrom: 0.5, requiredFields };
  beforeAll(() => world.govern({ otherwise: rule } as never));
  const fieldsOf = async (ticketId: string) => {
    const { fields } = await world.app.database.owner
      .selectFrom('tickets')
      .select('fields')
      .where('id', '=', ticketId)
      .executeTakeFirstOrThrow();
    return fields;
  };
  const noise = 'My machine makes a strange noise in the morning.';

  it('is asked for alone, kept with the case, and never asked for again', async () => {
    const from = await world.ask('Strange noise', noise);
    const asked = await world.mailTo(from);
    expect(asked.parsed.text).toContain('What is your order number?');
    const { id } = await world.ticket('Strange noise');
    await world.send({ from, ...answerTo(asked, { text: 'LT-20418' }) });
    const turn = await world.turn(id, ({ path }) => path === 'hand_over');
    expect(turn.reason).toMatch(/nothing_found|unsure/);
    expect(await fieldsOf(id)).toEqual({ order: 'LT-20418' });
  });

  it('is asked for before somebody is to do something, who then has it all', async () => {
    const from = await world.ask('A refund', 'Please refund my order, I want my money back.');
    const { id } = await world.ticket('A refund');
    const asked = await world.mailTo(from);
    expect(asked.parsed.text).toContain('What is your order number?');
    expect(asked.parsed.text).not.toContain('/articles/');
    expect(await world.turn(id, ({ path }) => path === 'ask')).toMatchObject({
      reason: 'needs_facts',
    });
    await world.send({ from, ...answerTo(asked, { text: 'It is LT-20418.' }) });
    await world.turn(id, ({ reason }) => reason === 'service_request');
    expect(await fieldsOf(id)).toEqual({ order: 'It is LT-20418.' });
    expect((await world.mailTo(from, 2)).parsed.text).toContain('A person of our team');
  });

  it('is not asked for where the mail tells it', async () => {
    const from = await world.ask('Noise again', `${noise} It came with order LT-20418.`);
    const { id } = await world.ticket('Noise again');
    expect(await world.turn(id, () => true)).toMatchObject({ path: 'hand_over' });
    expect(mailsTo(from)).toEqual([]);
    expect(await fieldsOf(id)).toEqual({ order: 'LT-20418' });
  });
});
