import type { Incident, LikeTicket } from '../../../contracts/incidents.ts';
import type { IncidentRow } from './incidents.store.ts';
import type { GroupTicket } from './likeness.store.ts';

/** An incident as it is answered. */
export function incidentView(row: IncidentRow): Incident {
  const { id, groupId, title, message, articleId, articleTitle, state } = row;
  return {
    id,
    groupId,
    title,
    message,
    article:
      articleId === null || articleTitle === null || row.visibility === null
        ? null
        : { articleId, title: articleTitle, visibility: row.visibility },
    state,
    markedAt: row.markedAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}

/** A ticket of a group as it is answered. */
export function likeTicketView({ id, number, subject, status, at }: GroupTicket): LikeTicket {
  return { id, number, subject, status, at: at.toISOString() };
}
