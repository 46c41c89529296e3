import { z } from 'zod';
import {
  importOptionsSchema,
  type Import,
  type ImportLine,
  type ImportSummary,
} from '../../../../contracts/knowledge.ts';
import type { ImportRow } from './imports.store.ts';

/** What is stored about how an import files what it finds. */
export const storedOptionsSchema = importOptionsSchema.extend({ fileName: z.string().optional() });

/** An import as it is answered. */
export function importView(row: ImportRow): Import {
  return { ...headOf(row), dryRun: row.dry_run, report: row.report };
}

const mostSkipped = 100;

/** An import before, in a few words. */
export function importSummary(row: ImportRow): ImportSummary {
  const count = (wanted: ImportLine['outcome']) =>
    row.report.filter(({ outcome }) => outcome === wanted).length;
  return {
    ...headOf(row),
    source: storedOptionsSchema.safeParse(row.options).data?.fileName ?? '',
    by: row.by,
    counts: {
      added: count('added'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      skipped: count('skipped'),
    },
    skipped: row.report.filter(({ outcome }) => outcome === 'skipped').slice(0, mostSkipped),
  };
}

function headOf({ id, kind, state, total, error, created_at: at }: ImportRow) {
  return { id, kind, state, total, error, at: at.toISOString() };
}
