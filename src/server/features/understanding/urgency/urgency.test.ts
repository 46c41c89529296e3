import { expect, test } from 'vitest';
import { readUrgency } from './urgency.rules.ts';

const read = (...texts: string[]) =>
  readUrgency(texts.map((text, index) => ({ id: `m${index}`, text })));

test.each([
  ['URGENT: my card was stolen, block it immediately', 'urgent'],
  ['The smoke alarm went off, there is smoke from the charger, please answer right now', 'urgent'],
  ['Our shop is down and we are losing sales', 'urgent'],
  ['Nobody can log in today', 'high'],
  ['I need this as soon as possible', 'high'],
  ['Ich brauche dringend Hilfe', 'high'],
  ["C'est urgent, merci", 'high'],
  ['Es urgente, por favor', 'high'],
  ['È urgente, per favore', 'high'],
  ['Het is dringend', 'high'],
  ['É urgente, por favor', 'high'],
  ['My lamp arrived with a scratch', 'normal'],
  ['I am still waiting for an answer', 'normal'],
  ['No hurry, just a question about colours', 'low'],
  ['It is not urgent', 'low'],
  ['Es ist nicht dringend', 'low'],
  ["Ce n'est pas urgent", 'low'],
])('%s is %s', (text, level) => {
  expect(read(text).level).toBe(level);
});

test('every point has a reason and a place', () => {
  const text = 'Please help, the site  is down since TODAY';
  for (const found of read(text).evidence) {
    expect(text.slice(found.start, found.end)).toBe(found.text);
    expect(found.reason).not.toBe('');
  }
  expect(read(text).evidence.map((found) => found.text)).toEqual(['is down', 'TODAY']);
});
