import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseSync } from 'vite';
import type { Import } from '../../scripts/lint/layers.ts';

/** The folder of the project. */
export const root = dirname(dirname(import.meta.dirname));

/** A source file with what the architecture asks about it. */
export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  path: string;
  lines: number;
  imports: Import[];
}

/** Every TypeScript file under a folder of the project, read and parsed. */
export function readTree(folder: string): SourceFile[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));
}

/** Parses one file; throws where the parser finds an error, because its imports would go unseen. */
export function readSource(path: string, text: string): SourceFile {
  const { module, errors, comments } = parseSync(path, text);
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
  const found = [
    ...module.staticImports.map((statement) => ({
      specifier: statement.moduleRequest.value,
      isTypeOnly: statement.entries.length > 0 && statement.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.moduleRequest
          ? [{ specifier: entry.moduleRequest.value, isTypeOnly: entry.isType }]
          : [],
      ),
    ),
    ...importCalls(text, { comments, atRunTime: module.dynamicImports }),
  ];
  const imports = found.map(({ specifier, isTypeOnly }) => ({
    ...resolveSpecifier(path, specifier),
    isTypeOnly,
  }));
  return { path, lines: text.trimEnd().split('\n').length, imports };
}

/** `import('x')`, at run time or inside a type; the parser lists only the former, so the text is searched. */
function importCalls(
  text: string,
  known: { comments: readonly Span[]; atRunTime: readonly Span[] },
): { specifier: string; isTypeOnly: boolean }[] {
  return [...text.matchAll(/\bimport\s*\(\s*(['"`])([^'"`]+)\1/g)]
    .filter(({ index }) => !known.comments.some((span) => span.start <= index && index < span.end))
    .map((match) => ({
      specifier: match[2] ?? '',
      isTypeOnly: !known.atRunTime.some((span) => span.start === match.index),
    }));
}

interface Span {
  start: number;
  end: number;
}

function resolveSpecifier(from: string, specifier: string): Omit<Import, 'isTypeOnly'> {
  const isFile = specifier.startsWith('.');
  const to = isFile ? posix.join(posix.dirname(from), specifier) : packageOf(specifier);
  return { from, to, isFile };
}

/** `kysely/helpers/postgres` belongs to `kysely`, and `@scope/name/part` to `@scope/name`. */
function packageOf(specifier: string): string {
  const depth = specifier.startsWith('@') ? 2 : 1;
  return specifier.split('/').slice(0, depth).join('/');
}
