import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** Makes ids and secrets. */
export interface Ids {
  /** A UUID v7: sorts by creation, monotonic within a process. */
  next(): string;
  /** So many unguessable bytes, in letters and digits that may stand in an address. */
  secret(bytes: number): string;
}

export const uuidIds: Ids = {
  next: () => v7(),
  secret: (bytes) => randomBytes(bytes).toString('base64url'),
};
