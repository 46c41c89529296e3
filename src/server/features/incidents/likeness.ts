import type { Likeness } from '../../../contracts/incidents.ts';
import type { Core } from '../../platform/core.ts';
import { notFound } from '../../platform/errors.ts';
import { lockTicket } from '../tickets/index.ts';
import { groupOf, signatureOf } from '../understanding/index.ts';
import { listIncidents } from './incidents.store.ts';
import { incidentView, likeTicketView } from './incidents.view.ts';
import {
  countGroups,
  findGroupOf,
  findOpening,
  insertLikeness,
  listCandidates,
  listGroupTickets,
  moveToGroup,
  takeTurns,
} from './likeness.store.ts';

const hourMs = 3_600_000;
/**
 * A new ticket is compared with so many at most, however many there are: 1 to 10 ms for a thousand tickets of
 * 25 words, measured on two cores that were busy with other work.
 */
export const compared = { windowMs: 24 * hourMs, most: 1_000, ofIncident: 20 };
const mostShown = 10;

/** An hour and a day before an instant. */
export function agoOf(now: Date): { hourAgo: Date; dayAgo: Date } {
  return {
    hourAgo: new Date(now.getTime() - hourMs),
    dayAgo: new Date(now.getTime() - 24 * hourMs),
  };
}

/** Which tickets are about the same thing: each is placed once, when it comes. */
export function createLikeness({ database, clock, ids }: Core) {
  return {
    /**
     * Handler of `ticket.place`: puts a new ticket into the group it belongs to, or into one of its own.
     * One after the other in a workspace, so that two tickets see each other.
     */
    async place(workspaceId: string, ticketId: string): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        await takeTurns(scope, ticketId);
        const opening = await findOpening(scope, ticketId);
        if (!opening || opening.placed || opening.erased) return;
        const { keys, words } = signatureOf(opening.text);
        const since = new Date(opening.at.getTime() - compared.windowMs);
        const found = groupOf(await listCandidates(scope, { since, ...compared }), keys);
        const groupId = found ?? ids.next();
        await insertLikeness(scope, { ticketId, groupId, keys, words, at: opening.at });
        if (found !== null) scope.record({ type: 'group.changed', groupId, ticketId });
      });
    },

    /** The other tickets about the same thing; null where there is none. Throws `not_found`. */
    likeness: (workspaceId: string, ticketId: string): Promise<Likeness | null> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if (!(await findOpening(scope, ticketId))) throw notFound('ticket');
        const groupId = await findGroupOf(scope, ticketId);
        if (groupId === undefined) return null;
        const [incident] = await listIncidents(scope, [groupId]);
        const [counts] = await countGroups(scope, [groupId], agoOf(clock.now()));
        if (!counts || (counts.total < 2 && !incident)) return null;
        const others = { most: mostShown, except: ticketId };
        const tickets = await listGroupTickets(scope, [groupId], others);
        return {
          lastHour: counts.lastHour,
          lastDay: counts.lastDay,
          total: counts.total,
          since: counts.since.toISOString(),
          incident: incident ? incidentView(incident) : null,
          tickets: tickets.map(likeTicketView),
        };
      }),

    /** Takes a ticket out of its group: it is about something else. Throws `not_found`. */
    leave: (workspaceId: string, ticketId: string): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if (!(await lockTicket(scope, ticketId))) throw notFound('ticket');
        const groupId = await findGroupOf(scope, ticketId);
        if (groupId === undefined || !(await moveToGroup(scope, ticketId, ids.next()))) return;
        scope.record({ type: 'group.changed', groupId, ticketId });
      }),
  };
}
