import { holdsInstruction } from '../../understanding/injection/injection.rules.ts';
import type { DraftPart, Support } from '../grounding/grounding.types.ts';
import { quoteText } from './render.rules.ts';

type Quote = Extract<DraftPart, { kind: 'quote' }>;

const nowhere = { ownUrls: [], instead: '' };

/**
 * A citation as quotes. What gives orders to a machine, or shows nothing at all, is left out, line by line
 * and then sentence by sentence, so that one planted sentence does not cost the answer.
 */
export function quotesOf(citation: Support & { readonly quote: string }): Quote[] {
  const { articleId, version, start, quote } = citation;
  if (isQuotable(quote))
    return [{ kind: 'quote', articleId, version, start, end: start + quote.length, text: quote }];
  return goodRanges(quote).map(([from, to]) => ({
    kind: 'quote',
    articleId,
    version,
    start: start + from,
    end: start + to,
    text: quote.slice(from, to),
  }));
}

function isQuotable(markdown: string): boolean {
  const shown = quoteText(markdown, nowhere);
  return shown.trim() !== '' && !holdsInstruction(shown);
}

/** Stretches of neighbouring lines and sentences that may be quoted; orders may span two lines, so pairs count. */
function goodRanges(quote: string): [number, number][] {
  const ranges: [number, number][] = [];
  for (const piece of piecesOf(quote)) {
    const text = quote.slice(...piece);
    const last = ranges.at(-1);
    if (text.trim() !== '' && !isQuotable(text)) continue;
    const isNext = last !== undefined && last[1] === piece[0];
    if (isNext && isQuotable(quote.slice(last[0], piece[1]))) last[1] = piece[1];
    else if (isQuotable(text)) ranges.push([...piece]);
  }
  return ranges;
}

/** A text in pieces that end with a line, or with a sentence where the line gives orders. */
function piecesOf(quote: string): [number, number][] {
  return [...quote.matchAll(/[^\n]*\n*/g)].flatMap((line): [number, number][] => {
    if (line[0] === '') return [];
    const whole: [number, number] = [line.index, line.index + line[0].length];
    if (!holdsInstruction(quoteText(line[0], nowhere))) return [whole];
    return [...line[0].matchAll(/\S.*?(?:[.!?](?=\s)\s*|$)/gsu)].map((one) => [
      line.index + one.index,
      line.index + one.index + one[0].length,
    ]);
  });
}
