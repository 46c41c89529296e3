import { describe, expect, it } from 'vitest';
import { writeBrief } from './brief/brief.rules.ts';
import { withoutDetails, type SpokenMessage } from './transcript.rules.ts';

const say = (
  author: SpokenMessage['author'],
  text: string,
  asksForDetails = false,
): SpokenMessage => ({
  id: text,
  author,
  text,
  at: '2026-03-02T10:00:00.000Z',
  asksForDetails,
});

const left = [
  say('customer', 'I was charged 29.40 for order 48231 but my basket said 24.50'),
  say('assistant', 'I am an automated assistant. What is your name?', true),
  say('customer', 'Sofie'),
  say('assistant', 'At which email address can we reach you?', true),
  say('customer', 'sofie@example.test'),
  say('assistant', 'Nobody from our team is online right now.', true),
  say('customer', 'Answer me by email'),
  say(
    'assistant',
    'Your conversation is with our team now, for an answer by email. This chat ends here.',
  ),
];

describe('what a brief is written from', () => {
  it('is what was said, not the details that were asked for', () => {
    expect(withoutDetails(left).map((message) => message.text)).toEqual([
      left[0]?.text,
      left[7]?.text,
    ]);
  });

  it('keeps an answer that says more than was asked', () => {
    const more = [
      say('assistant', 'Your name?', true),
      say('customer', 'Kim, and please hurry, it is leaking everywhere'),
    ];
    expect(withoutDetails(more)).toEqual([more[1]]);
    const question = [say('assistant', 'Your name?', true), say('customer', 'why?')];
    expect(withoutDetails(question)).toEqual([question[1]]);
  });

  it('makes the next step of an unanswered chat an answer', () => {
    const brief = writeBrief(
      { messages: withoutDetails(left), endedBy: 'customer' },
      { categories: [], skills: [] },
    );
    expect(brief.nextStep.value).toContain('I was charged 29.40 for order 48231');
    expect(brief.problem.confidence).toBeGreaterThanOrEqual(0.5);
  });
});
