import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { targetOf, violationOf } from '../scripts/lint/layers.ts';
import { readTree } from './architecture/tree.ts';

const MAX_LINES = 400;
const tree = readTree('src');

/** So that a change of layout cannot make these tests see nothing and pass. */
const AT_LEAST: Record<string, number> = {
  contracts: 10,
  server: 60,
  desk: 40,
  widget: 10,
  cli: 1,
};

/**
 * How many migrations carry a number that more than one has. They keep their names, under which installed
 * databases know them; a new one takes a number of its own.
 */
const SHARED_NUMBERS: Record<string, number> = {
  '0009': 3,
  '0023': 2,
  '0025': 2,
  '0026': 3,
  '0033': 2,
  '0034': 3,
  '0037': 2,
};

describe('the architecture', () => {
  test('a migration has a number of its own', () => {
    const folder = join(import.meta.dirname, '../src/server/migrations');
    const numbers = readdirSync(folder).map((name) => name.slice(0, 4));
    const counts = Map.groupBy(numbers, (number) => number);
    const shared = [...counts].filter(([, names]) => names.length > 1);
    expect(Object.fromEntries(shared.map(([number, names]) => [number, names.length]))).toEqual(
      SHARED_NUMBERS,
    );
  });

  test.each(Object.entries(AT_LEAST))('sees the files of src/%s', (target, atLeast) => {
    const seen = tree.filter((file) => targetOf(file.path) === target);
    expect(seen.length).toBeGreaterThanOrEqual(atLeast);
  });

  test('sees imports in most files', () => {
    const importing = tree.filter((file) => file.imports.length > 0);
    expect(importing.length).toBeGreaterThan(tree.length / 2);
  });

  test('every import follows the table of layers', () => {
    const violations = tree.flatMap((file) =>
      file.imports.flatMap((found) => {
        const violation = violationOf(found);
        return violation
          ? [`${found.from} imports ${found.to}\n    ${violation.rule}: ${violation.cure}`]
          : [];
      }),
    );
    expect(violations.join('\n')).toBe('');
  });

  test(`no file is longer than ${MAX_LINES} lines`, () => {
    const long = tree
      .filter((file) => file.lines > MAX_LINES)
      .map((file) => `${file.path} has ${file.lines} lines: split it along a noun or a verb`);
    expect(long.join('\n')).toBe('');
  });

  test('every import of a file carries its extension', () => {
    const bare = tree.flatMap((file) =>
      file.imports
        .filter(({ isFile, to }) => isFile && !/\.[a-z]+(\?.*)?$/.test(to))
        .map(({ from, to }) => `${from} imports ${to}: write the extension, Node resolves none`),
    );
    expect(bare.join('\n')).toBe('');
  });
});
