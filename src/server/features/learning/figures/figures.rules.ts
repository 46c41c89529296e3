/** The page of figures, summed from days of categories. */
import type { Figures } from '../../../../contracts/learning.ts';
import { estimate } from '../proposals/curve.rules.ts';

/** What happened on a day in a category. */
export interface Day {
  readonly category: string | null;
  readonly day: string;
  readonly considered: number;
  readonly answered: number;
  readonly sent: number;
  readonly asked: number;
  readonly handed_over: number;
  readonly skipped: number;
  readonly confirmed: number;
  readonly assumed: number;
  readonly reopened: number;
  readonly open: number;
  readonly right: number;
  readonly wrong: number;
  readonly right_after: number;
  readonly wrong_after: number;
  readonly cost_micros: number;
}

type Summed = Pick<
  Figures,
  'flow' | 'resolution' | 'byOutcome' | 'categories' | 'days' | 'costMicros'
>;

/** The sums of a period: of everything, by category (most cases first) and by day. */
export function sumDays(rows: readonly Day[]): Summed {
  return {
    flow: flowOf(rows),
    resolution: resolutionOf(rows),
    byOutcome: estimate(
      sum(rows, 'right_after'),
      sum(rows, 'right_after') + sum(rows, 'wrong_after'),
    ),
    categories: [...groupBy(rows, ({ category }) => category)]
      .map(([category, own]) => ({
        category,
        ...flowOf(own),
        resolution: resolutionOf(own),
        right: sum(own, 'right'),
        judged: sum(own, 'right') + sum(own, 'wrong'),
        costMicros: sum(own, 'cost_micros'),
      }))
      .toSorted((one, other) => other.considered - one.considered),
    days: [...groupBy(rows, ({ day }) => day)].map(([day, own]) => {
      const { considered, answered, handedOver } = flowOf(own);
      return { day, considered, answered, handedOver };
    }),
    costMicros: sum(rows, 'cost_micros'),
  };
}

const csvColumns = [
  'day',
  'category',
  'considered',
  'answered',
  'sent',
  'asked',
  'handed_over',
  'skipped',
  'confirmed',
  'assumed',
  'reopened',
  'open',
  'right',
  'wrong',
  'cost_micros',
] as const;

/** The days as a table for spreadsheets (RFC 4180). */
export function csvOf(rows: readonly Day[]): string {
  const lines = rows.map((row) => csvColumns.map((column) => csvCell(row[column])).join(','));
  return [csvColumns.join(','), ...lines, ''].join('\r\n');
}

/** A text that begins like a formula gets a quote before it: spreadsheets would run it. */
function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value ?? ''}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function flowOf(rows: readonly Day[]): Figures['flow'] {
  return {
    considered: sum(rows, 'considered'),
    answered: sum(rows, 'answered'),
    sent: sum(rows, 'sent'),
    asked: sum(rows, 'asked'),
    handedOver: sum(rows, 'handed_over'),
    skipped: sum(rows, 'skipped'),
  };
}

function resolutionOf(rows: readonly Day[]): Figures['resolution'] {
  return {
    confirmed: sum(rows, 'confirmed'),
    assumed: sum(rows, 'assumed'),
    reopened: sum(rows, 'reopened'),
    open: sum(rows, 'open'),
  };
}

function sum(rows: readonly Day[], key: Exclude<keyof Day, 'category' | 'day'>): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

function groupBy<Key>(rows: readonly Day[], keyOf: (row: Day) => Key): Map<Key, Day[]> {
  const groups = new Map<Key, Day[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known) known.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
