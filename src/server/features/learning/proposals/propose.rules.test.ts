import { describe, expect, it } from 'vitest';
import {
  chooseThreshold,
  curveOf,
  estimate,
  isHeldBack,
  pointAt,
  type WeighedCase,
} from './curve.rules.ts';
import { proposeThreshold } from './propose.rules.ts';

const bounds = { precision: 0.95, lowest: 0.5, highest: 0.99 };

/** Cases spread over the confidences, right where `isRight` says; `known` of a hundred are judged. */
function casesOf(
  count: number,
  isRight: (confidence: number, place: number) => boolean,
  known = 100,
) {
  return Array.from({ length: count }, (_, place): WeighedCase => {
    const confidence = (place + 0.5) / count;
    const id = `00000000-0000-7000-8000-${((place * 7919) % 1_000_003).toString(16).padStart(12, '0')}`;
    const verdict =
      (place * 31) % 100 >= known ? null : isRight(confidence, place) ? 'right' : 'wrong';
    return { id, confidence, verdict };
  });
}

describe('an interval', () => {
  it('holds the share, is never outside of 0 and 1, and narrows with more cases', () => {
    for (const of of [1, 5, 40, 1_000])
      for (const right of [0, 1, Math.floor(of / 2), of]) {
        const { share, low, high } = estimate(right, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual((share ?? 0) + 1e-9);
        expect(high).toBeGreaterThanOrEqual((share ?? 0) - 1e-9);
      }
    const width = (of: number) => estimate(of / 2, of).high - estimate(of / 2, of).low;
    expect(width(1_000)).toBeLessThan(width(10));
    // Wilson's interval of 95 of 100, as textbooks have it.
    expect(estimate(95, 100)).toMatchObject({
      low: expect.closeTo(0.888, 3),
      high: expect.closeTo(0.978, 3),
    });
    expect(estimate(0, 0)).toEqual({ right: 0, of: 0, share: null, low: 0, high: 1 });
  });
});

describe('a curve', () => {
  it('covers less with each step, and counts precision on what is known only', () => {
    const cases = casesOf(200, (confidence) => confidence > 0.5, 50);
    const curve = curveOf(cases);
    expect(curve[0]?.coverage).toBe(1);
    curve.slice(1).forEach((point, place) => {
      expect(point.coverage).toBeLessThanOrEqual(curve[place]?.coverage ?? 0);
      expect(point.judged).toBeLessThanOrEqual(point.answered);
    });
    expect(pointAt(cases, 0.6).precision).toBe(1);
    expect(pointAt([], 0.5)).toMatchObject({ coverage: 0, precision: null });
  });

  it('has a lowest threshold that reaches the aim, or none', () => {
    const cases = casesOf(400, (confidence) => confidence > 0.7);
    const chosen = chooseThreshold(cases, { ...bounds, least: 20 });
    expect(chosen?.precision).toBeGreaterThanOrEqual(0.95);
    expect(chosen?.threshold).toBeGreaterThan(0.66);
    expect(chosen?.threshold).toBeLessThan(0.71);
    expect(
      chooseThreshold(
        casesOf(400, (_, place) => place % 2 === 0),
        { ...bounds, least: 20 },
      ),
    ).toBeNull();
  });
});

describe('a proposal', () => {
  const sharp = casesOf(600, (confidence) => confidence > 0.7);

  it('halves the cases nearly evenly, always the same way', () => {
    const held = sharp.filter(({ id }) => isHeldBack(id)).length;
    expect(held).toBeGreaterThan(200);
    expect(held).toBeLessThan(400);
  });

  it('lowers a threshold that is too careful, and says what that comes to on the other half', () => {
    const looked = proposeThreshold(sharp, 0.9, bounds);
    expect(looked).toMatchObject({
      result: 'proposed',
      change: { field: 'answerFrom', from: 0.9 },
    });
    if (looked.result !== 'proposed') return;
    expect(looked.change.to).toBeLessThan(0.72);
    expect(looked.expected.to.coverage).toBeGreaterThan(looked.expected.from.coverage);
    expect(looked.expected.to.precision).toBeGreaterThan(0.9);
    expect(looked.expected.to.low).toBeLessThan(looked.expected.to.precision ?? 0);
  });

  it('is never lowered to where nobody knows how answers would be', () => {
    // As it is where the assistant acts alone: what is under the threshold goes to people, and stays unknown.
    const alone = casesOf(600, () => true).map((one) => ({
      ...one,
      verdict: one.confidence < 0.6 ? null : one.verdict,
    }));
    expect(proposeThreshold(alone, 0.6, bounds).result).toBe('unknown_below');
    // It stood at 75 % before: what was known then counts, and no further.
    const lowered = proposeThreshold(alone, 0.75, bounds);
    expect(lowered).toMatchObject({ result: 'proposed', change: { from: 0.75, to: 0.6 } });
  });

  it('raises one that is too bold', () => {
    const looked = proposeThreshold(sharp, 0.5, bounds);
    if (looked.result !== 'proposed') throw new Error(looked.result);
    expect(looked.change.to).toBeGreaterThan(0.65);
    expect(looked.expected.to.precision).toBeGreaterThan(looked.expected.from.precision ?? 1);
  });

  it.each([
    ['too few are known', casesOf(600, () => true, 5), 0.8, 'too_few'],
    ['there are too few', sharp.slice(0, 60), 0.8, 'too_few'],
    ['the threshold fits', sharp, 0.69, 'fits'],
    ['nothing reaches the aim', casesOf(600, (_, place) => place % 3 > 0), 0.8, 'unreachable'],
  ] as const)('is none where %s', (_, cases, current, result) => {
    expect(proposeThreshold(cases, current, bounds).result).toBe(result);
  });

  it('stays inside its bounds', () => {
    const looked = proposeThreshold(
      casesOf(600, () => true),
      0.9,
      { ...bounds, lowest: 0.6 },
    );
    if (looked.result !== 'proposed') throw new Error(looked.result);
    expect(looked.change.to).toBe(0.6);
  });
});
