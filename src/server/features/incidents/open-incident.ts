import type { Incident } from '../../../contracts/incidents.ts';
import type { Scope } from '../../platform/db/database.ts';
import { groupOf, signatureOf } from '../understanding/index.ts';
import { incidentOfTicket } from './incidents.service.ts';
import { hasOpenIncident, listIncidents } from './incidents.store.ts';
import { incidentView } from './incidents.view.ts';
import { compared } from './likeness.ts';
import { findOpening, listCandidates } from './likeness.store.ts';

/** The open incident a ticket is part of; also of one that was not compared with others yet. */
export async function openIncidentOf(scope: Scope, ticketId: string): Promise<Incident | null> {
  if (!(await hasOpenIncident(scope))) return null;
  const opening = await findOpening(scope, ticketId);
  if (!opening) return null;
  if (opening.placed) return incidentOfTicket(scope, ticketId);
  const since = new Date(opening.at.getTime() - compared.windowMs);
  const { keys } = signatureOf(opening.text);
  const groupId = groupOf(await listCandidates(scope, { since, ...compared }), keys);
  const [incident] = groupId === null ? [] : await listIncidents(scope, [groupId]);
  return incident?.state === 'open' ? incidentView(incident) : null;
}
