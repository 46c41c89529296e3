/** What a gap is called: as the case that is nearest to the middle of the others. */
import { tellingSubject } from '../../assistant/asking/asked.rules.ts';
import {
  gapWithout,
  likenessToGap,
  wordsOfQuestion,
  type GapWords,
  type WordCounts,
} from './likest-gap.rules.ts';
import { titleOf } from './suspect.rules.ts';

/** Cases so much as near to the middle as the nearest one stand for it too. */
const nearlyAs = 0.6;

/**
 * The name for a gap by its cases, oldest first: the subject of one near the middle, the oldest of them so that it
 * does not change with every case; where none of these subjects says anything, what the nearest case asks. Null
 * without cases.
 */
export function titleOfGap(
  cases: readonly { subject: string; question: string }[],
  gap: GapWords,
  everywhere: WordCounts,
): string | null {
  const likeness = new Map(
    cases.map((one) => {
      const words = wordsOfQuestion(one.question);
      return [one, likenessToGap(words, gapWithout(gap, words), everywhere)];
    }),
  );
  const likenessOf = (one: (typeof cases)[number]) => likeness.get(one) ?? 0;
  const [nearest] = cases.toSorted((one, other) => likenessOf(other) - likenessOf(one));
  if (nearest === undefined) return null;
  const least = likenessOf(nearest) * nearlyAs;
  const named = cases.find((one) => likenessOf(one) >= least && tellingSubject(one.subject) !== '');
  const { subject, question } = named ?? nearest;
  return titleOf(subject, question);
}
