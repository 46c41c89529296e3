import { stopwords as danish } from '@orama/stopwords/danish';
import { stopwords as dutch } from '@orama/stopwords/dutch';
import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as finnish } from '@orama/stopwords/finnish';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as italian } from '@orama/stopwords/italian';
import { stopwords as norwegian } from '@orama/stopwords/norwegian';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { stopwords as russian } from '@orama/stopwords/russian';
import { stopwords as spanish } from '@orama/stopwords/spanish';
import { stopwords as swedish } from '@orama/stopwords/swedish';
import { foldWord, tokensOf } from './tokens.ts';

/** Words of questions and courtesies, which say nothing about their subject. */
const ENGLISH_CHATTER =
  'a hi hello hey dear please thank thanks thx regards want wanted need needed know like also get got getting ' +
  'just really ok okay yes anyone someone something anything tell us im ive id dont doesnt cant ' +
  'isnt wont whats hows theres may might could would question wondering help us';

const LISTS = new Map<string, ReadonlySet<string>>(
  Object.entries({
    da: danish,
    de: german,
    en: [...english, ...ENGLISH_CHATTER.split(' ')],
    es: spanish,
    fi: finnish,
    fr: french,
    it: italian,
    nl: dutch,
    no: norwegian,
    pt: portuguese,
    ru: russian,
    sv: swedish,
  }).map(([language, words]) => [language, foldedSet(words)]),
);

const NONE: ReadonlySet<string> = new Set();

/** The folded words of a language that carry no content; none for a language without a list. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return LISTS.get(language) ?? NONE;
}

/** The language whose small words a text holds most of, or the fallback for a text without any. */
export function guessLanguage(text: string, fallback = 'en'): string {
  const words = tokensOf(text.slice(0, 2000)).map((token) => token.word);
  let best = { language: fallback, hits: 1 };
  for (const [language, list] of LISTS) {
    const hits = words.filter((word) => list.has(word)).length;
    if (hits > best.hits || (hits === best.hits && language === fallback))
      best = { language, hits };
  }
  return best.language;
}

function foldedSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(foldWord));
}
