import { v7 } from 'uuid';

/** Makes ids that sort by creation: UUID v7, monotonic within a process. */
export interface Ids {
  next(): string;
}

export const uuidIds: Ids = { next: () => v7() };
