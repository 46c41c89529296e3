import type { EntityPattern, EntityPatterns, TriedPattern } from '../../../contracts/entities.ts';
import type { FieldProblem } from '../../../contracts/problems.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import {
  compilePatterns,
  findEntities,
  patternProblem,
  shippedPatterns,
  type CompiledPattern,
  type PatternProblem,
} from '../understanding/index.ts';
import { deletePatterns, insertPatterns, listPatterns, lockPatterns } from './patterns.store.ts';

export type EntityPatternService = ReturnType<typeof createEntityPatterns>;

const mostKept = 200;

const problems: Readonly<Record<PatternProblem, string>> = {
  empty: 'is empty',
  too_long: 'is too long: at most 500 characters',
  not_supported: 'cannot be read: look-around and back-references are not supported',
  matches_nothing: 'also finds nothing at all: ask for at least one character',
  too_large: 'repeats too much: use smaller counts',
};

/** How the things are written that agents want to see in tickets. */
export function createEntityPatterns({ database }: Pick<Core, 'database'>) {
  const kept = new Map<string, { stamp: string; compiled: CompiledPattern[] }>();

  async function patternsOf(scope: Scope): Promise<EntityPatterns> {
    const own = await listPatterns(scope);
    if (own.length > 0) return { patterns: own, shipped: false };
    return { patterns: shippedPatterns.map((one) => ({ ...one, enabled: true })), shipped: true };
  }

  async function compiledOf(scope: Scope): Promise<readonly CompiledPattern[]> {
    const { patterns } = await patternsOf(scope);
    const stamp = JSON.stringify(patterns);
    const known = kept.get(scope.workspaceId);
    if (known?.stamp === stamp) return known.compiled;
    const compiled = compilePatterns(patterns.filter(({ enabled }) => enabled));
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(scope.workspaceId, { stamp, compiled });
    return compiled;
  }

  return {
    /** The patterns that are on, ready to use. */
    compiledOf,

    /** What they find in a text. */
    findIn: async (scope: Scope, text: string): Promise<{ kind: string; value: string }[]> =>
      findEntities({ id: '', text }, await compiledOf(scope)),

    read: (workspaceId: string): Promise<EntityPatterns> =>
      database.inWorkspace(workspaceId, patternsOf),

    /** Replaces all of them; none brings back those that come with Segue. Throws `request_invalid`. */
    save: (workspaceId: string, patterns: readonly EntityPattern[]): Promise<EntityPatterns> => {
      const fields = problemsOf(patterns);
      if (fields.length > 0)
        throw new AppError('request_invalid', 'A pattern cannot be used.', { fields });
      return database.inWorkspace(workspaceId, async (scope) => {
        await lockPatterns(scope);
        await deletePatterns(scope);
        if (patterns.length > 0) await insertPatterns(scope, patterns);
        scope.record({ type: 'settings.changed', workspaceId });
        return patternsOf(scope);
      });
    },

    /** What each pattern finds in a text, or why it cannot be used. */
    try: ({ patterns, text }: { patterns: readonly string[]; text: string }): TriedPattern[] =>
      patterns.map((pattern) => {
        const problem = patternProblem(pattern);
        if (problem !== null) return { problem, found: [] };
        const compiled = compilePatterns([{ kind: 'tried', pattern }]);
        const found = findEntities({ id: 'tried', text }, compiled);
        return { problem, found: found.map(({ value }) => value) };
      }),
  };
}

function problemsOf(patterns: readonly EntityPattern[]): FieldProblem[] {
  const kinds = patterns.map(({ kind }) => kind.toLowerCase());
  return patterns.flatMap(({ pattern }, index): FieldProblem[] => {
    const problem = patternProblem(pattern);
    const isTwice = kinds.indexOf(kinds[index] ?? '') !== index;
    return [
      ...(isTwice ? [{ path: `patterns.${index}.kind`, message: 'is there already' }] : []),
      ...(problem === null
        ? []
        : [{ path: `patterns.${index}.pattern`, message: problems[problem] }]),
    ];
  });
}
