import { writeFileSync } from 'node:fs';
import { operatingAt } from '../../src/server/features/knowledge/evaluation/metrics.ts';
import type { LookedUp } from './examples.ts';
import type { LeftOut } from './leave-one-out.ts';
import { learnClarify } from './clarify.ts';
import { learn } from './models.ts';
import { pooledOutcomes } from './report.ts';

const FOLDER = new URL('../../src/server/features/knowledge/retrieval/ranking/', import.meta.url);
const PRECISION = 0.95;
const UNANSWERABLE = 0.05;

/** Learns on all sets and writes the shipped weights, with where they came from. */
export function writeWeights(sets: readonly LookedUp[], results: readonly LeftOut[]): void {
  const { ranking, right, judged } = learn(sets);
  const provenance = {
    madeBy: 'npm run bench -- retrieval --train',
    sets: sets.map(({ name, questions }) => `${name} (${questions.length} questions)`),
  };
  write('ranking-weights.json', { ...provenance, weights: ranking });
  const answerFrom = safeThreshold(results);
  const clarify = learnClarify([...judged.values()].flat());
  write('confidence-weights.json', {
    ...provenance,
    model: { right, clarify, answerFrom, askFrom: 0.35 },
  });
  console.log(`Wrote the weights; answers from ${answerFrom} on.`);
}

/** The lowest confidence from which sets left out, counting alike, are answered rightly and with care. */
function safeThreshold(results: readonly LeftOut[]): number {
  const pooled = pooledOutcomes(results);
  for (let from = 0.5; from < 0.99; from += 0.01) {
    const { precision, answeredWrongly } = operatingAt(pooled, from);
    if (precision >= PRECISION && answeredWrongly <= UNANSWERABLE)
      return Math.round(from * 100) / 100;
  }
  return 0.99;
}

function write(name: string, content: object): void {
  writeFileSync(new URL(name, FOLDER), `${JSON.stringify(content, null, 2)}\n`);
}
