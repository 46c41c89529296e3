import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { codeOf } from './errors.ts';

/** The owner's password for a server on TCP, made at the first start and kept beside the cluster. */
export async function ownerPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'postgres-password');
  try {
    await writeFile(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
