import { blocksOf } from '../text/blocks.ts';
import { sentencesOf, type Range } from '../text/sentences.ts';

/** A part of a passage that is taken over whole or not at all. */
export interface Unit extends Range {
  kind: 'sentence' | 'list' | 'table' | 'code';
  /** Whether it only makes sense with the unit after it ("To do so:"). */
  leadsIn: boolean;
  /** Whether it tells what to do next ("Click Save."). */
  isStep: boolean;
}

const STEP =
  /^(?:\d{1,2}[.)]\s*)?(?:then,? |next,? |finally,? |now,? |optional:? )?(?:add|check|choose|click|close|confirm|connect|copy|create|delete|disable|download|drag|edit|enable|enter|follow|go|hover|install|log|make|navigate|open|paste|press|remove|repeat|replace|restart|review|run|save|scroll|search|select|set|sign|start|stop|submit|tap|toggle|turn|type|update|upload|wait)\b/i;

/** The units of a part of an article: sentences, and whole lists, tables and blocks of code. */
export function unitsOf(text: string, part: Range): Unit[] {
  const slice = text.slice(part.start, part.end);
  return blocksOf(slice).flatMap((block): Unit[] => {
    if (block.kind === 'heading') return [];
    const range = { start: block.start + part.start, end: block.end + part.start };
    if (block.kind !== 'paragraph')
      return [{ ...range, kind: block.kind, leadsIn: false, isStep: false }];
    return sentencesOf(text, range).map((sentence) => ({
      ...sentence,
      kind: 'sentence',
      isStep: STEP.test(text.slice(sentence.start, sentence.start + 60)),
      leadsIn: /:\s*$/.test(text.slice(sentence.start, sentence.end)),
    }));
  });
}
