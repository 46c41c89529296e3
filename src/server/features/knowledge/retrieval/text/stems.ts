import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { foldWord } from './tokens.ts';

const STEMMERS = new Map<string, (word: string) => string>([
  ['ar', arabic],
  ['da', danish],
  ['de', german],
  ['en', english],
  ['es', spanish],
  ['fi', finnish],
  ['fr', french],
  ['it', italian],
  ['nl', dutch],
  ['no', norwegian],
  ['pt', portuguese],
  ['ro', romanian],
  ['ru', russian],
  ['sv', swedish],
  ['tr', turkish],
]);

const LONGEST_STEMMED = 32;
const HAS_DIGIT = /\p{N}/u;

/**
 * The stem of a folded word in a language (ISO 639-1); the word itself in a language without a stemmer.
 * Never throws: a word that a stemmer stumbles over stays as it is.
 */
export function stemOf(word: string, language: string): string {
  const stem = STEMMERS.get(language);
  if (!stem || word.length < 3 || word.length > LONGEST_STEMMED || HAS_DIGIT.test(word))
    return word;
  try {
    return foldWord(stem(word)) || word;
  } catch {
    return word;
  }
}
