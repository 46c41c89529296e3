import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inactivitySchema } from '../../../contracts/session-settings.ts';
import { quietPlan, type QuietFacts } from './inactivity.rules.ts';

const start = Date.parse('2026-03-02T10:00:00Z');
const at = (minutes: number) => new Date(start + minutes * 60_000);

const settings = inactivitySchema.parse({
  reminders: [
    { afterMinutes: 5, text: 'one', status: 'pending' },
    { afterMinutes: 4, text: 'two', status: null },
    { afterMinutes: 1, text: 'three', status: 'solved' },
  ],
  endAtLastStep: true,
});

const facts = (changes: Partial<QuietFacts> = {}): QuietFacts => ({
  state: 'active',
  assigned: true,
  lastCustomerAt: at(0),
  answeredAt: at(2),
  stepsDone: 0,
  lastStepAt: null,
  customerGone: false,
  ...changes,
});

describe('a chat nobody has', () => {
  const waiting = facts({ assigned: false, answeredAt: null });
  it.each([
    [9.9, null, at(10)],
    [10, 'no_answer', null],
    [600, 'no_answer', null],
  ] as const)('after %d minutes', (minutes, inactive, wakeAt) => {
    const plan = quietPlan(waiting, settings, at(minutes));
    expect(plan.due?.inactive ?? null).toBe(inactive);
    expect(plan.wakeAt).toEqual(wakeAt);
  });

  it('is never reminded, changed or ended, and is not counted again', () => {
    expect(quietPlan(waiting, settings, at(10)).due).toMatchObject({
      reminder: null,
      status: null,
      end: false,
    });
    const nothing = { due: null, wakeAt: null };
    expect(quietPlan({ ...waiting, state: 'inactive' }, settings, at(60))).toEqual(nothing);
  });
});

describe('a chat an agent has', () => {
  it('has no clock while the customer waits for an answer', () => {
    const plan = quietPlan(facts({ answeredAt: null }), settings, at(500));
    expect(plan).toEqual({ due: null, wakeAt: null });
  });

  it('counts from the first answer after the customer', () => {
    expect(quietPlan(facts(), settings, at(6.9))).toEqual({ due: null, wakeAt: at(7) });
    expect(quietPlan(facts(), settings, at(7))).toEqual({
      due: { number: 1, inactive: 'no_answer', reminder: 'one', status: 'pending', end: false },
      wakeAt: at(11),
    });
  });

  it('counts later steps from the one before', () => {
    const later = facts({ state: 'inactive', stepsDone: 1, lastStepAt: at(30) });
    expect(quietPlan(later, settings, at(33)).wakeAt).toEqual(at(34));
    expect(quietPlan(later, settings, at(34)).due).toMatchObject({ number: 2, inactive: null });
  });

  it('ends at the last step where that is wanted, and then has no more steps', () => {
    const last = facts({ state: 'inactive', stepsDone: 2, lastStepAt: at(30) });
    expect(quietPlan(last, settings, at(31))).toMatchObject({
      due: { number: 3, status: 'solved', end: true },
      wakeAt: null,
    });
    expect(quietPlan({ ...last, stepsDone: 3 }, settings, at(90)).due).toBeNull();
    const kept = { ...settings, endAtLastStep: false };
    expect(quietPlan(last, kept, at(31)).due?.end).toBe(false);
  });

  it('without reminders becomes inactive in silence, and may end at once', () => {
    const off = { ...settings, remind: false, afterMinutes: 3, status: 'on_hold' as const };
    expect(quietPlan(facts(), off, at(5))).toEqual({
      due: { number: 1, inactive: 'no_answer', reminder: null, status: 'on_hold', end: true },
      wakeAt: null,
    });
  });

  it('tells a customer who left from one who does not answer', () => {
    expect(quietPlan(facts({ customerGone: true }), settings, at(7)).due?.inactive).toBe('offline');
  });

  it('does nothing after the end', () => {
    expect(quietPlan(facts({ state: 'ended' }), settings, at(90)).due).toBeNull();
  });
});

/** Plays silence with a look at any times at all. */
function play(looks: readonly number[]): { texts: string[]; statuses: string[]; ended: number } {
  let now = facts();
  const texts: string[] = [];
  const statuses: string[] = [];
  let ended = 0;
  for (const minute of looks.toSorted((left, right) => left - right)) {
    const { due } = quietPlan(now, settings, at(minute));
    if (due === null) continue;
    if (due.reminder !== null) texts.push(due.reminder);
    if (due.status !== null) statuses.push(due.status);
    if (due.end) ended += 1;
    const state = due.end ? 'ended' : due.inactive ? 'inactive' : now.state;
    now = { ...now, stepsDone: due.number, lastStepAt: at(minute), state };
  }
  return { texts, statuses, ended };
}

it('whenever it looks, each reminder is sent at most once and in order, and the end comes once', () => {
  const looks = fc.array(fc.double({ min: 0, max: 2_000, noNaN: true }), { maxLength: 40 });
  fc.assert(
    fc.property(looks, (minutes) => {
      const { texts, statuses, ended } = play(minutes);
      expect(['one', 'two', 'three'].slice(0, texts.length)).toEqual(texts);
      expect(statuses.every((status) => ['pending', 'solved'].includes(status))).toBe(true);
      expect(ended).toBe(texts.length === 3 ? 1 : 0);
    }),
  );
});

it('looking exactly when told reaches the end with nothing left out', () => {
  let now = facts();
  let look: Date | null = quietPlan(now, settings, at(2)).wakeAt;
  const steps: number[] = [];
  while (look !== null) {
    const { due, wakeAt } = quietPlan(now, settings, look);
    if (due) {
      steps.push(due.number);
      now = { ...now, stepsDone: due.number, lastStepAt: look, state: 'inactive' };
    }
    look = wakeAt;
  }
  expect(steps).toEqual([1, 2, 3]);
});
