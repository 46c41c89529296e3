import type { Synonyms } from '../retrieval.types.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Dictionary } from './dictionary.ts';

/** Synonyms as stems of a dictionary. */
export interface SynonymTable {
  /** The stems of all that means the same as a word or phrase of this sequence of stems. */
  termsFor(sequence: readonly number[]): number[];
}

/** Reads the groups an admin listed. Words the articles do not hold lead to the others, and are never found. */
export function createSynonymTable(
  groups: Synonyms,
  dictionary: Dictionary,
  language = 'en',
): SynonymTable {
  const byFirst = new Map<number, { phrase: number[]; others: number[] }[]>();
  for (const group of groups) {
    const phrases = group.map((phrase) =>
      tokensOf(phrase).map((token) => dictionary.add(token.word, language)),
    );
    phrases.forEach((phrase, i) => {
      const [first] = phrase;
      if (first === undefined) return;
      const others = phrases.flatMap((other, j) => (i === j ? [] : other));
      byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, others }]);
    });
  }
  return {
    termsFor: (sequence) =>
      sequence.flatMap((term, at) =>
        (byFirst.get(term) ?? [])
          .filter(({ phrase }) => phrase.every((part, i) => sequence[at + i] === part))
          .flatMap(({ others }) => others),
      ),
  };
}
