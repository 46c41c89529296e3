import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import { codeOf } from './errors.ts';

/** One entry of `pg-symlinks.json`; both paths start with `native/`, whatever the folder is called. */
export interface LinkEntry {
  readonly source: string;
  readonly target: string;
}

const PREFIX = 'native/';

/**
 * Makes the library links that npm packages cannot carry. The platform package makes them in a
 * postinstall script, which `--ignore-scripts`, npm 12 and pnpm leave out. A folder that cannot be
 * written is no error here: running the program decides.
 */
export async function repairSymlinks(nativeDir: string): Promise<number> {
  let made = 0;
  for (const { source, target } of await readEntries(nativeDir)) {
    const from = join(nativeDir, target.slice(PREFIX.length));
    if (await exists(from)) continue;
    const to = relative(dirname(from), join(nativeDir, source.slice(PREFIX.length)));
    try {
      await symlink(to, from);
      made += 1;
    } catch (error) {
      // Somebody else just made it, or nobody may.
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(codeOf(error) ?? ''))
        throw error;
    }
  }
  return made;
}

/** Reads the list of links, leaving out entries that point outside the package. */
export function parseLinks(text: string): readonly LinkEntry[] {
  const entries: unknown = JSON.parse(text);
  if (!Array.isArray(entries)) return [];
  return entries.filter(
    (entry): entry is LinkEntry => isInside(entry?.source) && isInside(entry?.target),
  );
}

function isInside(path: unknown): boolean {
  return typeof path === 'string' && path.startsWith(PREFIX) && !path.split('/').includes('..');
}

async function readEntries(nativeDir: string): Promise<readonly LinkEntry[]> {
  const text = await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return parseLinks(text);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
