import type { Macro } from '../../../contracts/macros.ts';
import { fuzzyScore } from '../../lib/fuzzy.ts';

/** Text without marks, for lists and previews. */
export function textOfHtml(html: string): string {
  const withBreaks = html.replace(/<br\s*\/?>|<\/(?:p|li|pre|div)>/gi, '\n');
  const parsed = new DOMParser().parseFromString(withBreaks, 'text/html');
  return (parsed.body.textContent ?? '').trim();
}

/** What a macro says, whichever channel it was written for. */
export const textOfMacro = ({ chatText, mailHtml }: Pick<Macro, 'chatText' | 'mailHtml'>) =>
  chatText || textOfHtml(mailHtml);

/** Macros for a word after the slash: by name first, then by folder, description and words; without one as they come, the latest used first. */
export function searchMacros(macros: readonly Macro[], query: string): Macro[] {
  const wanted = query.trim();
  if (wanted === '') return [...macros];
  return macros
    .map((macro) => ({ macro, score: scoreOf(macro, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, two) => two.score - one.score)
    .map(({ macro }) => macro);
}

/** A word in the name outweighs any in the text. */
const NAME_WEIGHT = 10;

function scoreOf(macro: Macro, query: string): number {
  const words = `${macro.folder} ${macro.description} ${macro.chatText} ${macro.mailHtml}`;
  const inWords = words.toLowerCase().includes(query.toLowerCase()) ? 1 : 0;
  return fuzzyScore(query, macro.name) * NAME_WEIGHT + inWords;
}
