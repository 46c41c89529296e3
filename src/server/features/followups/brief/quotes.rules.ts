import type { CueName } from './cues/cue.rules.ts';
import type { Sentence } from './reading.rules.ts';
import { clip } from './text.rules.ts';

/** Joins quotes that do not follow each other. */
export const GAP = ' … ';

const LEADING: readonly CueName[] = ['greeting', 'filler'];

/** A sentence as a quote: verbatim, without the greeting and fillers in front and the full stop behind. */
export function quote(sentence: Sentence, limit = 220): string {
  return clip(trimmed(sentence), limit);
}

/** A quote in the curly marks that every frame of the brief uses. */
export function quoted(sentence: Sentence, limit = 220): string {
  return `“${quote(sentence, limit)}”`;
}

// "hi Anna, ok thanks, my parcel is late": each pass takes one opener and the name or comma after it.
function trimmed(sentence: Sentence): string {
  const enough = Math.max(2, Math.ceil(sentence.words * 0.4));
  let start = 0;
  for (let pass = 0; pass < 4; pass += 1) {
    const rest = sentence.text.slice(start);
    const step = openerLength(sentence, start);
    if (step === 0 || countWords(rest.slice(step)) < enough) break;
    start += step;
  }
  const bare = sentence.text.slice(start).replace(/^\(?\d{1,2}[).]\s+/, '');
  return bare.replace(/(?<![.…])\.$/, '').trim() || sentence.text;
}

function openerLength(sentence: Sentence, start: number): number {
  const rest = sentence.text.slice(start);
  for (const cue of LEADING) {
    const length = sentence.opens(cue, start);
    if (length === 0) continue;
    const name =
      cue === 'greeting' ? /^(?:\s+\p{Lu}[\p{L}'-]+){0,3}\s*[,!.:-]\s*/u : /^[\s,.!:;-]+/u;
    const tail = name.exec(rest.slice(length)) ?? /^[\s,.!:;-]+/u.exec(rest.slice(length));
    if (tail !== null) return length + tail[0].length;
  }
  return 0;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
