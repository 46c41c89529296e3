import { parseArgs } from 'node:util';

export const serveHelp = `Usage: segue serve

Starts the server and runs until a signal ends it. It is set by environment variables, which
docs/CONFIG.md lists: SEGUE_DATA, SEGUE_PORT, DATABASE_URL and others.

  --help   this text`;

/** False when only help is wanted. Throws for what it does not know. */
export function readServe(args: readonly string[]): boolean {
  const help = { type: 'boolean', short: 'h', default: false } as const;
  return !parseArgs({ args: [...args], options: { help } }).values.help;
}

/** Becomes the server: its program runs in this process until a signal ends it. */
export async function serve(): Promise<void> {
  // A program, not a module of ours: starting it is all it does, and it ends the process by itself.
  await import(new URL('../server/main.ts', import.meta.url).href);
}
