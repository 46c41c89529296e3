import { posix } from 'node:path';

/** What a page may load before the first interaction with the widget, gzipped. */
export const LIMIT_BYTES = 20_000;

/**
 * The built files that load at once with an entry: itself and what it imports statically, in turn.
 * @param {string} entry
 * @param {(file: string) => string} read
 * @returns {string[]}
 */
export function filesAtStart(entry, read) {
  const seen = new Set([entry]);
  for (const file of seen) {
    for (const found of read(file).matchAll(STATIC_IMPORT)) {
      const source = found[1] ?? '';
      if (source.startsWith('.')) seen.add(posix.join(posix.dirname(file), source));
    }
  }
  return [...seen];
}

// Minified output of the bundler: `import{a as b}from"./x.js"`, `import"./x.js"` and `export{a}from"./x.js"`,
// but not `import("./x.js")`, which loads later.
const STATIC_IMPORT = /(?:\bimport|\bexport)\s*(?:[\w*{][^"'`;()]*?\bfrom\s*)?["']([^"']+)["']/g;
