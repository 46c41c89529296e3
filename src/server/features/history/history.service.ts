import type { Actor } from '../../../contracts/common.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { insertHistory } from './history.store.ts';

/** What happened to a ticket, before it has an id and a time. */
export interface Happening {
  readonly ticketId: string;
  readonly type: string;
  readonly actor: Actor;
  readonly data?: Record<string, unknown>;
}

/** Writes a line into a ticket's history, now. */
export type Historian = (scope: Scope, happening: Happening) => Promise<void>;

/** Makes the function by which features tell what happened. */
export function createHistorian({ clock, ids }: Pick<Core, 'clock' | 'ids'>): Historian {
  return (scope, happening) =>
    insertHistory(scope, [{ ...happening, id: ids.next(), at: clock.now() }]);
}
