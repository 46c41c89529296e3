import { createHash } from 'node:crypto';
import { blocksOf, type Block } from './text/blocks.ts';
import { sentencesOf, type Range } from './text/sentences.ts';
import type { Passage } from './retrieval.types.ts';

const TARGET_CHARACTERS = 900;
const LARGEST_PARAGRAPH = 1500;

/**
 * Cuts an article's text along its headings into passages of about 900 characters. A table, a list and a
 * block of code are never cut, however long; a long paragraph is cut between sentences. The id is a digest
 * of headings and text, so that a passage that did not change keeps it.
 */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
  const seen = new Map<string, number>();
  const path: { level: number; title: string }[] = [];
  let open: Range | undefined;
  const close = (): void => {
    if (open) passages.push(passageOf(text, open, { headings: path.map((h) => h.title), seen }));
    open = undefined;
  };
  for (const block of blocksOf(text)) {
    if (block.kind === 'heading') {
      close();
      const level = block.level ?? 1;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({ level, title: block.title ?? '' });
      continue;
    }
    for (const part of partsOf(text, block)) {
      if (open && part.end - open.start > TARGET_CHARACTERS) close();
      open = { start: open?.start ?? part.start, end: part.end };
    }
  }
  close();
  return passages;
}

/** A block as one part, or a long paragraph as groups of sentences. */
function partsOf(text: string, block: Block): Range[] {
  if (block.kind !== 'paragraph' || block.end - block.start <= LARGEST_PARAGRAPH) return [block];
  const parts: Range[] = [];
  for (const sentence of sentencesOf(text, block)) {
    const last = parts.at(-1);
    if (last && sentence.end - last.start <= TARGET_CHARACTERS) last.end = sentence.end;
    else parts.push({ ...sentence });
  }
  return parts;
}

function passageOf(
  text: string,
  range: Range,
  { headings, seen }: { headings: string[]; seen: Map<string, number> },
): Passage {
  const content = `${headings.join('\u0001')}\u0002${text.slice(range.start, range.end)}`;
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 24);
  const times = (seen.get(digest) ?? 0) + 1;
  seen.set(digest, times);
  return { id: times === 1 ? digest : `${digest}-${times}`, headings: [...headings], ...range };
}
