import { expect, test } from 'vitest';
import { chosenOption } from './choice.rules.ts';

const options = ['Set the Tidewheel hand grinder', 'Clean the Tidewheel'];

test.each([
  ['Clean the Tidewheel', 'Clean the Tidewheel'],
  ['I want to clean the Tidewheel.', 'Clean the Tidewheel'],
  ['The second one, cleaning.', 'Clean the Tidewheel'],
  ['How to set it', 'Set the Tidewheel hand grinder'],
  ['The Tidewheel', null],
  ['Both: set it and clean it', null],
  ['I do not want to clean it', null],
  ['My order has not arrived', null],
  ['', null],
])('%j chooses %j', (reply, option) => {
  expect(chosenOption(reply, options)).toBe(option);
});
