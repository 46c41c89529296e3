import { describe, expect, test } from 'vitest';
import { benchFile, benchNames, headOf } from './bench.mjs';
import { findChromium } from './chromium.mjs';
import { duration } from './say.mjs';
import { chooseParts, PARTS } from './test.mjs';
import { filesAtStart } from './widget-size.mjs';

test.each([
  [400, '0.4 s'],
  [9_949, '9.9 s'],
  [12_300, '12 s'],
  [65_000, '1 min 5 s'],
])('%d ms reads as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

describe('chooseParts', () => {
  test('runs everything by default, and filters files by what is no part', () => {
    expect(chooseParts([])).toEqual({ parts: PARTS, filters: [] });
    expect(chooseParts(['routing', 'unit'])).toEqual({ parts: ['unit'], filters: ['routing'] });
  });

  test('keeps the order, whatever the order of the arguments', () => {
    expect(chooseParts(['e2e', 'check']).parts).toEqual(['check', 'e2e']);
  });
});

describe('findChromium', () => {
  const only = (path: string) => (candidate: string) => candidate === path;

  test('prefers CHROMIUM_PATH, and falls back to nothing when that is wrong', () => {
    const env = { CHROMIUM_PATH: '/opt/chrome', PATH: '/usr/bin' };
    expect(findChromium(env, () => true)).toBe('/opt/chrome');
    expect(findChromium(env, only('/usr/bin/chromium'))).toBeUndefined();
  });

  test('searches the path by the usual names', () => {
    const env = { PATH: '/bin:/usr/bin' };
    expect(findChromium(env, only('/usr/bin/google-chrome'))).toBe('/usr/bin/google-chrome');
    expect(findChromium(env, () => false)).toBeUndefined();
  });
});

test('benchmarks are files and folders with an index', () => {
  const exists = (path: string) => ['bench/routing/index.ts', 'bench/outbox.ts'].includes(path);
  const entries = ['outbox.ts', 'routing', 'tsconfig.json', 'outbox.test.ts'];
  expect(benchNames(entries, exists)).toEqual(['outbox', 'routing']);
  expect(benchFile('outbox', exists)).toBe('bench/outbox.ts');
  expect(benchFile('routing', exists)).toBe('bench/routing/index.ts');
});

test('a benchmark says at its head what it measures', () => {
  const head = '/**\n * How long it takes.\n *\n *   npm run bench -- it [times]\n */\n';
  expect(headOf(`${head}import x from 'y';`)).toBe(
    'How long it takes.\n\n  npm run bench -- it [times]',
  );
  expect(headOf("import x from 'y';\n/** Not of the whole. */")).toBe('');
});

test('what loads with an entry is what it imports statically, in turn', () => {
  const files: Record<string, string> = {
    'panel.js':
      'import{a as b}from"./chunks/a.js";import"./chunks/b.js";const c=()=>import("./late.js");',
    'chunks/a.js': 'export{x}from"./c.js";const from="./no.js";',
    'chunks/b.js': 'export const y="import";',
    'chunks/c.js': 'import*as q from"../panel.js";export default 1',
  };
  const found = filesAtStart('panel.js', (file) => files[file] ?? '');
  expect(found.sort()).toEqual(['chunks/a.js', 'chunks/b.js', 'chunks/c.js', 'panel.js']);
});
