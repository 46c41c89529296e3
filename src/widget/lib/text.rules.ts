/** One or two letters that stand for a name; works for emojis and scripts without capitals. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (firstSign(first) + (last === undefined ? '' : firstSign(last))).toLocaleUpperCase();
}

/** Whether a text can be an email address: one @, something on both sides, a dot in the domain. */
export function looksLikeEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(text.trim());
}

/** A size for people: `820 B`, `64 kB`, `2.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${Number((bytes / 1_000_000).toFixed(1))} MB`;
}

/** The first sign as people see it, so that an emoji or an accent is not cut in two. */
function firstSign(word: string): string {
  // Some browsers that are still about have no Segmenter; there a composed emoji is cut short.
  if (!('Segmenter' in Intl)) return Array.from(word)[0] ?? '';
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word);
  return first?.segment ?? '';
}
