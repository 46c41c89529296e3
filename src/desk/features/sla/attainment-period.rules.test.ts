import { expect, it } from 'vitest';
import { daysOf, instantsOf, lastDays } from './attainment-period.rules.ts';

const noon = new Date(2026, 2, 31, 12).getTime();

it('is the last seven days unless the address says something else', () => {
  expect(daysOf({}, noon)).toEqual({ from: '2026-03-25', to: '2026-03-31' });
  expect(daysOf({ to: '2026-03-03' }, noon)).toEqual({ from: '2026-02-25', to: '2026-03-03' });
  expect(daysOf({ from: '2026-04-09', to: '2026-04-02' }, noon).from).toBe('2026-04-02');
  expect(lastDays(1, noon)).toEqual({ from: '2026-03-31', to: '2026-03-31' });
  expect(lastDays(30, noon).from).toBe('2026-03-02');
});

it('goes from the first moment of a day to the first after the last, also where clocks change', () => {
  const { from, to } = instantsOf({ from: '2026-03-29', to: '2026-03-29' });
  expect(from).toBe(new Date(2026, 2, 29).toISOString());
  expect(to).toBe(new Date(2026, 2, 30).toISOString());
});
