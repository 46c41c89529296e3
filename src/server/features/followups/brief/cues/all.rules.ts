import type { Cues } from './cue.rules.ts';
import { dutch } from './dutch.rules.ts';
import { english } from './english.rules.ts';
import { french } from './french.rules.ts';
import { german } from './german.rules.ts';
import { italian } from './italian.rules.ts';
import { portuguese } from './portuguese.rules.ts';
import { spanish } from './spanish.rules.ts';

/** The cues of every language the brief understands, by ISO 639-1 code. */
export const cuesByLanguage: Readonly<Record<string, Cues>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  nl: dutch,
  pt: portuguese,
};
