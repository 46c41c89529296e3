import { expect, test } from 'vitest';
import { incidentClusters, similarOpen } from './similar.rules.ts';

const now = Date.UTC(2026, 2, 2, 12);
const minutes = (count: number) => now - count * 60_000;
const outage = [
  'Hello, the login page shows error 502 since this morning',
  'login page gives error 502',
  'I cannot log in, error 502 on the login page',
  'Error 502 when I open the login page, please help',
].map((text, index) => ({ id: `o${index}`, text, at: minutes(10 * index + 5) }));
const others = [
  'My parcel arrived damaged, the lamp is broken',
  'How do I change the address of my invoice?',
  'Please cancel my subscription at the end of the month',
  'The colour of the shirt is darker than in the picture',
].map((text, index) => ({ id: `x${index}`, text, at: minutes(7 * index + 3) }));
const open = [...outage, ...others];

test('tickets about the same thing are found, likest first', () => {
  const found = similarOpen(open, { text: 'error 502 at the login page' });
  expect(found.map(({ id }) => id).toSorted()).toEqual(['o0', 'o1', 'o2', 'o3']);
  expect(found[0]?.similarity).toBeLessThanOrEqual(1.000001);
  expect(similarOpen(open, { text: 'where can I buy a gift card' })).toEqual([]);
  expect(similarOpen(outage, outage[0] ?? { text: '' }).map(({ id }) => id)).not.toContain('o0');
});

test('an incident is a group that came within the hour', () => {
  const [incident, ...rest] = incidentClusters(open, now);
  expect(rest).toEqual([]);
  expect(incident?.tickets.toSorted()).toEqual(['o0', 'o1', 'o2', 'o3']);
  expect(incident).toMatchObject({ recent: 4, since: minutes(35) });
  expect(incident?.words).toContain('login');
  expect(incidentClusters(open, now + 7_200_000)).toEqual([]);
});

test('nothing, empty texts and thousands of tickets are grouped', () => {
  expect(incidentClusters([], now)).toEqual([]);
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    id: `m${index}`,
    text: index % 2 === 0 ? '' : (open[index % open.length]?.text ?? ''),
    at: minutes(index % 60),
  }));
  expect(incidentClusters(many, now)[0]?.recent).toBeGreaterThan(100);
});
