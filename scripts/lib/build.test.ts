import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { needsBuild, noteBuilt } from './build.mjs';
import { fingerprint } from './fingerprint.mjs';

const target = {
  name: 'desk',
  sources: ['src/desk', 'vite.desk.config.ts'],
  results: ['dist/desk/index.html'],
  commands: [],
};

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'segue-build-'));
  write('src/desk/main.tsx', 'one');
  write('src/desk/pages/inbox.tsx', 'two');
  write('vite.desk.config.ts', 'config');
  write('dist/desk/index.html', 'built');
  noteBuilt(base, target, fingerprint(base, target.sources));
});
afterEach(() => rmSync(base, { recursive: true }));

test('nothing is built twice from the same sources', () => {
  expect(needsBuild(base, target)).toBe(false);
});

test.each([
  ['a source changes', () => write('src/desk/pages/inbox.tsx', 'three')],
  ['a source is added', () => write('src/desk/pages/new.tsx', '')],
  ['a source goes', () => rmSync(join(base, 'src/desk/main.tsx'))],
  ['the configuration changes', () => write('vite.desk.config.ts', 'other')],
  ['the result is gone', () => rmSync(join(base, 'dist/desk/index.html'))],
  ['the last build did not end', () => rmSync(join(base, 'dist/.build-desk'))],
])('builds again when %s', (_case, change) => {
  change();
  expect(needsBuild(base, target)).toBe(true);
});

test('a source that moves within its text is a change, and a test beside it is none', () => {
  write('src/desk/main.test.tsx', 'test');
  expect(needsBuild(base, target)).toBe(false);
  write('src/desk/main.tsx', 'onet');
  write('src/desk/pages/inbox.tsx', 'wo');
  expect(needsBuild(base, target)).toBe(true);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}
