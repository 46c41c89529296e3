import type { Clock } from './clock.ts';
import type { Database } from './db/database.ts';
import type { Ids } from './ids.ts';

/** What nearly every service is made from. */
export interface Core {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
}
