import { describe, expect, test } from 'vitest';
import { completed, entryOf, problemsOf } from './lockfile.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/lint': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { '@lint/linux-x64-gnu': '1.0.0', '@lint/darwin-arm64': '1.0.0' },
    },
    'node_modules/@lint/linux-x64-gnu': { version: '1.0.0', optional: true },
  },
};

describe('a lockfile that npm left incomplete', () => {
  test('is told apart, and is complete after completion', () => {
    expect(problemsOf(lock)).toEqual([expect.stringMatching(/^@lint\/darwin-arm64 is missing/)]);
    expect(problemsOf(completed(lock))).toEqual([]);
  });

  test('keeps its entries and their order', () => {
    expect(Object.keys(completed(lock).packages)).toEqual([
      '',
      'node_modules/@lint/darwin-arm64',
      'node_modules/@lint/linux-x64-gnu',
      'node_modules/lint',
    ]);
  });
});

test('a nested optional dependency counts as present', () => {
  const nested = 'node_modules/lint/node_modules/@lint/darwin-arm64';
  const packages = { ...lock.packages, [nested]: { version: '1.0.0' } };
  expect(problemsOf({ packages })).toEqual([]);
});

test('an address of a registry is a problem', () => {
  const packages = {
    'node_modules/a': { version: '1.0.0', resolved: 'https://registry.example/a' },
  };
  expect(problemsOf({ packages })).toHaveLength(1);
});

test.each([
  ['a-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['@a/linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
  ['@a/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@a/win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
  ['@a/linux-x64', { os: ['linux'], cpu: ['x64'] }],
  ['@a/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
])('reads the platform of %s from its name', (name, platform) => {
  const entry = entryOf({ path: `node_modules/${name}`, name, version: '1.2.3', dev: false });
  expect(entry).toEqual({ version: '1.2.3', optional: true, ...platform });
});

test.each([
  ['fsevents', '2.3.3'],
  ['a-darwin-arm64', '^1.0.0'],
])('does not guess an entry for %s %s', (name, version) => {
  expect(entryOf({ path: '', name, version, dev: false })).toBeUndefined();
});
