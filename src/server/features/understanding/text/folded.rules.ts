/** A text made easy to match, with the way back to where each of its characters came from. */
export type Folded = {
  readonly original: string;
  /** Lower case, no marks over letters, straight apostrophes, every run of white space one blank. */
  readonly text: string;
  /** For each character of `text`, where its own began in `original`; one more for the end. */
  readonly from: Uint32Array;
};

/** Part of a text: from `start` up to but not including `end`, in UTF-16 units of the original. */
export type Span = { readonly start: number; readonly end: number; readonly text: string };

/** A ticket is understood from its first pages; what comes after is logs. */
const MAX_CHARS = 20_000;

/** Folds a text, remembering where every character came from. */
export function foldText(original: string): Folded {
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const character of original.slice(0, MAX_CHARS)) {
    const plain = foldCharacter(character);
    const isSecondBlank = plain === ' ' && text.endsWith(' ');
    if (!isSecondBlank) {
      for (let unit = 0; unit < plain.length; unit += 1) from.push(at);
      text += plain;
    }
    at += character.length;
  }
  from.push(at);
  return { original, text, from: Uint32Array.from(from) };
}

/** Every place where a pattern (with the flag g) matches, as spans of the original. */
export function spansOf(folded: Folded, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  // `matchAll` would copy the pattern for each text, which costs more than most patterns take to find nothing.
  pattern.lastIndex = 0;
  for (let found = pattern.exec(folded.text); found; found = pattern.exec(folded.text)) {
    const [{ length }] = found;
    if (length === 0) pattern.lastIndex += 1;
    else spans.push(spanOf(folded, found.index, found.index + length));
  }
  return spans;
}

/** A span of the original for a stretch of the folded text. */
export function spanOf({ original, from }: Folded, first: number, afterLast: number): Span {
  const start = from[first] ?? 0;
  const end = from[afterLast] ?? original.length;
  return { start, end, text: original.slice(start, end) };
}

function foldCharacter(character: string): string {
  if (/[\s\p{Cc}\p{Cf}]/u.test(character)) return ' ';
  if (/['’‘`´]/.test(character)) return "'";
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
