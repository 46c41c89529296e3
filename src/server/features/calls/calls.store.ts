import { sql } from 'kysely';
import type { Caller, CustomerMatch, RunningCall } from '../../../contracts/calls.ts';
import type { Scope } from '../../platform/db/database.ts';

/** Customers whose name, address or number holds the words; those heard of lately first. */
export async function findCustomers(scope: Scope, words: string): Promise<CustomerMatch[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const digits = words.replace(/\D/g, '');
  const { rows } = await sql<CustomerMatch>`
    select c.id, c.name, c.phone, c.tier, i.value as email,
      (select count(*) from tickets t where t.workspace_id = c.workspace_id and t.customer_id = c.id
        and t.status not in ('solved', 'closed'))::int as "openTickets"
    from customers c
    left join lateral (
      select value from customer_identities i
      where i.workspace_id = c.workspace_id and i.customer_id = c.id and i.kind = 'email'
      order by i.verified_at nulls last, i.id desc limit 1) i on true
    where c.workspace_id = ${scope.workspaceId} and c.deleted_at is null
      and (c.name ilike ${pattern} or i.value ilike ${pattern}
        or (${digits.length >= 3} and regexp_replace(coalesce(c.phone, ''), '[^0-9]', '', 'g') like ${`%${digits}%`}))
    order by (select max(v.created_at) from conversations v
      where v.workspace_id = c.workspace_id and v.customer_id = c.id) desc nulls last, c.id
    limit 8`.execute(scope.db);
  return rows;
}

/** The call an agent is on, with what it is about. */
export async function findCallOf(scope: Scope, agentId: string) {
  const { rows } = await sql<{
    id: string;
    customer_id: string | null;
    caller: Caller | null;
    ticket: RunningCall['ticket'];
    started_at: Date;
  }>`
    select c.id, c.customer_id, c.caller, c.started_at,
      case when t.id is not null then
        json_build_object('id', t.id, 'number', t.number, 'subject', t.subject) end as ticket
    from calls c
    left join tickets t on t.workspace_id = c.workspace_id and t.id = c.ticket_id
    where c.workspace_id = ${scope.workspaceId} and c.agent_id = ${agentId} and c.ended_at is null`.execute(
    scope.db,
  );
  return rows[0];
}

/** The ticket a call was noted in, by what its form was known by. */
export async function findLogged(scope: Scope, clientId: string): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('messages as m')
    .innerJoin('tickets as t', (join) =>
      join
        .onRef('t.workspace_id', '=', 'm.workspace_id')
        .onRef('t.conversation_id', '=', 'm.conversation_id'),
    )
    .select('t.id')
    .where('m.workspace_id', '=', scope.workspaceId)
    .where('m.client_id', '=', clientId)
    .where('m.channel', '=', 'note')
    .executeTakeFirst();
  return row?.id;
}
