import { expect, test } from 'vitest';
import { assertPlatform, hasBundledNode, isAtLeast } from './platform.mjs';

const yes = () => true;

test.each([
  ['22.18.0', '22.18.0', true],
  ['22.9.0', '22.18.0', false],
  ['24.0.0', '22.18.0', true],
  ['20.20.2', '22.18.0', false],
  ['23.0.0-nightly', '22.18.0', true],
])('%s is at least %s: %s', (a, b, expected) => {
  expect(isAtLeast(a, b)).toBe(expected);
});

test.each([
  { platform: 'linux', arch: 'x64', version: '20.0.0', exists: yes },
  { platform: 'linux', arch: 'arm64', version: '20.0.0', exists: yes },
  { platform: 'darwin', arch: 'arm64', version: '22.18.0', exists: yes },
  { platform: 'win32', arch: 'x64', version: '24.1.0', exists: yes },
])('$platform $arch with Node $version is fine', (machine) => {
  expect(() => assertPlatform(machine)).not.toThrow();
});

test.each([
  { platform: 'darwin', arch: 'arm64', version: '20.0.0', exists: yes },
  { platform: 'linux', arch: 'riscv64', version: '22.17.0', exists: yes },
  { platform: 'linux', arch: 'x64', version: '20.0.0', exists: () => false },
])('$platform $arch with Node $version is told what it needs', (machine) => {
  expect(() => assertPlatform(machine)).toThrow(/^Segue needs Node 22\.18\.0 or newer on /);
});

test('a Linux without the loader of glibc does not use the Node of the lockfile', () => {
  const machine = { platform: 'linux', arch: 'x64', version: '24.0.0', exists: () => false };
  expect(hasBundledNode(machine)).toBe(false);
});
