import { expect, it } from 'vitest';
import type { Week } from '../../../contracts/schedules.ts';
import { copyToWorkingDays, readTime, setSpan, weekInWords, withSpan } from './week.rules.ts';

const office = [{ from: '09:00', to: '17:00' }];
const closed: Week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9.30', '09:30'],
  [' 17:05 ', '17:05'],
  ['24', '24:00'],
  ['24:01', null],
  ['12:75', null],
  ['noon', null],
  ['', null],
])('reads %j as %s', (text, time) => {
  expect(readTime(text)).toBe(time);
});

it('offers an afternoon after a morning, within the day', () => {
  expect(withSpan([])).toEqual(office);
  expect(withSpan([{ from: '09:00', to: '12:00' }])[1]).toEqual({ from: '13:00', to: '17:00' });
  expect(withSpan([{ from: '22:00', to: '24:00' }])[1]).toEqual({ from: '23:00', to: '24:00' });
});

it('lets a night go on the next day, also from Sunday to Monday', () => {
  const week = { ...closed, sun: office, mon: office };
  const night = setSpan(week, 'sun', { index: 0, span: { from: '22:00', to: '06:00' } });
  expect(night.sun).toEqual([{ from: '22:00', to: '24:00' }]);
  expect(night.mon).toEqual([{ from: '00:00', to: '06:00' }, ...office]);
  const midnight = setSpan(week, 'sun', { index: 0, span: { from: '18:00', to: '00:00' } });
  expect(midnight).toEqual({ ...week, sun: [{ from: '18:00', to: '24:00' }] });
});

it('says equal days once', () => {
  const week = { ...copyToWorkingDays({ ...closed, wed: office }, 'wed'), sun: office };
  expect(weekInWords(week, (day) => day, 'closed')).toBe('mon–fri 09:00–17:00 · sun 09:00–17:00');
});
