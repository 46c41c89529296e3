import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** Where a ticket stands, as far as actions ask. */
export interface Place {
  readonly conversation_id: string;
  readonly status: string;
  readonly session_state: 'active' | 'inactive' | 'ended' | null;
  readonly agent_id: string | null;
  readonly email: string | null;
}

export async function findPlace(scope: Scope, ticketId: string): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select t.conversation_id, t.status, s.state as session_state, i.value as email,
      case when w.state = 'assigned' then w.agent_id end as agent_id
    from tickets t
    left join sessions s on s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id
    left join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id
    left join lateral (
      select value from customer_identities i where i.workspace_id = t.workspace_id
        and i.customer_id = t.customer_id and i.kind = 'email' limit 1) i on true
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}

/** Addresses of members who still work here: those named, or everybody in a group. */
export async function listAddresses(
  scope: Scope,
  of: { memberId: string } | { groupId: string },
): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select a.email from member_addresses() a
    join members m on m.workspace_id = ${scope.workspaceId} and m.id = a.member_id
    where m.deactivated_at is null and ${
      'memberId' in of
        ? sql`m.id = ${of.memberId}`
        : sql`exists (select from group_members g where g.workspace_id = m.workspace_id
            and g.agent_id = m.id and g.group_id = ${of.groupId})`
    }
    order by a.email`.execute(scope.db);
  return rows.map((row) => row.email);
}

/** Adds skills to those the work of a ticket asks for. */
export async function addRequiredSkills(
  scope: Scope,
  ticketId: string,
  skillIds: readonly string[],
): Promise<void> {
  await sql`update work_items w set needs = w.needs || coalesce((
      select jsonb_agg(jsonb_build_object('skill', s.id, 'level', 1, 'optional', false)) from skills s
      where s.workspace_id = ${scope.workspaceId} and s.id = any(${skillIds}::uuid[])
        and not w.needs @> jsonb_build_array(jsonb_build_object('skill', s.id))), '[]')
    where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId}`.execute(scope.db);
}

/** A ticket as a webhook tells of it. */
export async function findTicketToTell(scope: Scope, ticketId: string) {
  const { rows } = await sql<Record<string, unknown>>`
    select t.id, t.number, t.subject, t.status, t.priority, t.category, t.channel,
      t.routing_channel as "routingChannel", t.created_at as "createdAt", t.updated_at as "updatedAt",
      g.name as group, p.name as assignee, s.state as "sessionState",
      s.ended_reason as "sessionEndedReason",
      array(select x.name from ticket_tags tt join tags x on x.workspace_id = tt.workspace_id and x.id = tt.tag_id
        where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id order by x.name) as tags,
      json_build_object('id', c.id, 'name', c.name, 'tier', c.tier, 'region', c.region, 'email',
        (select value from customer_identities i where i.workspace_id = c.workspace_id
          and i.customer_id = c.id and i.kind = 'email' order by i.verified_at nulls last limit 1)) as customer
    from tickets t
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    left join groups g on g.workspace_id = t.workspace_id and g.id = t.group_id
    left join sessions s on s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id
    left join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id and w.state = 'assigned'
    left join members p on p.workspace_id = t.workspace_id and p.id = w.agent_id
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}
