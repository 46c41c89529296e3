import { beforeAll, describe, expect, it } from 'vitest';
import { demoArticles } from '../../../onboarding/demo-articles.ts';
import { createRetrievalIndex, type RetrievalIndex } from '../retrieval-index.ts';
import { unitsOf } from './units.ts';

let index: RetrievalIndex;

beforeAll(() => {
  index = createRetrievalIndex();
  for (const { title, body, visibility } of demoArticles)
    if (visibility !== 'internal') index.put({ id: title, title, text: body });
  index.put({
    id: 'router',
    title: 'Reset the router',
    text: 'The router is the black box with the two aerials.\n\n## What to do\n\n1. Hold the button.\n2. Wait for the blue light.',
  });
});

const answerTo = (text: string): string => index.query({ text }).answer;

const descaling = ['1. Empty the tray and the tank.', '5. Run two full tanks'];
const cleaning = ['1. Turn the ring to step 48', '5. Put it together'];
const returning = ['You have 30 days', '1. Write to us', '4. The refund goes back'];
const subscription = ['Sign in to your account', '- **Pause** it', '- **End** it at any time'];

describe('a short question gets what answers it', () => {
  it.each([
    ['How do I descale?', descaling],
    ['How do I descale the machine?', descaling],
    ['descale', descaling],
    ['steps for descaling please', descaling],
    ['Wie entkalke ich? descale', descaling],
    ['How do I clean the Tidewheel?', cleaning],
    ['How do I return something?', returning],
    ['How many days do I have to return something?', ['You have 30 days', '1. Write to us']],
    ['How do I end my subscription?', ['open *Subscription*', '**End** it']],
    ['How do I pause my subscription?', subscription],
    ['How do I change my subscription?', subscription],
    ['How do I reset the router?', ['1. Hold the button.', '2. Wait for the blue light.']],
    ['Which step for a French press?', ['| Espresso | 8 to 12 |', '| French press | 34 to 38 |']],
    ['Which coffee for a French press?', ['| French press | Saltmarsh or Dune | coarse |']],
    ['grind size french press', ['| Moka pot | Night Ferry | medium fine |']],
    ['How much is delivery to Switzerland?', ['| To | Working days |', '€12.90']],
    ['delivery time norway', ['5 to 9']],
    ['How often should I descale?', ['every two months']],
    ['Where is the serial number?', ['on the label under the base']],
    ['How can I pay?', ['Cards, PayPal, direct debit']],
    ['How do I change the address?', ['Write to us with the order number']],
    ['Can I cancel my order?', ['until it is packed', 'nothing can be changed']],
    ['My coffee tastes sour', ['Go finer']],
    ['Why was I charged twice?', ['mostly a reservation', 'write to us with the order number']],
  ])('%s', (text, wanted) => {
    const answer = answerTo(text);
    for (const words of wanted) expect(answer).toContain(words);
  });

  it.each([
    ['How often should I descale?', '1. Empty the tray'],
    ['Can I use vinegar?', '1. Empty the tray'],
    ['Can I return opened coffee?', '1. Write to us'],
    ['The light blinks orange', '5. Run two full tanks'],
  ])('%s: without what was not asked', (text, left) => {
    expect(answerTo(text)).not.toContain(left);
  });
});

describe('units', () => {
  it('end a list where a paragraph begins at the margin', () => {
    const text = '1. One.\n2. Two.\n\n   Still two.\n\n3. Three.\n\nApart.\n\n- Again.';
    const units = unitsOf(text, { start: 0, end: text.length });
    expect(units.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['list', '1. One.\n2. Two.\n\n   Still two.\n\n3. Three.'],
      ['sentence', 'Apart.'],
      ['list', '- Again.'],
    ]);
  });
});
