/** A range of a text, end not included. */
export interface Range {
  start: number;
  end: number;
}

// A sentence ends at its mark before a blank and a capital, a digit or a quote; and, in pages whose line
// breaks were lost, before a capital that follows at once ("an account.To connect").
const END =
  /[.!?…。！？]+["'”’)\]]*(?:\s+(?=["'“‘([]?[\p{Lu}\p{N}\p{Lo}])|(?=\p{Lu}\p{Ll}+\s)|(?<=[。！？])|$)|\n+/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|vs|etc|e\.g|i\.e|approx|inc|ltd|co|fig|u\.s|\p{L})\.$/iu;
const LONGEST = 1200;

/** The sentences of a part of a text, as ranges without blanks around them; lines end sentences. */
export function sentencesOf(text: string, part: Range): Range[] {
  const slice = text.slice(part.start, part.end);
  const found: Range[] = [];
  let start = 0;
  for (const match of slice.matchAll(END)) {
    const end = match.index + match[0].length;
    if (
      match[0].includes('\n') ||
      !ABBREVIATION.test(slice.slice(Math.max(0, end - 12), end).trimEnd())
    ) {
      pushTrimmed(found, slice, { start, end });
      start = end;
    }
  }
  pushTrimmed(found, slice, { start, end: slice.length });
  return found.map((range) => ({ start: range.start + part.start, end: range.end + part.start }));
}

function pushTrimmed(into: Range[], text: string, range: Range): void {
  let { start, end } = range;
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  while (end - start > LONGEST) {
    const cut = cutBefore(text, start + LONGEST, start);
    into.push({ start, end: cut });
    start = cut;
    while (start < end && isBlank(text, start)) start += 1;
  }
  if (end > start) into.push({ start, end });
}

/** The last place at or before `limit` where a text may be cut: after a blank, never inside a character. */
export function cutBefore(text: string, limit: number, start: number): number {
  const blank = text.lastIndexOf(' ', limit - 1);
  if (blank > start + (limit - start) / 2) return blank + 1;
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0;
}
