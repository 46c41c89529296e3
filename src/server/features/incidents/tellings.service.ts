import type { TellIncident, Telling, Tellings } from '../../../contracts/incidents.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import {
  countUnsolved,
  insertTelling,
  listTellings,
  listWaiting,
  markTold,
  type TellingRow,
} from './tellings.store.ts';

export interface TellingDeps extends Core {
  /** Says something to the customer of a ticket in somebody's name; nobody takes the work by it. */
  readonly tell: (
    scope: Scope,
    ticketId: string,
    said: { clientId: string; text: string; status?: 'pending' | 'on_hold' | 'solved' },
    actor: { memberId: string; name: string },
  ) => Promise<void>;
}

export type TellingService = ReturnType<typeof createTellingService>;

/** So many tickets are told before screens hear of it. */
const portion = 20;

/** One message to all customers of an incident, instead of the same answer to each. */
export function createTellingService({ database, clock, ids, tell }: TellingDeps) {
  return {
    /** What was said so far, and how many could be told now. Throws `not_found`. */
    list: (workspaceId: string, incidentId: string): Promise<Tellings> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const counts = await countUnsolved(scope, incidentId);
        if (!counts) throw notFound('incident');
        const { unsolved, untold } = counts;
        const tellings = await listTellings(scope, { incidentId });
        return { unsolved, untold, tellings: tellings.map(viewOf) };
      }),

    /** Takes in what is to be said; a job says it. Throws `not_found`, and refuses where nobody is to be told. */
    start: (
      { workspaceId, memberId }: { workspaceId: string; memberId: string },
      incidentId: string,
      asked: TellIncident,
    ): Promise<Telling> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const counts = await countUnsolved(scope, incidentId);
        if (!counts) throw notFound('incident');
        const id = ids.next();
        const one = { ...asked, id, incidentId, memberId, at: clock.now() };
        if ((await insertTelling(scope, one)) === 0)
          throw new AppError('request_invalid', 'Nobody is left to be told.');
        scope.record({ type: 'telling.started', tellingId: id });
        scope.record({ type: 'incident.changed', groupId: counts.groupId });
        return viewOf(await get(scope, id));
      }),

    /** Handler of `incident.tell`: each ticket in a transaction of its own, so that it can be cut short and run again. */
    async run(workspaceId: string, tellingId: string): Promise<void> {
      for (;;) {
        const next = await database.inWorkspace(workspaceId, async (scope) => {
          const [telling] = await listTellings(scope, { id: tellingId });
          return telling && { telling, tickets: await listWaiting(scope, tellingId, portion) };
        });
        if (!next || next.tickets.length === 0) return;
        for (const ticketId of next.tickets) await tellOne(workspaceId, next.telling, ticketId);
        await database.inWorkspace(workspaceId, async (scope) =>
          scope.record({ type: 'incident.changed', groupId: next.telling.groupId }),
        );
      }
    },
  };

  async function tellOne(workspaceId: string, telling: TellingRow, ticketId: string) {
    const { id: tellingId, text, status, memberId, by: name } = telling;
    const place = { tellingId, ticketId };
    try {
      await database.inWorkspace(workspaceId, async (scope) => {
        const said = { clientId: `telling:${tellingId}`, text, ...(status && { status }) };
        await tell(scope, ticketId, said, { memberId, name });
        await markTold(scope, place, 'told');
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // Closed meanwhile, or there is no address.
      await database.inWorkspace(workspaceId, (scope) => markTold(scope, place, 'unreached'));
    }
  }
}

async function get(scope: Scope, id: string): Promise<TellingRow> {
  const [telling] = await listTellings(scope, { id });
  if (!telling) throw notFound('telling');
  return telling;
}

function viewOf({ id, text, status, by, counts, at }: TellingRow): Telling {
  return { id, text, status, by, counts, at: at.toISOString() };
}
