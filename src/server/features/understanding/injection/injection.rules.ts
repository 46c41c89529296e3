import type { Evidence } from '../../../../contracts/understanding.ts';
import { foldText, spansOf } from '../text/folded.rules.ts';
import { injectionCues } from './cues.rules.ts';
import { isLaced, viewsOf, type View } from './hidden.rules.ts';

/** What a text says to a machine that reads it; `evidence` is where. */
export interface InjectionReading {
  readonly suspected: boolean;
  /** The chance, from 0 to 1, that somebody gives orders to the assistant. */
  readonly score: number;
  readonly evidence: Evidence[];
}

/** From which score on a text is suspected. One telling phrase is enough. */
export const INJECTION_FROM = 0.6;

const HIDDEN = 0.35;
const LACED = 0.4;
const mostEvidence = 8;

/**
 * Looks for instructions to the assistant in messages, quotes and names of files, in the open or hidden in
 * comments, unseen elements, signs of no width, base64 and other codes. A file's evidence names it by its
 * place: `file:0`. It finds the clumsy and the known; what it misses must still not get into a text, which
 * is what the check of each draft is for.
 */
export function findInjection(
  texts: readonly { id: string; text: string }[],
  fileNames: readonly string[] = [],
): InjectionReading {
  const all = [
    ...texts,
    ...fileNames.map((name, index) => ({ id: `file:${index}`, text: wordsOfFileName(name) })),
  ];
  const evidence: Evidence[] = [];
  let safe = 1;
  for (const { id, text } of all) {
    if (isLaced(text)) safe *= 1 - LACED;
    for (const view of viewsOf(text)) safe *= 1 - readView(view, { id, text }, evidence);
  }
  const score = 1 - safe;
  return { suspected: score >= INJECTION_FROM, score, evidence: evidence.slice(0, mostEvidence) };
}

/** True for a text that gives orders to the assistant: it must not be quoted to customers. */
export function holdsInstruction(text: string): boolean {
  return findInjection([{ id: '', text }]).suspected;
}

/** How sure one view of a text makes us; adds where it says so. */
function readView(
  view: View,
  { id, text }: { id: string; text: string },
  evidence: Evidence[],
): number {
  const folded = foldText(view.text);
  let safe = 1;
  for (const { weight, pattern } of injectionCues) {
    const found = spansOf(folded, pattern);
    if (found.length === 0) continue;
    safe *= 1 - Math.min(0.98, weight + (view.isHidden ? HIDDEN : 0));
    for (const span of found) {
      const { start, end } = view.range(span.start, span.end);
      evidence.push({ message: id, start, end, text: text.slice(start, end) });
    }
  }
  return 1 - safe;
}

// Words of a file's name are joined by anything but blanks.
function wordsOfFileName(name: string): string {
  return name.replace(/[_\-+.]/g, ' ');
}
