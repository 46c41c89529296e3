import { expect, test } from 'vitest';
import { verbOfPast, yesNoQuestion } from './verbs.rules.ts';

test.each([
  ['you’re 16 or over', 'Are you 16 or over?'],
  ['you are not a member', 'Are you a member?'],
  ['you get Income Support', 'Do you get Income Support?'],
  ['you have a car', 'Do you have a car?'],
  ["you've moved abroad", 'Have you moved abroad?'],
  ['you previously created a site', 'Did you previously create a site?'],
  ['you sold business premises or land', 'Did you sell business premises or land?'],
  ['you reduced your share', 'Did you reduce your share?'],
  ['you cancelled the order', 'Did you cancel the order?'],
  ['you can’t sign in', 'Can you sign in?'],
  ['you don’t use Outlook', 'Do you use Outlook?'],
  ['your goods are antiques', 'Are your goods antiques?'],
  ['the business deducts tax', 'Does the business deduct tax?'],
  ['your child has a passport', 'Does your child have a passport?'],
  ['it was delivered', 'Was it delivered?'],
  ['they leave', null],
  ['members of the armed forces', null],
  ['', null],
])('%j is asked as %j', (clause, question) => {
  expect(yesNoQuestion(clause)).toBe(question);
});

test.each([
  ['used', 'use'],
  ['changed', 'change'],
  ['applied', 'apply'],
  ['stopped', 'stop'],
  ['installed', 'install'],
  ['ordered', 'order'],
  ['worked', 'work'],
  ['received', 'receive'],
  ['created', 'create'],
  ['visited', 'visit'],
  ['enabled', 'enable'],
  ['purchased', 'purchase'],
  ['bought', 'buy'],
  ['red', null],
  ['need', null],
])('%s is a past of %s', (past, verb) => {
  expect(verbOfPast(past)).toBe(verb);
});
