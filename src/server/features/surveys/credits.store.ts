import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** Who had a part in a ticket: messages to the customer, and having the work. */
export interface Part {
  readonly participant: 'bot' | 'assistant' | 'agent';
  readonly member_id: string | null;
  readonly messages: number;
  readonly owned: boolean;
}

/**
 * The parts in a ticket so far. What the assistant says before there is a ticket is the bot. Agents have
 * the work by taking, accepting or having it now: what a rule takes away from them afterwards was theirs.
 */
export async function listParts(scope: Scope, ticketId: string): Promise<Part[]> {
  const { rows } = await sql<Part>`
    with said as (
      select case when m.author_kind = 'agent' then 'agent'
          when m.created_at <= t.created_at then 'bot' else 'assistant' end as participant,
        case when m.author_kind = 'agent' then m.author_id end as member_id
      from tickets t
      join messages m on m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
      where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}
        and m.channel <> 'note' and m.author_kind in ('agent', 'assistant')),
    owned as (
      select actor_id as member_id from ticket_events
      where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId} and actor_kind = 'agent'
        and type in ('work.taken', 'offer.accepted')
      union
      select agent_id from work_items
      where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId} and agent_id is not null)
    select p.participant, p.member_id, sum(p.messages)::int as messages, bool_or(p.owned) as owned
    from (
      select participant, member_id, count(*) as messages, false as owned from said group by 1, 2
      union all
      select 'agent', member_id, 0, true from owned) p
    left join members k on k.workspace_id = ${scope.workspaceId} and k.id = p.member_id
    where p.participant <> 'agent' or k.id is not null
    group by 1, 2 order by messages desc, 1, 2`.execute(scope.db);
  return rows;
}

/** Writes down who had which part in what a survey asks about. */
export async function insertCredits(
  scope: Scope,
  surveyId: string,
  parts: readonly (Part & { id: string })[],
): Promise<void> {
  if (parts.length === 0) return;
  await scope.db
    .insertInto('survey_credits')
    .values(
      parts.map((part) => ({
        workspace_id: scope.workspaceId,
        id: part.id,
        survey_id: surveyId,
        participant: part.participant,
        member_id: part.member_id,
        messages: part.messages,
        owned: part.owned,
      })),
    )
    .execute();
}

/** The credits of surveys, with names, the largest part first. */
export async function listCredits(scope: Scope, surveyIds: readonly string[]) {
  if (surveyIds.length === 0) return [];
  return scope.db
    .selectFrom('survey_credits as c')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'c.workspace_id').onRef('m.id', '=', 'c.member_id'),
    )
    .select(['c.survey_id', 'c.participant', 'c.member_id', 'c.messages', 'c.owned', 'm.name'])
    .where('c.workspace_id', '=', scope.workspaceId)
    .where('c.survey_id', 'in', [...surveyIds])
    .orderBy('c.messages', 'desc')
    .orderBy('c.id')
    .execute();
}

export type CreditRow = Awaited<ReturnType<typeof listCredits>>[number];
