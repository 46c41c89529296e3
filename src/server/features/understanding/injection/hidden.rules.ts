/** Places of a text where words hide from people and not from machines, made readable. */

/** A way to read a text, with the way back: where each of its characters came from. */
export interface View {
  readonly text: string;
  /** True for what a person looking at the text would not see. */
  readonly isHidden: boolean;
  readonly range: (start: number, end: number) => { start: number; end: number };
}

const longestRead = 20_000;
const zeroWidth = /\p{Default_Ignorable_Code_Point}/u;
const tagSigns = /[\u{E0020}-\u{E007E}]{4,2000}/gu;
const comment = /<!--([^]{1,4000}?)(?:-->|$)/g;
const unseen =
  /<(\w{1,20})[^<>]{0,300}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt)?\b|opacity\s*:\s*0\b|color\s*:\s*(?:#fff(?:fff)?|white)\b)[^<>]{0,300}>([^]{1,4000}?)<\/\1/gi;
const base64 =
  /(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/]{4}){6,1000}(?:[A-Za-z0-9+/]{2,3}={0,2})?(?![A-Za-z0-9+/])/g;
const encoded =
  /(?:%[0-9a-f]{2}|&#x?[0-9a-f]{2,6};|\\u00[0-9a-f]{2}|[^\s%&\\]){0,200}(?:(?:%[0-9a-f]{2}|&#x?[0-9a-f]{2,6};|\\u00[0-9a-f]{2})[^%&\\]{0,40}){4,400}/gi;
const spaced = /(?<![\p{L}\p{N}])(?:\p{L}[ .\-_]{1,3}){8,400}\p{L}(?![\p{L}\p{N}])/gu;

/** The text as it is, and again for each place where something else may be written. */
export function viewsOf(original: string): View[] {
  const text = original.slice(0, longestRead);
  return [
    plainView(text),
    ...inner(text, tagSigns, (found) => fromTags(found), true),
    ...inner(text, comment, (_, body) => body, true),
    ...inner(text, unseen, (_, __, body) => body, true),
    ...inner(text, base64, (found) => fromBase64(found), true),
    ...inner(text, encoded, (found) => fromEncoded(found), true),
    ...inner(text, spaced, (found) => fromSpaced(found), false),
  ];
}

/** True where words are laced with signs of no width: nobody writes so by hand. */
export function isLaced(text: string): boolean {
  const signs = text.match(/\p{L}[\u{200B}\u{200C}\u{2060}\u{FEFF}\u{AD}]\p{L}/gu);
  // Joiners stand inside words of Persian and the scripts of India.
  return (signs?.length ?? 0) >= 4 && !/[\p{Script=Arabic}\p{Script=Devanagari}]/u.test(text);
}

/** The text without signs of no width, and with letters of other alphabets that look like Latin ones. */
function plainView(text: string): View {
  const kept: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const sign of text) {
    if (!zeroWidth.test(sign)) {
      kept.push(sign);
      for (let unit = 0; unit < sign.length; unit += 1) from.push(at + unit);
    }
    at += sign.length;
  }
  from.push(at);
  const joined = kept.join('').replace(/[\p{L}\p{M}]+/gu, (word) => likeLatin(word));
  return {
    text: joined,
    isHidden: false,
    range: (start, end) => ({ start: from[start] ?? at, end: from[end] ?? at }),
  };
}

const cyrillicAndGreek = 'авсеіорхуѕјһВЕНКМОРСТХАοαενικρτυ';
const latinAlike = 'abceiopxysjhBEHKMOPCTXAoaevikptu';
const lookalikes = new Map(
  Array.from(cyrillicAndGreek).map((sign, at) => [sign, latinAlike[at] ?? sign]),
);

// Only where alphabets are mixed inside one word: a Russian word stays Russian.
function likeLatin(word: string): string {
  if (!/\p{Script=Latin}/u.test(word) || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word))
    return word;
  return Array.from(word)
    .map((sign) => lookalikes.get(sign) ?? sign)
    .join('');
}

function inner(
  text: string,
  pattern: RegExp,
  read: (...groups: string[]) => string | undefined,
  isHidden: boolean,
): View[] {
  return [...text.matchAll(pattern)].slice(0, 40).flatMap((match) => {
    const found = read(...match);
    const whole = { start: match.index, end: match.index + match[0].length };
    return found === undefined || found.trim() === ''
      ? []
      : [{ text: found, isHidden, range: () => whole }];
  });
}

// "i g n o r e  a l l": two blanks part words.
function fromSpaced(found: string): string {
  return found
    .split(/[ .\-_]{2,3}/)
    .map((word) => word.replace(/[ .\-_]/g, ''))
    .join(' ');
}

function fromTags(found: string): string {
  return Array.from(found)
    .map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0xe0020) - 0xe0000))
    .join('');
}

function fromBase64(found: string): string | undefined {
  const text = Buffer.from(found, 'base64').toString('utf8');
  const printable = text.match(/[\p{L}\p{N}\p{P}\s]/gu)?.length ?? 0;
  return text.includes(' ') && printable >= Array.from(text).length * 0.95 ? text : undefined;
}

function fromEncoded(found: string): string | undefined {
  const text = found
    .replace(/&#x([0-9a-f]{2,6});/gi, (_, code: string) => character(Number.parseInt(code, 16)))
    .replace(/&#(\d{2,6});/g, (_, code: string) => character(Number(code)))
    .replace(/(?:%|\\u00)([0-9a-f]{2})/gi, (_, code: string) =>
      character(Number.parseInt(code, 16)),
    );
  return text === found ? undefined : text;
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
