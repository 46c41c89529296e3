import { z } from 'zod';
import { parseJsonLines, readJsonLines } from '../../../platform/json-lines.ts';
import type { IntentRow } from './intents.types.ts';

const line = z.object({
  text: z.string(),
  label: z.string().nullish(),
  bot: z.string().optional(),
  corpus: z.string().optional(),
});

/** The lines of a JSONL file of intents, plain or gzipped. Throws with the line and the field that do not fit. */
export function readIntents(file: string): IntentRow[] {
  return readJsonLines(file, line).map(rowOf);
}

/** The same of a file at hand. */
export function parseIntents(bytes: Buffer, name: string): IntentRow[] {
  return parseJsonLines(bytes, { name, schema: line }).map(rowOf);
}

function rowOf({ text, label, bot, corpus }: z.infer<typeof line>): IntentRow {
  return { text, label: label ?? undefined, group: bot ?? corpus };
}
