import { describe, expect, test } from 'vitest';
import { chat } from './fixtures/chat.ts';
import { readTranscript } from './reading.rules.ts';
import { judgeSentiment } from './sentiment.rules.ts';
import { isLike } from './spelling.rules.ts';
import { chooseCategory, chooseSkills } from './topics.rules.ts';
import { judgeUrgency } from './urgency.rules.ts';

const read = (...lines: readonly string[]) => readTranscript(chat(...lines));

describe('sentiment', () => {
  test.each([
    [
      'very_positive',
      ['c: wow thank you so much, absolutely brilliant service!!', 'c: you are a star'],
    ],
    ['negative', ['c: not happy at all, this is a bad service']],
    ['very_negative', ['c: WORST company ever!!', 'c: this is a disgrace, useless support']],
    ['neutral', ['c: where can i see my invoice']],
  ])('%s', (sentiment, lines) => {
    expect(judgeSentiment(read(...lines)).sentiment).toBe(sentiment);
  });

  test('the end counts more than the beginning', () => {
    const thawed = judgeSentiment(
      read('c: this is ridiculous, i am angry', 'a: Fixed.', 'c: oh lovely, thank you so much'),
    );
    const soured = judgeSentiment(
      read('c: lovely, thank you so much', 'a: No.', 'c: this is ridiculous, i am angry'),
    );
    expect(['positive', 'very_positive', 'neutral']).toContain(thawed.sentiment);
    expect(['negative', 'very_negative']).toContain(soured.sentiment);
  });
});

describe('urgency', () => {
  const judge = (...lines: readonly string[]) =>
    judgeUrgency(read(...lines), { sentiment: 'neutral', isSettled: false }).urgency;

  test.each([
    ['urgent', ['c: URGENT my card was stolen!!!', 'c: somebody is using it right now']],
    ['high', ['c: nobody in the office can log in']],
    ['normal', ['c: my lamp arrived with a scratch']],
    ['low', ['c: no hurry, just a question about colours']],
    ['low', ['c: not urgent at all']],
  ])('%s: %j', (urgency, lines) => {
    expect(judge(...lines)).toBe(urgency);
  });
});

describe('topics', () => {
  const vocabulary = {
    categories: [
      { name: 'Delivery', description: 'Parcels', keywords: ['parcel', 'tracking', 'not arrived'] },
      { name: 'Billing', description: 'Money', keywords: ['invoice', 'rechnung', 'refund'] },
    ],
    skills: [
      { name: 'French', keywords: [] },
      { name: 'billing', keywords: ['invoice', 'refund'] },
    ],
  };
  const category = (line: string) => chooseCategory(read(line), [], vocabulary);

  test.each([
    ['Delivery', 'c: my parcels have not arrived'],
    ['Billing', 'c: the inovice is wrong'],
    ['Billing', 'c: meine Stromrechnung ist falsch'],
    ['Billing', 'c: mi factura está mal'],
    ['Delivery', 'c: il mio pacco è rotto'],
    [null, 'c: what a lovely day'],
  ])('%s', (name, line) => {
    expect(category(line).name).toBe(name);
  });

  test('two equal topics give less confidence than one', () => {
    const mixed = category('c: the parcel and the invoice').confidence;
    expect(category('c: the parcel and its tracking').confidence).toBeGreaterThan(mixed);
  });

  test('a language is a skill where the customer speaks it', () => {
    const skills = chooseSkills(
      read("c: je n'ai pas reçu la facture et je voudrais un refund"),
      [],
      vocabulary,
    );
    expect(skills.names).toEqual(['French', 'billing']);
  });
});

test.each([
  ['refnd', 'refund', true],
  ['inovic', 'invoic', true],
  ['stromrechn', 'rechn', true],
  ['stromnetz', 'netz', false],
  ['carton', 'carbon', true],
  ['table', 'cable', false],
])('%s is like %s: %s', (word, wanted, expected) => {
  expect(isLike(word, wanted)).toBe(expected);
});
