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

describe('the architecture', () => {
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
