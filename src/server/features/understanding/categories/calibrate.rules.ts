/** How sharp the softmax is where a workspace has too few examples to learn it: rather too modest than too sure. */
export const SHIPPED_SHARPNESS = 4;
/** How far, in logarithms, the right sharpness is thought to be from that before any case was seen. */
const USUAL_DISTANCE = 0.15;

const GRID = [1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12];

/** Softmax of margins, sharpened. */
export function probabilitiesOf(margins: Float32Array, sharpness: number): Float64Array {
  const best = margins.reduce((most, margin) => Math.max(most, margin), Number.NEGATIVE_INFINITY);
  const powers = Float64Array.from(margins, (margin) => Math.exp(sharpness * (margin - best)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/**
 * The sharpness under which cases held back were most likely (Guo et al. 2017, "On calibration of modern neural
 * networks"), drawn towards the shipped one as by a log-normal prior. A few dozen cases are easily all right,
 * and speak for any sharpness then; customers' mails are less like the examples than those are like each other.
 * A thousand cases outweigh the prior.
 */
export function learnSharpness(cases: readonly { margins: Float32Array; label: number }[]): number {
  let best = { sharpness: SHIPPED_SHARPNESS, loss: Number.POSITIVE_INFINITY };
  for (const sharpness of GRID) {
    const distance = Math.log(sharpness / SHIPPED_SHARPNESS) / USUAL_DISTANCE;
    const loss = cases.reduce(
      (sum, { margins, label }) =>
        sum - Math.log(Math.max(1e-9, probabilitiesOf(margins, sharpness)[label] ?? 0)),
      distance ** 2 / 2,
    );
    if (loss < best.loss) best = { sharpness, loss };
  }
  return best.sharpness;
}

/** What is looked at to tell whether a text belongs to its best category at all. */
export interface ScopeSigns {
  margin: number;
  /** Share of the text that examples of the category use too. */
  coverage: number;
  /** Likeness in meaning to the nearest example of the category; null where that is not known. */
  nearness: number | null;
  /** How much all categories together claim the text: what their margins are above -1. */
  claims: number;
}

/**
 * Logit of "no category fits" from the largest margin, the coverage of the text by the words of that
 * category, the nearness of one of its examples, and how many others claim it too. Of twelve signs tried (gap to
 * the second, probability, energy, ...) only these helped on sets that the factors were not fitted to. The bias
 * rejects about four of five out-of-scope texts.
 */
export function outsideLogit({ margin, coverage, nearness, claims }: ScopeSigns): number {
  const near = nearness === null ? 0 : OUTSIDE.nearness * (nearness - USUAL_NEARNESS);
  const ofBest = OUTSIDE.margin * margin + OUTSIDE.coverage * coverage;
  return OUTSIDE.bias + ofBest + near + OUTSIDE.claims * claims;
}

/**
 * What is added to that logit so that four of five examples of the categories, held back, stay in scope: where
 * a category has few examples, all texts are far from them. Never positive.
 */
export function learnShift(inside: readonly number[]): number {
  const sorted = inside.toSorted((one, other) => one - other);
  const farthest = sorted[Math.floor(sorted.length * KEPT)] ?? 0;
  return farthest > 0 ? -farthest : 0;
}

/** The logistic function. */
export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

const KEPT = 0.8;
const OUTSIDE = { bias: 1.4, margin: -5, coverage: -4, nearness: -7, claims: 0.25 };
/** A text this near is as likely inside as one whose nearness is not known. */
const USUAL_NEARNESS = 0.65;
