import { sql } from 'kysely';
import type { TicketSkill } from '../../../contracts/routing.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/**
 * Sets the skills the work of a ticket asks for, by name, all of them required at the lowest level. Those a
 * person has set stay, unless it is a person again (`byHand`).
 */
export async function setRequiredSkills(
  scope: Scope,
  ticketId: string,
  { names, byHand }: { names: readonly string[]; byHand: boolean },
): Promise<void> {
  await sql`update work_items set needs_by_hand = ${byHand}, needs = coalesce(
      (select jsonb_agg(jsonb_build_object('skill', id, 'level', 1, 'optional', false) order by id) from skills
       where workspace_id = ${scope.workspaceId} and name = any(${names}::text[])), '[]')
    where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId}
      and (${byHand} or not needs_by_hand)`.execute(scope.db);
}

/** Sets skills by hand; wished-for ones keep their order. Returns the work item; undefined when there is none or one of the skills is not known. */
export async function setNeeds(
  scope: Scope,
  ticketId: string,
  needs: readonly Omit<TicketSkill, 'name'>[],
): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    with wanted as (
      select s.id, n.level, n.optional, n.place
      from rows from (json_to_recordset(${toJson(needs)}::json) as (id uuid, level int, optional boolean))
        with ordinality as n(id, level, optional, place)
      join skills s on s.workspace_id = ${scope.workspaceId} and s.id = n.id)
    update work_items set needs_by_hand = true, needs = coalesce((
        select jsonb_agg(jsonb_build_object('skill', id, 'level', level, 'optional', optional)
          order by optional, case when not optional then id end, place)
        from wanted), '[]')
    where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId}
      and (select count(*) from wanted) = ${needs.length}
    returning id`.execute(scope.db);
  return rows[0];
}

/** The skills a ticket asks for: required ones by name, then wished-for ones, the most wanted first; undefined when there is no such ticket. */
export async function findNeeds(scope: Scope, ticketId: string) {
  const { rows } = await sql<{ byHand: boolean; skills: TicketSkill[] }>`
    select w.needs_by_hand as "byHand", coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'name', s.name, 'level', (n ->> 'level')::int, 'optional', (n ->> 'optional')::boolean)
        order by (n ->> 'optional')::boolean, case when not (n ->> 'optional')::boolean then s.name end, place)
      from jsonb_array_elements(w.needs) with ordinality as every_need(n, place)
      join skills s on s.workspace_id = w.workspace_id and s.id = (n ->> 'skill')::uuid), '[]') as skills
    from work_items w
    where w.workspace_id = ${scope.workspaceId} and w.ticket_id = ${ticketId}`.execute(scope.db);
  return rows[0];
}
