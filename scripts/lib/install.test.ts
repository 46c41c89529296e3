import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  explainFailure,
  installStamp,
  isInstalledByHand,
  needsInstall,
  npmCommand,
} from './install.mjs';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'segue-install-'));
  write('package-lock.json', lockOf({ one: '1.0.0' }));
});
afterEach(() => rmSync(base, { recursive: true }));

describe('needsInstall', () => {
  test('asks for an install without node_modules', () => {
    expect(needsInstall(base)).toBe(true);
  });

  test('asks for none after a complete install, and for one when the lockfile changes', () => {
    write('node_modules/.segue-lock', installStamp(base));
    expect(needsInstall(base)).toBe(false);
    write('package-lock.json', lockOf({ one: '1.0.1' }));
    expect(needsInstall(base)).toBe(true);
  });

  test('asks for an install when node_modules was stopped half-way', () => {
    write('node_modules/one/package.json', '{}');
    expect(needsInstall(base)).toBe(true);
  });
});

describe('isInstalledByHand', () => {
  test('accepts what npm completed from the same lockfile', () => {
    write('node_modules/.package-lock.json', lockOf({ one: '1.0.0' }));
    write('node_modules/one/package.json', '{}');
    expect(isInstalledByHand(base)).toBe(true);
  });

  test('accepts that packages of other platforms are absent', () => {
    write('package-lock.json', lockOf({ one: '1.0.0', mac: '1.0.0' }, ['mac']));
    write('node_modules/.package-lock.json', lockOf({ one: '1.0.0' }));
    write('node_modules/one/package.json', '{}');
    expect(isInstalledByHand(base)).toBe(true);
  });

  test.each([
    ['another version', lockOf({ one: '0.9.0' }), true],
    ['a missing package', lockOf({}), true],
    ['a package whose folder is gone', lockOf({ one: '1.0.0' }), false],
    ['no list of what npm installed', '', true],
  ])('refuses %s', (_case, hidden, folderExists) => {
    write('node_modules/.package-lock.json', hidden);
    if (folderExists) write('node_modules/one/package.json', '{}');
    expect(isInstalledByHand(base)).toBe(false);
  });
});

describe('npmCommand', () => {
  test('uses the npm that runs the script', () => {
    const { command, args } = npmCommand({ npm_execpath: '/opt/npm/bin/npm-cli.js' });
    expect([command, ...args]).toEqual([process.execPath, '/opt/npm/bin/npm-cli.js']);
  });

  test.each([{}, { npm_execpath: '/opt/yarn.js' }])('finds npm on the path for %j', (env) => {
    expect(npmCommand(env).command).toMatch(/^npm/);
  });
});

test.each([
  [
    'npm error code ENOTFOUND\nnpm error network request failed',
    /could not be reached \(ENOTFOUND\)/,
  ],
  ['npm error ENOSPC: no space left', /disk is full/],
  ['npm error code EUSAGE\nnpm error lockfile', /npm said:\n\nnpm error code EUSAGE/],
])('explains %j', (output, sentence) => {
  expect(explainFailure(output)).toMatch(sentence);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

function lockOf(versions: Record<string, string>, optional: string[] = []): string {
  const packages = Object.entries(versions).map(([name, version]) => [
    `node_modules/${name}`,
    { version, ...(optional.includes(name) && { optional: true }) },
  ]);
  return JSON.stringify({ packages: { '': {}, ...Object.fromEntries(packages) } });
}
