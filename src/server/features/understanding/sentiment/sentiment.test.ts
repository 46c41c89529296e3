import { expect, test } from 'vitest';
import { moodOf, readSentiment } from './sentiment.rules.ts';

const say = (...texts: string[]) =>
  readSentiment(texts.map((text, index) => ({ id: `m${index}`, text })));

test.each([
  ['This is absolutely terrible, worst company ever!!', 'very_negative'],
  ['I am very disappointed with this service', 'negative'],
  ['not happy at all', 'negative'],
  ['The invoice is from May.', 'neutral'],
  ['Where can I find my order?', 'neutral'],
  ['Thanks, that was helpful', 'positive'],
  ['Wow, absolutely brilliant, thank you so much!!', 'very_positive'],
  ['Das ist eine Frechheit, ich bin wütend!!', 'very_negative'],
  ['Ich bin leider sehr enttäuscht', 'negative'],
  ['Vielen Dank, sehr freundlich', 'positive'],
  ["C'est honteux, une vraie arnaque !!", 'very_negative'],
  ['Je suis très déçu', 'negative'],
  ['Estoy muy decepcionado con el servicio', 'negative'],
  ['Esto es una vergüenza, una estafa!!', 'very_negative'],
  ['Sono molto deluso', 'negative'],
  ['Ik ben erg teleurgesteld', 'negative'],
  ['Estou muito satisfeito, obrigado', 'positive'],
  ['no problem', 'neutral'],
  ['', 'neutral'],
])('%s is %s', (text, value) => {
  expect(say(text).value).toBe(value);
});

test('the trend follows the conversation and the end counts most', () => {
  const soured = say('Thank you, lovely!', 'It fails again', 'This is ridiculous, I am furious!!');
  expect(soured.trend).toBe('falling');
  expect(soured.score).toBeLessThan(0);
  expect(say('This is ridiculous, I am furious', 'ok', 'Great, thanks!').trend).toBe('rising');
  expect(say('hello').trend).toBe('steady');
});

test('evidence names the words in the message as it was written', () => {
  const text = 'Bonjour,\n\n  je suis   très DÉÇU !';
  const [found] = say(text).evidence;
  expect(text.slice(found?.start, found?.end)).toBe('DÉÇU');
  expect(found?.message).toBe('m0');
});

test('long and strange texts are read', () => {
  expect(Math.abs(moodOf('not '.repeat(20_000)).score)).toBeLessThanOrEqual(1);
  expect(moodOf('\ud83d'.repeat(1_000)).score).toBe(0);
});
