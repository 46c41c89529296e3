import { sql } from 'kysely';
import type { SurveyAnswer, SurveyKind, SurveyScale } from '../../../contracts/surveys.ts';
import type { TicketStatus } from '../../../contracts/tickets.ts';
import type { Scope } from '../../platform/db/database.ts';

/** What decides whether a customer is asked. */
export async function findSurveyFacts(scope: Scope, ticketId: string) {
  const { rows } = await sql<SurveyFactsRow>`
    select t.id as ticket_id, t.status, t.customer_id, t.conversation_id, s.state as session, s.ended_at, i.value as email,
      c.deleted_at is not null as deleted,
      exists (select from ticket_events e where e.workspace_id = t.workspace_id and e.ticket_id = t.id
        and e.type = 'mail.bulk') as machine,
      exists (select from ticket_tags tt join tags g on g.workspace_id = tt.workspace_id and g.id = tt.tag_id
        where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id and g.name = 'spam') as spam,
      (select count(*) from messages m where m.workspace_id = t.workspace_id
        and m.conversation_id = t.conversation_id and m.channel <> 'note'
        and m.author_kind in ('agent', 'assistant'))::int as answers
    from tickets t
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    left join sessions s on s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id
    left join lateral (
      select value from customer_identities i
      where i.workspace_id = t.workspace_id and i.customer_id = t.customer_id and i.kind = 'email'
      order by i.verified_at nulls last, i.id desc limit 1) i on true
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}

export interface SurveyFactsRow {
  readonly ticket_id: string;
  readonly status: TicketStatus;
  readonly customer_id: string;
  readonly conversation_id: string;
  readonly session: 'active' | 'inactive' | 'ended' | null;
  readonly ended_at: Date | null;
  readonly email: string | null;
  readonly deleted: boolean;
  readonly machine: boolean;
  readonly spam: boolean;
  readonly answers: number;
}

export interface NewSurvey {
  readonly id: string;
  readonly ticketId: string;
  readonly customerId: string;
  readonly kind: SurveyKind;
  readonly inWidget: boolean;
  readonly byMail: boolean;
  readonly scale: SurveyScale;
  readonly question: string;
  readonly tagChoices: readonly string[];
  readonly revoteMinutes: number;
  readonly at: Date;
  readonly dueAt: Date;
  readonly expiresAt: Date;
}

/** Stores a survey; false when this ticket has one of the kind already. */
export async function insertSurvey(scope: Scope, survey: NewSurvey): Promise<boolean> {
  const result = await scope.db
    .insertInto('surveys')
    .values({
      workspace_id: scope.workspaceId,
      id: survey.id,
      ticket_id: survey.ticketId,
      customer_id: survey.customerId,
      kind: survey.kind,
      state: 'due',
      in_widget: survey.inWidget,
      by_mail: survey.byMail,
      scale: survey.scale,
      question: survey.question,
      tag_choices: [...survey.tagChoices],
      revote_minutes: survey.revoteMinutes,
      created_at: survey.at,
      due_at: survey.dueAt,
      sent_at: null,
      expires_at: survey.expiresAt,
      score: null,
      answered_at: null,
      answered_by: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'ticket_id', 'kind']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A survey by its id, or the one of a kind that a ticket has. */
export async function findSurveyOf(scope: Scope, id: string, kind?: SurveyKind) {
  return scope.db
    .selectFrom('surveys')
    .select(['id', 'ticket_id', 'due_at', 'state'])
    .where('workspace_id', '=', scope.workspaceId)
    .where(kind === undefined ? 'id' : 'ticket_id', '=', id)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'ticket'))
    .executeTakeFirst();
}

/** A survey as it is now. */
export async function findSurvey(scope: Scope, id: string) {
  return scope.db
    .selectFrom('surveys')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Locks a survey until the transaction ends. */
export async function lockSurvey(scope: Scope, id: string) {
  return scope.db
    .selectFrom('surveys')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export type SurveyRow = NonNullable<Awaited<ReturnType<typeof lockSurvey>>>;

export async function markSent(scope: Scope, id: string, at: Date): Promise<void> {
  await scope.db
    .updateTable('surveys')
    .set({ state: 'sent', sent_at: at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Forgets a survey that was never asked. */
export async function deleteSurvey(scope: Scope, id: string): Promise<void> {
  await scope.db
    .deleteFrom('surveys')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Stores an answer; the time of the first one stays, because the window counts from it. */
export async function saveAnswer(
  scope: Scope,
  id: string,
  given: { answer: SurveyAnswer; by: 'widget' | 'mail'; at: Date },
): Promise<void> {
  const { score, comment, tags } = given.answer;
  await scope.db
    .updateTable('surveys')
    .set((eb) => ({
      state: 'answered',
      score,
      comment,
      tags,
      answered_by: given.by,
      answered_at: eb.fn.coalesce('answered_at', eb.val(given.at)),
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The survey a customer is shown in the widget for a conversation: the latest that was sent there. */
export async function findWidgetSurvey(scope: Scope, conversationId: string) {
  const { rows } = await sql<SurveyRow>`
    select s.* from surveys s
    join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
    where s.workspace_id = ${scope.workspaceId} and t.conversation_id = ${conversationId}
      and s.in_widget and s.state <> 'due'
    order by s.answered_at is not null, s.sent_at desc limit 1`.execute(scope.db);
  return rows[0];
}

/** Surveys of a ticket or of a customer, the latest first. */
export async function listSurveys(scope: Scope, of: { ticketId: string } | { customerId: string }) {
  return scope.db
    .selectFrom('surveys as s')
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 's.workspace_id').onRef('t.id', '=', 's.ticket_id'),
    )
    .selectAll('s')
    .select('t.number as ticket_number')
    .where('s.workspace_id', '=', scope.workspaceId)
    .$if('ticketId' in of, (query) =>
      query.where('s.ticket_id', '=', 'ticketId' in of ? of.ticketId : ''),
    )
    .$if('customerId' in of, (query) =>
      query.where('s.customer_id', '=', 'customerId' in of ? of.customerId : ''),
    )
    .orderBy('s.id', 'desc')
    .limit(50)
    .execute();
}

/** How many answers a customer gave, and their average. */
export async function findSatisfaction(scope: Scope, customerId: string) {
  return scope.db
    .selectFrom('surveys')
    .select((eb) => [
      eb.fn.count<number>('score').as('answered'),
      sql<number | null>`avg(score)::float8`.as('average'),
    ])
    .where('workspace_id', '=', scope.workspaceId)
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
}

/** Whether the workspace has a ticket, or a customer, of this id. */
export async function isThere(
  scope: Scope,
  table: 'tickets' | 'customers',
  id: string,
): Promise<boolean> {
  const row = await scope.db
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** The conversation of a survey's ticket, which its customer's widget shows. */
export async function findConversationOfSurvey(scope: Scope, ticketId: string) {
  const row = await scope.db
    .selectFrom('tickets')
    .select(['conversation_id', 'subject', 'number'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirst();
  return row;
}
