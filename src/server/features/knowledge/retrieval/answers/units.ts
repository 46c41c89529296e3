import { blocksOf } from '../text/blocks.ts';
import { sentencesOf, type Range } from '../text/sentences.ts';

/** A part of a passage that is taken over whole or not at all. */
export interface Unit extends Range {
  kind: 'sentence' | 'list' | 'table' | 'code';
  /** Whether it only makes sense with the unit after it ("To do so:"). */
  leadsIn: boolean;
}

/** The units of a part of an article: sentences, and whole lists, tables and blocks of code. */
export function unitsOf(text: string, part: Range): Unit[] {
  const slice = text.slice(part.start, part.end);
  return blocksOf(slice).flatMap((block): Unit[] => {
    if (block.kind === 'heading') return [];
    const range = { start: block.start + part.start, end: block.end + part.start };
    if (block.kind !== 'paragraph') return [{ ...range, kind: block.kind, leadsIn: false }];
    return sentencesOf(text, range).map((sentence) => ({
      ...sentence,
      kind: 'sentence',
      leadsIn: /:\s*$/.test(text.slice(sentence.start, sentence.end)),
    }));
  });
}
