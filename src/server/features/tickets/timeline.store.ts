import { sql } from 'kysely';
import type { MailState } from '../../../contracts/conversations.ts';
import type { Scope } from '../../platform/db/database.ts';

export interface TimelineRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly seq: number;
  readonly client_id: string | null;
  readonly channel: 'messaging' | 'email' | 'note';
  readonly author_kind: 'customer' | 'agent' | 'assistant' | 'trigger' | 'system';
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly body: string;
  readonly html: string | null;
  readonly quoted: string | null;
  readonly remote_images: number;
  readonly created_at: Date;
  readonly seen_seq: number;
  readonly mail_state: MailState | null;
  readonly mail_to: string | null;
  readonly mail_error: string | null;
}

/** Messages of a conversation with authors' names and what became of mail, oldest first. */
export async function listMessages(
  scope: Scope,
  conversationId: string,
  only: { messageId?: string } = {},
): Promise<TimelineRow[]> {
  const { rows } = await sql<TimelineRow>`
    select m.id, m.conversation_id, m.seq, m.client_id, m.channel, m.author_kind, m.author_id,
      coalesce(p.name, case when m.author_kind = 'customer' then c.name end) as author_name,
      m.body, m.html, m.quoted, m.remote_images, m.created_at,
      case when m.author_kind = 'customer' then v.seen_by_agent_seq else v.seen_by_customer_seq end as seen_seq,
      o.state as mail_state, o.mail_to, o.error as mail_error
    from messages m
    join conversations v on v.workspace_id = m.workspace_id and v.id = m.conversation_id
    join customers c on c.workspace_id = v.workspace_id and c.id = v.customer_id
    left join members p on p.workspace_id = m.workspace_id and p.id = m.author_id
    left join outbound_mails o on o.workspace_id = m.workspace_id and o.message_id = m.id
    where m.workspace_id = ${scope.workspaceId} and m.conversation_id = ${conversationId}
      ${only.messageId ? sql`and m.id = ${only.messageId}` : sql``}
    order by m.seq`.execute(scope.db);
  return rows;
}

export async function findDraft(scope: Scope, ticketId: string, memberId: string) {
  return scope.db
    .selectFrom('drafts')
    .select(['channel', 'body', 'html'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
}

export interface DraftRow {
  readonly ticketId: string;
  readonly memberId: string;
  readonly channel: 'messaging' | 'email' | 'note';
  readonly body: string;
  readonly html: string | null;
  readonly at: Date;
}

export async function saveDraft(scope: Scope, draft: DraftRow): Promise<void> {
  const values = {
    channel: draft.channel,
    body: draft.body,
    html: draft.html,
    updated_at: draft.at,
  };
  await scope.db
    .insertInto('drafts')
    .values({
      workspace_id: scope.workspaceId,
      ticket_id: draft.ticketId,
      member_id: draft.memberId,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'ticket_id', 'member_id']).doUpdateSet(values),
    )
    .execute();
}

/** Leaves a draft where its member has none. */
export async function offerDraft(scope: Scope, draft: DraftRow): Promise<void> {
  const { ticketId, memberId } = draft;
  if ((await findDraft(scope, ticketId, memberId)) !== undefined) return;
  await saveDraft(scope, draft);
  scope.record({ type: 'draft.changed', ticketId, memberId });
}

/** Whether there was one. */
export async function deleteDraft(
  scope: Scope,
  ticketId: string,
  memberId: string,
): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('drafts')
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
