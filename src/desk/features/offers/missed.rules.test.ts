import { describe, expect, it } from 'vitest';
import { missedOffers } from './missed.rules.ts';

const offer = { id: 'a', endsAtMs: 30_000 };
const none = new Set<string>();
const ask = (now: Partial<Parameters<typeof missedOffers>[1]>) =>
  missedOffers([offer], { offers: [], answered: none, nowMs: 30_200, ...now }).length;

describe('an offer that is no longer there', () => {
  it('was missed when its time was up', () => expect(ask({})).toBe(1));
  it('was withdrawn when it still had time', () => expect(ask({ nowMs: 12_000 })).toBe(0));
  it('was not missed by whoever answered it at the last moment', () =>
    expect(ask({ answered: new Set(['a']) })).toBe(0));
  it('is not missed while it stands', () => expect(ask({ offers: [offer] })).toBe(0));
});
