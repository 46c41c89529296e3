import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { updateStorage } from '../server/app.ts';
import { readConfig } from '../server/config.ts';

export const migrateHelp = `Usage: segue migrate [--data DIR]

Brings the database up to date and ends: the server of DATABASE_URL, or else the embedded one in the
data directory, which no running Segue may be using. "segue serve" does the same before it starts.

  --data DIR   data directory (SEGUE_DATA)
  --help       this text`;

/** The data directory if one is named; false when only help is wanted. Throws for what it does not know. */
export function readMigrate(args: readonly string[]): { dataDir?: string } | false {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return false;
  return values.data === undefined ? {} : { dataDir: resolve(values.data) };
}

/** Applies what is missing and tells each step. Plays no part of the server and fills nothing in. */
export async function migrate(
  chosen: { dataDir?: string },
  say: (line: string) => void,
): Promise<void> {
  await updateStorage({ ...readConfig(), ...chosen }, say);
  say('The database is up to date.');
}
