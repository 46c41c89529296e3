import { readFileSync } from 'node:fs';
import { stemmer } from '@orama/stemmers/english';

const SHIPPED = new URL('./english.bin', import.meta.url);
const MOST_STEMMED = 32;

let stems: ReadonlySet<string> | undefined;

/** Whether most of some words are English ones; of another language a few look English by chance. */
export function isEnglish(words: readonly string[]): boolean {
  stems ??= readStems(SHIPPED);
  let known = 0;
  for (const word of words) if (stems.has(stemOf(word))) known += 1;
  return known > 0 && known >= words.length / 2;
}

/** The 41,414 stems that the file of their meanings names, a line each. */
function readStems(path: URL): ReadonlySet<string> {
  const file = readFileSync(path);
  return new Set(file.toString('utf8', 12, 12 + file.readUInt32LE(8)).split('\n'));
}

function stemOf(word: string): string {
  return /^[a-z]{3,}$/.test(word) && word.length <= MOST_STEMMED ? stemmer(word) : word;
}
