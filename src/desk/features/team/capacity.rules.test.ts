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
  ['less than one chat', 2, { chats: 0, mails: 2, mailsBesideOneChat: 0 }],
  ['no budget', 0, { chats: 0, mails: 0, mailsBesideOneChat: 0 }],
])('%s', (_name, budget, expected) => {
  expect(capacityEffect({ budget, channels })).toEqual(expected);
});
