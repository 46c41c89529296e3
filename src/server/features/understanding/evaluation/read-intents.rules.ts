import { z } from 'zod';
import type { IntentRow } from './intents.types.ts';

const Line = z.object({
  text: z.string(),
  label: z.string().nullish(),
  bot: z.string().optional(),
  corpus: z.string().optional(),
});

/** The lines of a JSONL file of intents. Throws with the number of a line that is none. */
export function readIntents(jsonLines: string): IntentRow[] {
  return jsonLines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const { text, label, bot, corpus } = parse(line, index + 1);
    return [{ text, label: label ?? undefined, group: bot ?? corpus }];
  });
}

function parse(line: string, number: number): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`Line ${number} holds no intent: an object with "text" is wanted.`, { cause });
  }
}
