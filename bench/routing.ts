/**
 * The routing plan: how much of the gap to the clairvoyant bound it closes, beside the policies of other
 * desks in the same run, and what a plan costs.
 *
 *   npm run bench -- routing [--yardstick FOLDER] [--seeds 101,102] [--ablation] [--only scale|yardstick]
 *
 * The yardstick is a folder of its own, outside this project: `--yardstick` or SEGUE_YARDSTICK names it.
 */
import { parseArgs } from 'node:util';
import { scaleReport } from './routing/scale.ts';
import { openYardstick } from './routing/yardstick.ts';
import { yardstickReport } from './routing/yardstick-report.ts';

const { values } = parseArgs({
  options: {
    yardstick: { type: 'string', default: process.env['SEGUE_YARDSTICK'] ?? '' },
    seeds: { type: 'string', default: '101,102,103' },
    ablation: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});

if (values.only !== 'scale') await compare();
if (values.only !== 'yardstick') await scaleReport(console.log);

async function compare(): Promise<void> {
  if (values.yardstick === '') {
    console.log('No yardstick: name its folder with --yardstick or SEGUE_YARDSTICK.\n');
    return;
  }
  const yardstick = await openYardstick(values.yardstick);
  const seeds = values.seeds.split(',').map(Number);
  yardstickReport(yardstick, { seeds, ablation: values.ablation, say: console.log });
}
