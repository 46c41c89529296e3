import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keys for separate purposes, all derived from one master secret. */
export interface Secrets {
  /** A key of 64 hexadecimal digits that differs for every purpose. */
  keyFor(purpose: string): string;
}

/** Derives keys from a master secret. */
export function deriveSecrets(master: string): Secrets {
  return {
    keyFor: (purpose) =>
      Buffer.from(hkdfSync('sha256', master, 'segue', purpose, 32)).toString('hex'),
  };
}

/** The master secret of a data directory, made on first use and readable by its owner only. */
export async function loadMasterSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret');
  await mkdir(dataDir, { recursive: true });
  const made = randomBytes(32).toString('hex');
  try {
    // Exclusive: of two processes that start together one writes and both read the same.
    await writeFile(path, made, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return (await readFile(path, 'utf8')).trim();
  }
}
