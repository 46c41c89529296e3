/** Looking for words in texts. */

/** A text as it is searched: lower case, single spaces. */
export function searchable(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether a text has a phrase as whole words; both must be `searchable`. */
export function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!isLetter(text[at - 1], phrase[0]) && !isLetter(text[at + phrase.length], phrase.at(-1)))
      return true;
  }
  return false;
}

const letter = /[\p{L}\p{N}]/u;

/** A letter beside a letter: the phrase is part of a longer word. */
function isLetter(beside: string | undefined, edge: string | undefined): boolean {
  return beside !== undefined && letter.test(beside) && edge !== undefined && letter.test(edge);
}
