import { sql } from 'kysely';
import type { TellIncident, Telling } from '../../../contracts/incidents.ts';
import type { Scope } from '../../platform/db/database.ts';

export interface NewTelling extends TellIncident {
  readonly id: string;
  readonly incidentId: string;
  readonly memberId: string;
  readonly at: Date;
}

/** Most tickets one telling goes to. */
const most = 2_000;

/** Unsolved tickets of an incident, and how many of them nothing was said to so far; undefined where there is none. */
export async function countUnsolved(scope: Scope, incidentId: string) {
  const { rows } = await sql<{ groupId: string; unsolved: number; untold: number }>`
    select i.group_id as "groupId", count(t.id)::int as unsolved,
      count(t.id) filter (where not ${wasTold})::int as untold
    from incidents i
    left join ticket_likeness l on l.workspace_id = i.workspace_id and l.group_id = i.group_id
    left join tickets t on t.workspace_id = l.workspace_id and t.id = l.ticket_id
      and t.status not in ('solved', 'closed')
    where i.workspace_id = ${scope.workspaceId} and i.id = ${incidentId}
    group by i.group_id`.execute(scope.db);
  return rows[0];
}

/** Stores what is to be said and to whom; how many that are. */
export async function insertTelling(scope: Scope, one: NewTelling): Promise<number> {
  await scope.db
    .insertInto('incident_tellings')
    .values({
      workspace_id: scope.workspaceId,
      id: one.id,
      incident_id: one.incidentId,
      body: one.text,
      status: one.status,
      member_id: one.memberId,
      at: one.at,
    })
    .execute();
  const { rows } = await sql`
    insert into incident_told (workspace_id, telling_id, ticket_id)
    select t.workspace_id, ${one.id}, t.id
    from incidents i
    join ticket_likeness l on l.workspace_id = i.workspace_id and l.group_id = i.group_id
    join tickets t on t.workspace_id = l.workspace_id and t.id = l.ticket_id
      and t.status not in ('solved', 'closed')
    where i.workspace_id = ${scope.workspaceId} and i.id = ${one.incidentId}
      and (${one.again} or not ${wasTold})
    order by l.at limit ${most}
    returning ticket_id`.execute(scope.db);
  return rows.length;
}

/** Whether ticket `t` was, or is about to be, told something of incident `i`. */
const wasTold = sql`exists (select from incident_told o
  join incident_tellings g on g.workspace_id = o.workspace_id and g.id = o.telling_id
  where o.workspace_id = t.workspace_id and o.ticket_id = t.id and o.state <> 'unreached'
    and g.incident_id = i.id)`;

export interface TellingRow extends Pick<Telling, 'id' | 'text' | 'status' | 'by' | 'counts'> {
  readonly incidentId: string;
  readonly groupId: string;
  readonly memberId: string;
  readonly at: Date;
}

/** What was said about an incident, newest first; or one telling by its id. */
export async function listTellings(
  scope: Scope,
  which: { readonly incidentId: string } | { readonly id: string },
): Promise<TellingRow[]> {
  const these = 'id' in which ? sql`g.id = ${which.id}` : sql`g.incident_id = ${which.incidentId}`;
  const { rows } = await sql<TellingRow>`
    select g.id, g.body as text, g.status, m.name as by, g.member_id as "memberId", g.at,
      g.incident_id as "incidentId", i.group_id as "groupId",
      (select json_build_object(
        'waiting', count(*) filter (where o.state = 'waiting'),
        'told', count(*) filter (where o.state = 'told'),
        'unreached', count(*) filter (where o.state = 'unreached'))
      from incident_told o where o.workspace_id = g.workspace_id and o.telling_id = g.id) as counts
    from incident_tellings g
    join incidents i on i.workspace_id = g.workspace_id and i.id = g.incident_id
    join members m on m.workspace_id = g.workspace_id and m.id = g.member_id
    where g.workspace_id = ${scope.workspaceId} and ${these}
    order by g.at desc limit 50`.execute(scope.db);
  return rows;
}

/** Tickets of a telling that are still to be told. */
export async function listWaiting(
  scope: Scope,
  tellingId: string,
  limit: number,
): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('incident_told')
    .select('ticket_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('telling_id', '=', tellingId)
    .where('state', '=', 'waiting')
    .orderBy('ticket_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.ticket_id);
}

/** Notes how it went with one ticket. */
export async function markTold(
  scope: Scope,
  { tellingId, ticketId }: { tellingId: string; ticketId: string },
  state: 'told' | 'unreached',
): Promise<void> {
  await scope.db
    .updateTable('incident_told')
    .set({ state })
    .where('workspace_id', '=', scope.workspaceId)
    .where('telling_id', '=', tellingId)
    .where('ticket_id', '=', ticketId)
    .where('state', '=', 'waiting')
    .execute();
}
