import { describe, expect, it } from 'vitest';
import { sessionSettingsSchema } from './session-settings.ts';
import { changeSettingsSchema } from './workspaces.ts';

const reminder = { afterMinutes: 5, text: 'Are you there?', status: null };

function problems(inactivity: object): string[] {
  const parsed = sessionSettingsSchema.safeParse({ inactivity });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
}

describe('settings of silence', () => {
  it('are shipped with texts and are valid', () => {
    const { inactivity } = sessionSettingsSchema.parse({});
    expect(inactivity.reminders.length).toBeGreaterThan(0);
    expect(inactivity.reminders.every((one) => one.text.length > 20)).toBe(true);
  });

  it.each([
    [{ afterMinutes: 2 }, 'inactivity.afterMinutes'],
    [{ afterMinutes: 16 }, 'inactivity.afterMinutes'],
    [{ afterMinutes: 4.5 }, 'inactivity.afterMinutes'],
    [{ status: 'open' }, 'inactivity.status'],
    [{ reminders: [] }, 'inactivity.reminders'],
    [{ reminders: Array(4).fill(reminder) }, 'inactivity.reminders'],
    [{ reminders: [{ ...reminder, afterMinutes: 2 }] }, 'inactivity.reminders.0.afterMinutes'],
    [{ reminders: [{ ...reminder, afterMinutes: 16 }] }, 'inactivity.reminders.0.afterMinutes'],
    [{ reminders: [reminder, { ...reminder, text: '  ' }] }, 'inactivity.reminders.1.text'],
    [{ reminders: [{ ...reminder, status: 'solved' }, reminder] }, 'inactivity.reminders.0.status'],
    [{ reminders: [{ ...reminder, status: 'new' }] }, 'inactivity.reminders.0.status'],
  ])('%o names %s', (inactivity, path) => {
    expect(problems(inactivity)).toContain(path);
  });

  it.each([
    { afterMinutes: 3 },
    { afterMinutes: 15 },
    { remind: false, reminders: [] },
    { reminders: [reminder, { ...reminder, afterMinutes: 1 }, { ...reminder, status: 'solved' }] },
  ])('%o is fine', (inactivity) => expect(problems(inactivity)).toEqual([]));
});

it('a change of one setting says nothing about the others', () => {
  expect(changeSettingsSchema.parse({ sessions: { customerMayEnd: false } })).toEqual({
    sessions: { customerMayEnd: false },
  });
  const given = changeSettingsSchema.parse({ sessions: { inactivity: { remind: false } } });
  expect(Object.keys(given.sessions ?? {})).toEqual(['inactivity']);
});
