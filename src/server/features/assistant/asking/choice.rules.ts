/** Which of the offered options a customer's reply chooses. */
import { claimOf, isSameWord, type ClaimWord } from '../grounding/claim.rules.ts';

/** A longer reply tells more than a choice, and is looked up as it is. */
const mostWords = 25;

/**
 * The one option whose own words the reply says: those that no other option has. Null where it says words of
 * several or of none, or denies something: "not the cleaning" chooses nothing.
 */
export function chosenOption(reply: string, options: readonly string[]): string | null {
  const { content, markers, words } = claimOf(reply);
  if (words.length > mostWords || markers.has('denial')) return null;
  const read = options.map((option) => claimOf(option).content);
  const named = options.filter((_option, place) =>
    ownWords(read, place).some((word) => content.some((said) => isSameWord(said, word))),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

function ownWords(options: readonly (readonly ClaimWord[])[], place: number): ClaimWord[] {
  const others = options.filter((_words, other) => other !== place).flat();
  return (options[place] ?? []).filter((word) => !others.some((one) => isSameWord(one, word)));
}
