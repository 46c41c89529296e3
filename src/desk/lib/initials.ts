const HUES = [20, 55, 95, 140, 175, 215, 250, 330];

/** One or two letters for a name: `Ada Lovelace` gives AL, `ada@example.org` gives A; a question mark when there is no letter. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/@.*/, '')
    .split(/[\s._-]+/)
    .filter((word) => /\p{L}/u.test(word));
  const first = letterOf(words[0]);
  if (!first) return '?';
  return (first + (words.length > 1 ? letterOf(words.at(-1)) : '')).toLocaleUpperCase();
}

/** A hue in degrees that an id always gets; violet is left out, because it belongs to the assistant. */
export function hueOf(id: string): number {
  const hash = [...id].reduce(
    (sum, char) => (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0,
    7,
  );
  return HUES[hash % HUES.length] ?? 215;
}

function letterOf(word: string | undefined): string {
  return /\p{L}/u.exec(word ?? '')?.[0] ?? '';
}
