import type { Range } from '../text/sentences.ts';
import type { Unit } from './units.ts';

/** A paragraph up to this length is quoted whole: its other sentences say what "it" is, and on what condition. */
const LONGEST_PARAGRAPH = 400;

/**
 * What must be quoted besides what was chosen. A unit that leads in brings the next one; a list, a table or
 * code brings what leads in to it or introduces it; a step brings the steps before and after it, also as a list;
 * a sentence brings its paragraph, where that is short.
 */
export function whole(units: readonly Unit[], chosen: ReadonlySet<Unit>): Unit[] {
  const taken = units.map((unit) => chosen.has(unit) || isInChosenParagraph(unit, units, chosen));
  for (const [i, unit] of units.entries()) {
    const before = units[i - 1];
    if (before && taken[i - 1] && bringsNext(before, unit)) taken[i] = true;
  }
  for (let i = units.length - 1; i > 0; i -= 1) {
    const [before, unit] = [units[i - 1], units[i]];
    if (before && unit && taken[i] && bringsBefore(before, unit)) taken[i - 1] = true;
  }
  return units.filter((_, i) => taken[i]);
}

function bringsNext(before: Unit, unit: Unit): boolean {
  return before.leadsIn || (before.isStep && (unit.isStep || before.introduces));
}

function bringsBefore(before: Unit, unit: Unit): boolean {
  if (before.isStep && unit.isStep) return true;
  const saysWhatItIs = before.leadsIn || before.introduces;
  return saysWhatItIs && (unit.isStep || unit.kind !== 'sentence');
}

/** Units as ranges of the text, neighbours joined. */
export function joined(taken: readonly Unit[], units: readonly Unit[]): Range[] {
  const ranges: (Range & { last: number })[] = [];
  for (const unit of taken) {
    const at = units.indexOf(unit);
    const open = ranges.at(-1);
    if (open && open.last === at - 1) Object.assign(open, { end: unit.end, last: at });
    else ranges.push({ start: unit.start, end: unit.end, last: at });
  }
  return ranges;
}

function isInChosenParagraph(
  { block }: Unit,
  units: readonly Unit[],
  chosen: ReadonlySet<Unit>,
): boolean {
  const together = units.filter((unit) => unit.block === block);
  const length = (together.at(-1)?.end ?? 0) - (together[0]?.start ?? 0);
  return length <= LONGEST_PARAGRAPH && together.some((unit) => chosen.has(unit));
}
