import { createHmac } from 'node:crypto';

/** The mark that mail of one workspace carries, by which it knows its own when it comes back. */
export function originOf(secret: string): string {
  return createHmac('sha256', secret).update('mail-origin').digest('hex').slice(0, 24);
}
