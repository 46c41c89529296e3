import type { Folded } from '../text/folded.rules.ts';
import { foldText, spansOf } from '../text/folded.rules.ts';
import type { Span } from '../text/folded.rules.ts';

/** A question that is open when the reply comes. */
export interface OpenQuestion {
  readonly text: string;
  readonly options: readonly string[];
}

/** "1. Android 2) yes" or a line that begins with the number of a question. */
const numbered = /(?:^|\n|[ ,;(])[1-4] ?[.):=-]+ ?(?=\S)|(?:^|\n) ?[1-4] (?=\p{L})/gu;
/** A code or number that a customer copies: at least four signs, one of them a digit. */
const code =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}/-]*\d)[\p{L}\p{N}][\p{L}\p{N}/-]{3,24}(?![\p{L}\p{N}])/gu;
const yesOrNo =
  /^[\s\p{P}]*(?:yes|yep|yeah|yup|no|nope|nah|ja|jawohl|nein|nee|oui|ouais|non|si|sim|nao)(?![\p{L}'-])(?! (?:problem|worries))/gu;
const yesNoOptions = new Set(['yes', 'no', 'ja', 'nein', 'oui', 'non', 'si', 'nee', 'sim', 'nao']);

/**
 * The places in a reply that answer open questions: numbers with something behind them, named options, codes,
 * and a yes or no at the beginning. Empty where none does.
 */
export function answersIn(body: Folded, asked: readonly OpenQuestion[]): Span[] {
  if (asked.length === 0) return [];
  const lines = foldedLines(body.original);
  const isNumbered = asked.length > 1 && numbered.test(lines);
  numbered.lastIndex = 0;
  const options = asked
    .flatMap((one) => one.options.map((option) => foldText(option).text.trim()))
    .filter((option) => option.length > 1 && !yesNoOptions.has(option));
  const named = options.flatMap((option) => spansOf(body, wholeWords(option)));
  const codes = asked.some((one) => one.options.length === 0) ? spansOf(body, code) : [];
  return [
    ...(isNumbered ? [{ start: 0, end: body.original.length, text: body.original }] : []),
    ...named,
    ...codes,
    ...spansOf(body, yesOrNo),
  ];
}

/** True where a reply shares a telling word with an open question: "the order is from May". */
export function speaksOf(body: Folded, asked: readonly OpenQuestion[]): boolean {
  const wordsOf = (text: string) => foldText(text).text.match(/\p{L}{5,}/gu) ?? [];
  const words = new Set(asked.flatMap(({ text }) => wordsOf(text)));
  return wordsOf(body.original).some((word) => words.has(word));
}

// Folding makes every line break a blank, and numbers stand at the beginning of lines.
function foldedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => foldText(line).text.trim())
    .join('\n');
}

function wholeWords(words: string): RegExp {
  const escaped = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu');
}
