import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readMigrate } from './migrate.ts';
import { readServe } from './serve.ts';
import { readCommand } from './usage.ts';

test.each([
  [['serve', '--port', '1'], { name: 'serve', rest: ['--port', '1'] }],
  [['demo'], { name: 'demo', rest: [] }],
  [['-h'], { name: 'help', rest: [] }],
  [['--help'], { name: 'help', rest: [] }],
  [[], { name: null, rest: [] }],
  [['backup', 'x'], { name: null, rest: ['backup', 'x'] }],
])('%j', (args, command) => {
  expect(readCommand(args)).toEqual(command);
});

test('serve takes no options', () => {
  expect(readServe([])).toBe(true);
  expect(readServe(['--help'])).toBe(false);
});

test('migrate knows where the data is', () => {
  expect(readMigrate([])).toEqual({});
  expect(readMigrate(['--data', '/srv/segue'])).toEqual({ dataDir: resolve('/srv/segue') });
  expect(readMigrate(['-h'])).toBe(false);
});

test.each([
  [() => readServe(['--colour'])],
  [() => readServe(['now'])],
  [() => readMigrate(['--data'])],
])('what nobody knows is refused', (read) => {
  expect(read).toThrow(/colour|now|data/);
});
