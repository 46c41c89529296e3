/** Reasons of decisions as they are stored: short, without names and without keys. */
import { z } from 'zod';
import { exclusionSchema, type Candidate, type RoutingScore } from '../../../contracts/routing.ts';
import type { Explanation } from './plan/explanations.rules.ts';

const storedCandidateSchema = z.tuple([
  z.string(),
  exclusionSchema.nullable(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
]);

/** What is stored: `s` the sentence, `k` the parts of the score in their order, `c` the candidates. */
export const storedReasonSchema = z.object({
  s: z.string(),
  k: z.array(z.number().nullable()).length(9).optional(),
  c: z.array(storedCandidateSchema),
});
export type StoredReason = z.infer<typeof storedReasonSchema>;

const scoreParts = [
  'weight',
  'priority',
  'tier',
  'chance',
  'risk',
  'age',
  'scarcity',
  'minutes',
  'minutesLeft',
] as const satisfies readonly (keyof RoutingScore)[];

/** Packs an explanation; numbers keep three digits. */
export function packReason({ sentence, score, candidates }: Explanation): StoredReason {
  return {
    s: sentence,
    k: scoreParts.map((part) => short(score[part])),
    c: candidates.map(({ agentId, excluded, spare, idleSeconds, value }) => [
      agentId,
      excluded,
      spare,
      idleSeconds,
      short(value),
    ]),
  };
}

/** Unpacks; people who are no longer known have no name. */
export function unpackReason(
  { s: sentence, k, c }: StoredReason,
  names: ReadonlyMap<string, string>,
): { sentence: string; score: RoutingScore | null; candidates: Candidate[] } {
  return {
    sentence,
    score: k ? scoreOf(k) : null,
    candidates: c.map(([agentId, excluded, spare, idleSeconds, value]) => ({
      agentId,
      name: names.get(agentId) ?? '',
      excluded,
      spare,
      idleSeconds,
      value,
    })),
  };
}

function scoreOf(parts: readonly (number | null)[]): RoutingScore {
  const [weight, priority, tier, chance, risk, age, scarcity, minutes, minutesLeft] = parts;
  return {
    weight: weight ?? 0,
    priority: priority ?? 0,
    tier: tier ?? 1,
    chance: chance ?? null,
    risk: risk ?? 0,
    age: age ?? 0,
    scarcity: scarcity ?? null,
    minutes: minutes ?? 0,
    minutesLeft: minutesLeft ?? null,
  };
}

/** The same words with other figures are the same reason. */
export function isSameReason(one: string | null, other: string): boolean {
  return one !== null && bareWords(one) === bareWords(other);
}

function bareWords(sentence: string): string {
  return sentence.replaceAll(/\d+/g, '#');
}

function short(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(3));
}
