import { expect, test } from 'vitest';
import { proposeSynonyms, wordsIn } from './propose.ts';

const stemsOf = (text: string, articles = 1) =>
  new Map([...wordsIn(text).keys()].map((stem) => [stem, articles]));
const known = new Map([
  ...stemsOf(
    'Descale the machine. Remove limescale with the descaler. A parcel is late. Refunds take days.',
  ),
  ...stemsOf('remove', 9),
]);
const chalk = [
  'chalk in my kettle',
  'white chalk everywhere',
  'so much chalk inside',
  'chalk again',
];
const rest = Array.from({ length: 12 }, (_, index) => ({
  id: `r${index}`,
  question: `Where is my parcel number ${index}?`,
  answer: 'Your parcel is late, we are sorry.',
}));
const tickets = [
  ...chalk.map((question, index) => ({
    id: `c${index}`,
    question,
    answer: 'Remove the limescale with our descaler.',
  })),
  ...rest,
];

test('a word no article knows is proposed for the one agents answer it with', () => {
  const [first, ...others] = proposeSynonyms(tickets, known);
  expect(others).toEqual([]);
  expect(first?.said).toBe('chalk');
  expect(['limescale', 'descaler']).toContain(first?.meant);
  expect(first?.ticketIds).toEqual(['c0', 'c1', 'c2', 'c3']);
});

test('nothing is proposed for words the articles know, by chance, or where everybody is answered so', () => {
  expect(proposeSynonyms(tickets, new Map([...known, ...stemsOf('chalk')]))).toEqual([]);
  expect(proposeSynonyms([...tickets.slice(0, 2), ...rest], known)).toEqual([]);
  const everywhere = tickets.map((one) => ({ ...one, answer: 'Remove the limescale.' }));
  expect(proposeSynonyms(everywhere, known)).toEqual([]);
  expect(proposeSynonyms([], known)).toEqual([]);
});

test('a customer who says both words needs neither', () => {
  const both = tickets.map((one) => ({
    ...one,
    question: `${one.question} limescale remove descaler`,
  }));
  expect(proposeSynonyms(both, known)).toEqual([]);
});
