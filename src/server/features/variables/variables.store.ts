import { sql } from 'kysely';
import type { VariableValues } from '../../../contracts/variables.ts';
import type { Scope } from '../../platform/db/database.ts';

/** Whose words they are: a ticket, and the agent who speaks; null is whoever has the ticket. */
export interface Speaking {
  readonly ticketId: string;
  readonly agentId: string | null;
}

/** What every variable is for a ticket; null for a ticket that is not there. */
export async function findVariableValues(
  scope: Scope,
  { ticketId, agentId }: Speaking,
): Promise<VariableValues | null> {
  const { rows } = await sql<ValuesRow>`
    select t.number, t.subject, t.status, t.priority, t.category, g.name as group_name,
      c.name as customer_name, c.phone, c.region, i.value as email,
      p.name as agent_name, w.name as workspace_name, b.address
    from tickets t
    join workspaces w on w.id = t.workspace_id
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    left join groups g on g.workspace_id = t.workspace_id and g.id = t.group_id
    left join work_items k on k.workspace_id = t.workspace_id and k.ticket_id = t.id
    left join members p on p.workspace_id = t.workspace_id and p.id = coalesce(${agentId}::uuid, k.agent_id)
    left join lateral (
      select value from customer_identities i
      where i.workspace_id = c.workspace_id and i.customer_id = c.id and i.kind = 'email'
      order by i.verified_at nulls last, i.id desc limit 1) i on true
    left join lateral (
      select address from mailboxes b where b.workspace_id = t.workspace_id order by b.id limit 1) b on true
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  const row = rows[0];
  return row ? valuesOf(row) : null;
}

interface ValuesRow {
  readonly number: number;
  readonly subject: string;
  readonly status: string;
  readonly priority: string;
  readonly category: string | null;
  readonly group_name: string | null;
  readonly customer_name: string | null;
  readonly phone: string | null;
  readonly region: string | null;
  readonly email: string | null;
  readonly agent_name: string | null;
  readonly workspace_name: string;
  readonly address: string | null;
}

function valuesOf(row: ValuesRow): VariableValues {
  return {
    'customer.name': row.customer_name,
    'customer.first_name': firstName(row.customer_name),
    'customer.email': row.email,
    'customer.phone': row.phone,
    'customer.region': row.region,
    'ticket.number': String(row.number),
    'ticket.subject': row.subject,
    'ticket.status': row.status.replaceAll('_', ' '),
    'ticket.priority': row.priority,
    'ticket.category': row.category,
    'ticket.group': row.group_name,
    'agent.name': row.agent_name,
    'agent.first_name': firstName(row.agent_name),
    'workspace.name': row.workspace_name,
    'workspace.email': row.address,
  };
}

function firstName(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] ?? null;
}
