import { expect, test } from 'vitest';
import { questionOfTicket, saysWords } from './asked.rules.ts';

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

test('an address or a number is no question, however long it is', () => {
  const said = [
    'where is my bill',
    'a-very-long-name.indeed@customer.example',
    '+49 30 1234567 8901',
  ];
  expect(questionOfTicket({ subject: 'Chat', said }).text).toBe('where is my bill');
  expect(said.map(saysWords)).toEqual([true, false, false]);
  expect(questionOfTicket({ subject: 'Chat', said: said.slice(1) }).text).toBe(said[1]);
});
