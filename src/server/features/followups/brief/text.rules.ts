const MARKS = /[\u0300-\u036f]/g;

/**
 * Lower case without accents, of exactly the same length as the input, so that an
 * index into the result is an index into the original and quotes stay verbatim.
 */
export function fold(text: string): string {
  return text
    .replace(/[^\x00-\x7f]/g, foldCharacter)
    .replace(/[A-Z]+/g, (run) => run.toLowerCase());
}

/** Words and numbers of a folded text, in order; apostrophes separate. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** One line: every run of white space, control or invisible direction marks becomes a single space. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .trim();
}

/** At most `limit` characters, cut at a space where there is one, the cut shown by an ellipsis. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${whole(space > limit / 2 ? cut.slice(0, space) : cut)}…`;
}

/** A number kept between 0 and 1 and rounded to two places, as confidences are stored. */
export function share(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}

function foldCharacter(character: string): string {
  if (character === '’' || character === '‘' || character === '´') return "'";
  const bare = character.normalize('NFD').replace(MARKS, '').toLowerCase();
  return bare.length === 1 ? bare : character;
}

// A cut between the halves of a surrogate pair would leave a broken character behind.
function whole(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
