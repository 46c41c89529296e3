/** @typedef {(path: string) => boolean} Exists Paths are relative to the project. */

/**
 * The names of the benchmarks among the entries of bench/.
 * @param {readonly string[]} entries
 * @param {Exists} exists
 */
export function benchNames(entries, exists) {
  const names = entries.flatMap((entry) => {
    if (entry.endsWith('.test.ts')) return [];
    if (entry.endsWith('.ts')) return [entry.slice(0, -'.ts'.length)];
    return exists(`bench/${entry}/index.ts`) ? [entry] : [];
  });
  return names.sort();
}

/**
 * The file that runs a benchmark.
 * @param {string} name
 * @param {Exists} exists
 */
export function benchFile(name, exists) {
  const file = `bench/${name}.ts`;
  return exists(file) ? file : `bench/${name}/index.ts`;
}

/**
 * What the comment at the head of a benchmark says it measures, and with which arguments; empty without one.
 *
 * @param {string} source
 */
export function headOf(source) {
  const [, head = ''] = /^\/\*\*([\s\S]*?)\*\//.exec(source) ?? [];
  return head.replaceAll(/^ ?\* ?/gm, '').trim();
}
