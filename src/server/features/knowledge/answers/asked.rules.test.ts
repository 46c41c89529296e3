import { expect, test } from 'vitest';
import { questionOfTicket } from './asked.rules.ts';

test('what was said at most length is the question, the rest its context', () => {
  const said = ['Hello', 'My grinder jams as soon as the burrs are cold.', 'Kim', 'Thank you'];
  expect(questionOfTicket({ subject: 'Grinder', said })).toEqual({
    text: 'My grinder jams as soon as the burrs are cold.',
    subject: 'Grinder',
    context: ['Hello', 'Kim', 'Thank you'],
  });
});

test('a ticket in which nobody has said anything is asked about by its subject', () => {
  expect(questionOfTicket({ subject: 'Call back', said: [] }).text).toBe('Call back');
});
