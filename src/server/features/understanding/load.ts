import type { understand } from './understand.ts';

/** Loads the reading of tickets with their language. */
export async function loadUnderstand(): Promise<typeof understand> {
  return (await import('./understand.ts')).understand;
}
