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

test('options of serve stand for variables', () => {
  expect(readServe(['--port', '8080', '--smtp-port=25', '--data', '/srv/segue'])).toEqual({
    SEGUE_PORT: '8080',
    SEGUE_SMTP_PORT: '25',
    SEGUE_DATA: '/srv/segue',
  });
  expect(readServe([])).toEqual({});
  expect(readServe(['--help'])).toBeNull();
});

test('migrate knows where the data is', () => {
  expect(readMigrate(['--data', 'x'])).toEqual({ SEGUE_DATA: 'x' });
  expect(readMigrate(['-h'])).toBeNull();
});

test.each([
  [() => readServe(['--colour'])],
  [() => readServe(['now'])],
  [() => readMigrate(['--data'])],
])('what nobody knows is refused', (read) => {
  expect(read).toThrow(/colour|now|data/);
});
