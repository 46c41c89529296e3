import { describe, expect, test } from 'vitest';
import { chat } from './fixtures/chat.ts';
import { findOpenQuestions } from './questions.rules.ts';
import { readTranscript } from './reading.rules.ts';

const openIn = (...lines: readonly string[]) =>
  findOpenQuestions(readTranscript(chat(...lines))).map((question) => question.text);

describe('open', () => {
  test.each([
    ['nobody replied', ['c: when will my parcel arrive?'], 'when will my parcel arrive?'],
    ['without a mark', ['c: how do i reset the alarm'], 'how do i reset the alarm'],
    [
      'put off',
      ['c: will the bank fee be refunded?', 'a: I need to ask my manager about it.'],
      'will the bank fee be refunded?',
    ],
    [
      'only sympathy',
      ['c: who pays for the damage?', 'a: I understand your frustration.'],
      'who pays for the damage?',
    ],
    [
      'passed over',
      ['c: do i have to pay for the visit?', 'a: Please make sure somebody is at home.'],
      'do i have to pay for the visit?',
    ],
    [
      'met by a question',
      ['c: can you ship it to Norway?', 'a: What is your order number?'],
      'can you ship it to Norway?',
    ],
    [
      'by the agent',
      ['a: Which model do you have?', 's: The session ended'],
      'Which model do you have?',
    ],
    [
      'pointing back',
      ['c: The bank took a fee of 25 euros. Will you pay for that?'],
      'The bank took a fee of 25 euros … Will you pay for that?',
    ],
  ])('%s', (_name, lines, question) => {
    expect(openIn(...lines)).toContain(question);
  });
});

describe('answered or idle', () => {
  test.each([
    ['yes', ['c: can you ship it to Norway?', 'a: Yes, we can.']],
    ['no', ['c: do i need to return it?', 'a: No need, keep it.']],
    ['a time', ['c: when do i get my money?', 'a: It takes 3 to 5 working days.']],
    ['a price', ['c: how much is the repair?', 'a: That would be 45 euros.']],
    ['a way', ['c: how do i export my notes?', 'a: Open the menu and press Export.']],
    [
      'same words later',
      [
        'c: and the invoice?',
        'a: What is the new name?',
        'c: Yildiz',
        'a: The invoice is corrected.',
      ],
    ],
    ['by the customer', ['a: Which model do you have?', 'c: the small one']],
    ['courtesy', ['a: Anything else I can help with?']],
    ['presence', ['c: hello?', 'c: are you still there?']],
    ['small talk', ['a: How is the weather in Leeds?']],
    ['outcry', ['c: are you kidding me?']],
  ])('%s', (_name, lines) => {
    expect(openIn(...lines)).toEqual([]);
  });

  test('asked again counts once', () => {
    const lines = [
      'c: where is my parcel?',
      'a: Which city do you live in?',
      'c: Leeds. so where is my parcel?',
    ];
    expect(openIn(...lines)).toHaveLength(1);
  });
});
