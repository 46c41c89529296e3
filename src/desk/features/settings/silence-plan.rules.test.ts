import { expect, it } from 'vitest';
import { inactivitySchema } from '../../../contracts/session-settings.ts';
import { silenceSteps } from './silence-plan.rules.ts';

const reminder = { afterMinutes: 5, text: 'Hello?', status: 'pending' as const };

it('adds up the minutes of the steps', () => {
  const inactivity = inactivitySchema.parse({
    reminders: [reminder, { ...reminder, afterMinutes: 4 }, { ...reminder, status: 'solved' }],
    endAtLastStep: true,
  });
  expect(silenceSteps(inactivity).map((step) => [step.minutes, step.status, step.ends])).toEqual([
    [5, 'pending', false],
    [9, 'pending', false],
    [14, 'solved', true],
  ]);
});

it('has one silent step without reminders', () => {
  const inactivity = inactivitySchema.parse({ remind: false, afterMinutes: 7, status: 'on_hold' });
  expect(silenceSteps(inactivity)).toEqual([
    { number: 1, minutes: 7, reminds: false, status: 'on_hold', ends: false },
  ]);
});
