import { blocksOf, type Block } from '../text/blocks.ts';
import { sentencesOf, type Range } from '../text/sentences.ts';

/** A part of a passage that is taken over whole or not at all. */
export interface Unit extends Range {
  kind: 'sentence' | 'list' | 'table' | 'code';
  /** The place of the block it stands in: sentences of one paragraph share it. */
  block: number;
  /** Whether it only makes sense with the unit after it ("To do so:"). */
  leadsIn: boolean;
  /** Whether the list after it is about it: one short sentence before a list. */
  introduces: boolean;
  /** Whether it tells what to do next ("Click Save."). */
  isStep: boolean;
}

const STEP =
  /^(?:\d{1,2}[.)]\s*)?(?:then,? |next,? |finally,? |now,? |optional:? )?(?:add|check|choose|click|close|confirm|connect|copy|create|delete|disable|download|drag|edit|enable|enter|follow|go|hover|install|log|make|navigate|open|paste|press|remove|repeat|replace|restart|review|run|save|scroll|search|select|set|sign|start|stop|submit|tap|toggle|turn|type|update|upload|wait)\b/i;
const BLANK_LINE = /\n[^\S\n]*\n(?=\S)(?![-*+•]\s|\d{1,3}[.)]\s|[a-z][.)]\s)/;

/** A lone sentence up to this length before a list is about the list ("You have 30 days to return something."). */
const LONGEST_INTRODUCTION = 120;

/** The units of a part of an article: sentences, and whole lists, tables and blocks of code. */
export function unitsOf(text: string, part: Range): Unit[] {
  const slice = text.slice(part.start, part.end);
  const blocks = blocksOf(slice).flatMap((block) => withoutWhatFollows(block, slice));
  return blocks.flatMap((one, block): Unit[] => {
    if (one.kind === 'heading') return [];
    const range = { start: one.start + part.start, end: one.end + part.start };
    if (one.kind !== 'paragraph')
      return [
        { ...range, kind: one.kind, block, leadsIn: false, introduces: false, isStep: false },
      ];
    const sentences = sentencesOf(text, range);
    const isLoneBeforeList = sentences.length === 1 && blocks[block + 1]?.kind === 'list';
    return sentences.map((sentence) => {
      const words = text.slice(sentence.start, sentence.end);
      return {
        ...sentence,
        kind: 'sentence',
        block,
        isStep: STEP.test(words.slice(0, 60)),
        leadsIn: /:\s*$/.test(words),
        introduces: isLoneBeforeList && words.length <= LONGEST_INTRODUCTION,
      };
    });
  });
}

/** A list and, apart from it, what begins at the margin after a blank line. */
function withoutWhatFollows(block: Block, text: string): Block[] {
  if (block.kind !== 'list') return [block];
  const found = BLANK_LINE.exec(text.slice(block.start, block.end));
  if (!found) return [block];
  const end = block.start + found.index;
  const from = end + found[0].length;
  const rest = blocksOf(text.slice(from, block.end)).flatMap((one) =>
    withoutWhatFollows({ ...one, start: one.start + from, end: one.end + from }, text),
  );
  return [{ ...block, end }, ...rest];
}
