import type {
  ChangeIncident,
  Incident,
  MarkIncident,
  TicketGroup,
} from '../../../contracts/incidents.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { sharedWords } from '../understanding/index.ts';
import {
  hasArticle,
  insertIncident,
  listIncidents,
  updateIncident,
  type IncidentRow,
} from './incidents.store.ts';
import { incidentView, likeTicketView } from './incidents.view.ts';
import { agoOf, createLikeness } from './likeness.ts';
import {
  countGroups,
  findGroupOf,
  listGroupTickets,
  listLargeGroups,
  type GroupCounts,
  type GroupTicket,
} from './likeness.store.ts';

export type IncidentService = ReturnType<typeof createIncidentService>;

const shown = { least: 3, most: 50, tickets: 20 };

/** Tickets about the same thing, and the incidents that supervisors make of them. */
export function createIncidentService(core: Core) {
  const { database, clock, ids } = core;

  async function checkArticle(scope: Scope, id: string | null | undefined): Promise<void> {
    if (id != null && !(await hasArticle(scope, id)))
      throw new AppError('request_invalid', 'That article is not there any more.', {
        fields: [{ path: 'articleId', message: 'is not there any more' }],
      });
  }

  return {
    ...createLikeness(core),

    /** Groups of at least three tickets of the last day, and every open incident; the busiest first. */
    groups: (workspaceId: string): Promise<TicketGroup[]> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const ago = agoOf(clock.now());
        const large = await listLargeGroups(scope, { since: ago.dayAgo, ...shown });
        const open = await listIncidents(scope, 'open');
        const groupIds = [...new Set([...large, ...open.map(({ groupId }) => groupId)])];
        const incidents = await listIncidents(scope, groupIds);
        const tickets = await listGroupTickets(scope, groupIds, { most: shown.tickets });
        const counts = await countGroups(scope, groupIds, ago);
        return counts
          .map((one) => groupView(one, incidents, tickets))
          .toSorted((one, other) => other.lastHour - one.lastHour || other.lastDay - one.lastDay);
      }),

    /** Marks a group as an incident. Throws `not_found` for a group without tickets and `name_taken`. */
    mark: (workspaceId: string, memberId: string, asked: MarkIncident): Promise<Incident> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const { groupId, title, message, articleId } = asked;
        const [counts] = await countGroups(scope, [groupId], agoOf(clock.now()));
        if (!counts) throw notFound('group');
        await checkArticle(scope, articleId);
        const at = clock.now();
        const row = { id: ids.next(), groupId, title, message, articleId };
        if (!(await insertIncident(scope, { ...row, markedBy: memberId, markedAt: at })))
          throw new AppError('name_taken', 'These tickets are marked as an incident already.');
        scope.record({ type: 'incident.changed', groupId });
        return read(scope, groupId);
      }),

    /** Renames, resolves or opens again. Throws `not_found`. */
    change: (workspaceId: string, id: string, asked: ChangeIncident): Promise<Incident> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const { articleId, state, title, message } = asked;
        await checkArticle(scope, articleId);
        const groupId = await updateIncident(scope, id, {
          ...(title !== undefined && { title }),
          ...(message !== undefined && { message }),
          ...(articleId !== undefined && { article_id: articleId }),
          ...(state !== undefined && {
            state,
            resolved_at: state === 'resolved' ? clock.now() : null,
          }),
        });
        if (groupId === undefined) throw notFound('incident');
        scope.record({ type: 'incident.changed', groupId });
        return read(scope, groupId);
      }),
  };
}

/** The open incident a ticket is part of, with what customers are to be told; null where it is part of none. */
export async function incidentOfTicket(scope: Scope, ticketId: string): Promise<Incident | null> {
  const groupId = await findGroupOf(scope, ticketId);
  if (groupId === undefined) return null;
  const [incident] = await listIncidents(scope, [groupId]);
  return incident?.state === 'open' ? incidentView(incident) : null;
}

async function read(scope: Scope, groupId: string): Promise<Incident> {
  const [incident] = await listIncidents(scope, [groupId]);
  if (!incident) throw notFound('incident');
  return incidentView(incident);
}

const listed = 5;

function groupView(
  counts: GroupCounts,
  incidents: readonly IncidentRow[],
  tickets: readonly GroupTicket[],
): TicketGroup {
  const { groupId, since, latestAt, ...numbers } = counts;
  const incident = incidents.find((one) => one.groupId === groupId);
  const members = tickets.filter((one) => one.groupId === groupId);
  return {
    groupId,
    ...numbers,
    since: since.toISOString(),
    latestAt: latestAt.toISOString(),
    words: sharedWords(members.map(({ words }) => words)),
    incident: incident ? incidentView(incident) : null,
    tickets: members.slice(0, listed).map(likeTicketView),
  };
}
