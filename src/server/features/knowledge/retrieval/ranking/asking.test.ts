import { describe, expect, it } from 'vitest';
import { spentMs } from '../../../../platform/spent-ms.ts';
import { askingOf } from './asking.ts';

const signs = (text: string): string[] =>
  Object.entries(askingOf(text)).flatMap(([name, value]) => (value === 1 ? [name] : []));

describe('askingOf', () => {
  it.each([
    'How do I change my shipping address?',
    'Can I get a refund?',
    'Am I able to get the disability benefit?',
    'I want to know how to add a subscribe form to my site.',
    'I have trouble with the address field. Can you help me with this?',
    'The update fails with error 404.',
    'Wo liegt meine Rechnung',
    '',
    '🙂',
  ])('finds nothing against "%s"', (text) => {
    expect(signs(text)).toEqual([]);
  });

  it.each([
    ['Please book a table for three on Monday.', 'wants_act'],
    ['Great. Could you give me their phone number?', 'wants_act'],
    ["What's their postcode?", 'wants_act'],
    ['I am looking for a cheap hotel in the north.', 'wants_thing'],
    ['How about a place in the centre?', 'wants_thing'],
    ['No thanks, that is all I needed.', 'takes_leave'],
    ['Thanks for your help. Bye!', 'takes_leave'],
    ['It should be for the second of May.', 'asks_nothing'],
  ])('reads "%s" as %s', (text, sign) => {
    expect(signs(text)).toContain(sign);
  });

  it('reads the end of a long text in no time', () => {
    expect(spentMs(() => askingOf('what is the '.repeat(20_000)))).toBeLessThan(200);
  });
});
