/** Handling times are lognormal (Brown et al. 2005): how likely is it that one ends in time? */

/** Probability that a lognormal time of this mean and sigma is at most `minutes`. */
export function chanceWithin(minutes: number, mean: number, sigma: number): number {
  if (minutes <= 0) return 0;
  return normalCdf((Math.log(minutes / mean) + (sigma * sigma) / 2) / sigma);
}

/** The same, of a time that has already lasted `elapsed` minutes: `minutes` more will do. */
export function chanceStillWithin(
  minutes: number,
  lasting: { readonly elapsed: number; readonly mean: number; readonly sigma: number },
): number {
  const { elapsed, mean, sigma } = lasting;
  const over = 1 - chanceWithin(elapsed, mean, sigma);
  if (over < 1e-9) return minutes > 0 ? 1 : 0;
  return Math.max(0, 1 - (1 - chanceWithin(elapsed + minutes, mean, sigma)) / over);
}

/** Zelen and Severo's approximation (Abramowitz and Stegun 26.2.17), error below 1e-7. */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = Math.exp((-z * z) / 2) * 0.3989422804 * series;
  return z >= 0 ? 1 - tail : tail;
}
