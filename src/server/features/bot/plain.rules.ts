/** Text as the patterns read it. */

/** The bot reads no further than this: a wish or a name stands at the beginning. */
const readLength = 1_500;

/** Lower case without accents, curly quotes and doubled spaces. */
export function plain(text: string): string {
  return text
    .slice(0, readLength)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a text, plain. */
export function wordsOf(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}']+/gu) ?? [];
}

/** Words written in one string, separated by spaces, as a set. */
export function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
