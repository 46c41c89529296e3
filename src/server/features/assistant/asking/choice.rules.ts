/** Which of the offered options a customer's reply chooses. */
import { foldText } from '../../understanding/text/folded.rules.ts';
import { claimOf, isSameWord, type ClaimWord } from '../grounding/claim.rules.ts';
import { placeWordOf } from './place-words.rules.ts';
import { isYesOrNo } from './question-texts.rules.ts';

/** A longer reply tells more than a choice, and is looked up as it is. */
const mostWords = 25;

/** What a reply says to one question: an option, several or none that can be told, or no choice at all. */
export type Choice =
  | { readonly kind: 'chosen'; readonly option: string }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'none' };

/**
 * The option that a reply chooses by its own words, which no other option has ("cleaning"), or by its place in
 * the list ("2", "the second one", "option b"), a wrong letter forgiven. Words and place must agree; more than
 * one, none of them, or a place that is not in the list are unclear.
 */
export function readChoice(reply: string, options: readonly string[]): Choice {
  const byPlace = choiceByPlace(reply, options);
  if (byPlace.kind === 'unclear') return byPlace;
  const named = namedIn(reply, options);
  if (byPlace.kind === 'none') return named.length === 1 ? chosen(named[0]) : byPlace;
  const agree = named.length === 0 || named.includes(byPlace.option);
  return agree ? byPlace : { kind: 'unclear' };
}

function chosen(option: string | undefined): Choice {
  return option === undefined ? { kind: 'none' } : { kind: 'chosen', option };
}

/** The options whose own words a reply says; none where it denies something: "not the cleaning". */
function namedIn(reply: string, options: readonly string[]): string[] {
  const { content, markers, words } = claimOf(reply);
  if (words.length > mostWords || markers.has('denial')) return [];
  const read = options.map((option) => claimOf(option).content);
  return options.filter((_option, place) =>
    ownWords(read, place).some((word) => content.some((said) => isSameWord(said, word))),
  );
}

function ownWords(options: readonly (readonly ClaimWord[])[], place: number): ClaimWord[] {
  const others = options.filter((_words, other) => other !== place).flat();
  return (options[place] ?? []).filter((word) => !others.some((one) => isSameWord(one, word)));
}

/** The option whose place in the list a reply names; unclear where it names several or one that is not there. */
export function choiceByPlace(reply: string, options: readonly string[]): Choice {
  const clauses = clausesOf(reply);
  if (options.length === 0 || clauses.flat().length > mostWords) return { kind: 'none' };
  const places = new Set<number>();
  for (const clause of clauses) {
    const read = placesIn(clause, options.length);
    // "No" to a yes-or-no question is its answer.
    if (read === 'unclear' && !isYesOrNo(options)) return { kind: 'unclear' };
    if (read !== 'unclear') for (const place of read) places.add(place);
  }
  const [place] = places;
  if (place === undefined) return { kind: 'none' };
  const option = places.size === 1 ? options[place] : undefined;
  return option === undefined ? { kind: 'unclear' } : { kind: 'chosen', option };
}

/** The words of a reply, a clause at a time; "2a" as two words. */
function clausesOf(reply: string): string[][] {
  return reply
    .split(/[,.;:!?()\n–—]|\s-\s/u)
    .map((clause) =>
      foldText(clause).text.match(
        /\p{L}+(?:['’]\p{L}+)*|\d+(?:st|nd|rd|th|e|er|ere|eme)?(?![a-z])|\d+/gu,
      ),
    )
    .flatMap((words) => (words === null ? [] : [[...words]]));
}

/** The places a clause names; none where it says anything else: "2 days ago". */
function placesIn(clause: readonly string[], count: number): number[] | 'unclear' {
  const read = clause.map((word) => placeWordOf(word, count));
  if (read.some(({ kind }) => kind === 'other')) return [];
  if (read.some(({ kind }) => kind === 'unclear')) return 'unclear';
  const places = read.flatMap((one) => (one.kind === 'place' ? [one] : []));
  const plain = places.filter(({ isSmall }) => !isSmall);
  const isAlone = read.every(({ kind }) => kind === 'place' || kind === 'option');
  // "One" and "a" are a choice by themselves, and nothing beside another: "the second one".
  const counted = plain.length > 0 ? plain : isAlone ? places : [];
  return [...new Set(counted.map(({ place }) => place))];
}
