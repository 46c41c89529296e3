import { expect, test } from 'vitest';
import { capacityEffect } from './capacity.rules.ts';

const channels = {
  messaging: { units: 3, ceiling: 9 },
  email: { units: 1, ceiling: 10 },
  call: { units: 1, ceiling: 1 },
};

test.each([
  ['a full budget', 12, { chats: 3, mails: 10, mailsBesideOneChat: 9 }],
  ['a small budget', 4, { chats: 1, mails: 4, mailsBesideOneChat: 1 }],
  ['less than a chat weighs: one takes it all', 2, { chats: 1, mails: 2, mailsBesideOneChat: 0 }],
  ['no budget', 0, { chats: 0, mails: 0, mailsBesideOneChat: 0 }],
])('%s', (_name, budget, expected) => {
  expect(capacityEffect({ budget, channels, chatOnTopOfMail: false })).toEqual(expected);
});

test('chats on top of mail leave all the mails', () => {
  expect(capacityEffect({ budget: 4, channels, chatOnTopOfMail: true })).toEqual({
    chats: 1,
    mails: 4,
    mailsBesideOneChat: 4,
  });
});

test('nothing is said of a figure that is not there yet', () => {
  const empty = { ...channels, messaging: { units: Number.NaN, ceiling: 9 } };
  expect(capacityEffect({ budget: 4, channels: empty, chatOnTopOfMail: false })).toEqual({
    chats: 0,
    mails: 4,
    mailsBesideOneChat: 0,
  });
});
