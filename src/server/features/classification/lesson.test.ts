import { expect, test } from 'vitest';
import { lessonOf } from './lesson.ts';

const category = (name: string, examples: string[] = []) => ({
  name,
  description: `About ${name}`,
  keywords: ['word'],
  examples,
});

test('examples of categories and filed tickets are learned from', () => {
  const lesson = lessonOf(
    [category('Billing', ['I was charged twice']), category('Returns')],
    [
      { text: 'Send it back', category: 'Returns' },
      { text: 'Gone', category: 'Deleted category' },
      { text: ' ', category: 'Returns' },
    ],
  );
  expect(lesson?.categories[0]).toEqual({ name: 'Billing', description: 'About Billing word' });
  expect(lesson?.examples).toEqual([
    { text: 'I was charged twice', category: 'Billing' },
    { text: 'Send it back', category: 'Returns' },
  ]);
});

test('nothing is learned from one category or from no example', () => {
  expect(lessonOf([category('Billing', ['one'])], [])).toBeNull();
  expect(lessonOf([category('Billing'), category('Returns')], [])).toBeNull();
});
