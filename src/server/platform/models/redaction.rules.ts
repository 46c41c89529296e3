import type { Find, Finder } from './personal-data.rules.ts';

/** Hides values behind placeholders such as `[EMAIL_1]`, and puts them back into what returns. */
export interface Redactor {
  /** The same value has the same placeholder in every text of one redactor. */
  hide(text: string): string;
  /** Puts values back into every string of an answer, whatever its shape. */
  reveal<Value>(value: Value): Value;
  /** How many different values are hidden. */
  count(): number;
}

const placeholder = /\[([A-Z]{2,20})_(\d{1,4})\]/gi;

/** What looks like a placeholder is hidden like one, so that nobody can write one and have it filled in. */
const findPlaceholders: Finder = (text) =>
  [...text.matchAll(placeholder)].map(({ 0: value, index }) => {
    return { kind: 'TEXT', start: index, end: index + value.length };
  });

/** A redactor for one call. Earlier finders win where two find the same place. */
export function createRedactor(finders: readonly Finder[]): Redactor {
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  const counts = new Map<string, number>();

  function placeholderOf(kind: string, value: string): string {
    const key = `${kind}:${value}`;
    const known = placeholders.get(key);
    if (known !== undefined) return known;
    const number = (counts.get(kind) ?? 0) + 1;
    const made = `[${kind}_${number}]`;
    counts.set(kind, number);
    placeholders.set(key, made);
    values.set(made, value);
    return made;
  }

  function hide(text: string): string {
    const all = [findPlaceholders, ...finders].flatMap((find) => find(text));
    let hidden = '';
    let at = 0;
    for (const { kind, start, end } of withoutOverlaps(all, text.length)) {
      hidden += text.slice(at, start) + placeholderOf(kind, text.slice(start, end));
      at = end;
    }
    return hidden + text.slice(at);
  }

  function revealText(text: string): string {
    return text.replaceAll(placeholder, (written) => values.get(written.toUpperCase()) ?? written);
  }

  function revealAny(value: unknown): unknown {
    if (typeof value === 'string') return revealText(value);
    if (Array.isArray(value)) return value.map(revealAny);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revealAny(one)]));
  }

  return {
    hide,
    reveal: <Value>(value: Value) => revealAny(value) as Value,
    count: () => values.size,
  };
}

/** In the order of the text; of two that overlap, the one that was found first stays. */
function withoutOverlaps(finds: readonly Find[], length: number): Find[] {
  const taken = new Uint8Array(length);
  const kept = finds.filter(({ start, end }) => {
    const free = !taken.subarray(start, end).includes(1);
    if (free) taken.fill(1, start, end);
    return free;
  });
  return kept.sort((one, other) => one.start - other.start);
}
