/**
 * Recall, rank, confidence and speed of the retrieval on each set, learned on the other sets, beside
 * stemmed MiniSearch, wink-bm25-text-search and the encoder, alone and fused with both, in the same run; then
 * the same on small knowledge bases of 12, 25, 60 and 150 articles drawn from each set, and on the FAQs of single
 * venues.
 *
 *   npm run bench -- retrieval --data FOLDER [--train] [--no-speed]
 *
 * FOLDER (or SEGUE_BENCH_DATA) holds `kb-NAME/kb.jsonl` with questions. `--train` writes the weights learned
 * on all sets into the source.
 */
import { parseArgs } from 'node:util';
import { cachedEncoder } from './encoder.ts';
import { readFamilies } from './families.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { printQuality } from './report.ts';
import { readSets } from './sets.ts';
import { printSmall } from './small-report.ts';
import { measureSpeed } from './speed.ts';
import { writeWeights } from './write-weights.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    train: { type: 'boolean', default: false },
    'no-speed': { type: 'boolean', default: false },
  },
});
const folder = values.data ?? process.env['SEGUE_BENCH_DATA'];
const sets = folder === undefined ? [] : readSets(folder);
if (folder === undefined || sets.length < 2) {
  console.log('No sets: say where they are with --data FOLDER (at least two of kb-*). Speed only.');
} else {
  const encode = cachedEncoder();
  const families = readFamilies(folder, sets, encode);
  const results = leaveOneOut(families);
  printQuality(sets, results, encode);
  printSmall(families, results);
  if (values.train) writeWeights(families, results);
}
if (!values['no-speed']) measureSpeed(sets);
