/** What saving a rule changed, in words for its list of versions. */
import type { TriggerRule } from '../../../../contracts/triggers.ts';

type State = TriggerRule & { readonly enabled: boolean };

const parts = [
  ['name', 'the name'],
  ['description', 'the description'],
  ['kind', 'the kind'],
  ['conditions', 'the conditions'],
  ['actions', 'the actions'],
] as const;

/** One sentence; null where nothing is different. */
export function describeSave(before: State, after: State): string | null {
  const changed = parts
    .filter(([part]) => canonical(before[part]) !== canonical(after[part]))
    .map(([, words]) => words);
  const said = changed.length === 0 ? [] : [`Changed ${changed.join(', ')}`];
  if (before.enabled !== after.enabled)
    said.push(after.enabled ? 'Switched it on' : 'Switched it off');
  return said.length === 0 ? null : said.join('. ');
}

/** The same text for the same value, whatever order its keys came in from the database. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).toSorted(([left], [right]) => (left < right ? -1 : 1)),
        )
      : inner,
  );
}
