import { expect, test } from 'vitest';
import { addCounts, countRun } from './counts.mjs';

const file = (...statuses: string[]) => ({
  name: 'a.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, i) => ({ fullName: `test ${i}`, status })),
});

test('counts passed, failed and skipped tests', () => {
  const report = { testResults: [file('passed', 'failed'), file('passed', 'skipped', 'todo')] };
  expect(countRun(report, 1)).toEqual({
    passed: 2,
    failed: 1,
    skipped: ['test 1', 'test 2'],
    problems: [],
  });
});

test.each([
  ['no report', undefined, 1, /no test ran/],
  ['no test', { testResults: [] }, 0, /no test ran/],
  ['only skipped tests', { testResults: [file('skipped')] }, 0, /no test ran/],
  ['an unhandled rejection', { testResults: [file('passed')] }, 1, /ended with code 1/],
  [
    'a file that did not load',
    { testResults: [{ ...file(), status: 'failed' }] },
    1,
    /a\.test\.ts/,
  ],
  [
    'a hook that failed',
    { testResults: [{ ...file('passed'), status: 'failed' }] },
    1,
    /a\.test\.ts/,
  ],
])('counts %s as one failure', (_case, report, exitCode, problem) => {
  const counts = countRun(report, exitCode);
  expect(counts.failed).toBe(1);
  expect(counts.problems.join()).toMatch(problem);
});

test('adds up runs', () => {
  const one = { passed: 1, failed: 2, skipped: ['a'], problems: ['p'] };
  const two = { passed: 10, failed: 0, skipped: ['b'], problems: [] };
  expect(addCounts([one, two])).toEqual({
    passed: 11,
    failed: 2,
    skipped: ['a', 'b'],
    problems: ['p'],
  });
});
