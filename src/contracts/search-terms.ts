/** What a typed text looks for, word by word. */

/** A word, or several that stand next to each other; `prefix`: its beginning is enough. */
export interface SearchTerm {
  readonly text: string;
  readonly prefix: boolean;
}

const mostTerms = 12;
const longestTerm = 80;

/** Words and quoted phrases; the last word may be unfinished, as people are still typing it. At most 12. */
export function termsOf(text: string): SearchTerm[] {
  const parts = [...clean(text).matchAll(/"([^"]+)"|([^\s"]+)/gu)];
  return parts
    .slice(0, mostTerms)
    .map((part, place) => ({
      text: (part[1] ?? part[2] ?? '').trim().slice(0, longestTerm),
      prefix: part[1] === undefined && place === parts.length - 1,
    }))
    .filter(({ text: word }) => word !== '');
}

/** Without what PostgreSQL takes in no text: zero bytes and halves of characters. */
export function clean(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ').trim();
}
