import { writeFileSync } from 'node:fs';
import { partsOf, type Family } from './examples.ts';
import type { LeftOut } from './leave-one-out.ts';
import { learnClarify } from './clarify.ts';
import { learn } from './models.ts';
import { safeThreshold } from './threshold.ts';

const FOLDER = new URL('../../src/server/features/knowledge/retrieval/ranking/', import.meta.url);

/** Learns on all sets and writes the shipped weights, with where they came from. */
export function writeWeights(families: readonly Family[], results: readonly LeftOut[]): void {
  const { ranking, right, judged } = learn(families);
  const provenance = {
    madeBy: 'npm run bench -- retrieval --train',
    sets: partsOf(families).map(({ name, questions }) => `${name} (${questions.length} questions)`),
  };
  write('ranking-weights.json', { ...provenance, ...ranking });
  const answerFrom = safeThreshold(results.map(({ outcomes }) => outcomes));
  const clarify = learnClarify(families.flatMap(({ whole }) => judged.get(whole) ?? []));
  write('confidence-weights.json', {
    ...provenance,
    model: { right, clarify, answerFrom, askFrom: 0.35 },
  });
  console.log(`Wrote the weights; answers from ${answerFrom} on.`);
}

function write(name: string, content: object): void {
  writeFileSync(new URL(name, FOLDER), `${JSON.stringify(content, null, 2)}\n`);
}
