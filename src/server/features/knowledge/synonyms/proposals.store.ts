import { sql } from 'kysely';
import type { SynonymProposal } from '../../../../contracts/knowledge.ts';
import type { Scope } from '../../../platform/db/database.ts';
import type { AnsweredQuestion, SynonymIdea } from './propose.ts';

/** The latest solved tickets: what was asked before the first answer, and what agents answered. */
export async function listAnswered(scope: Scope, most: number): Promise<AnsweredQuestion[]> {
  const { rows } = await sql<AnsweredQuestion>`
    select t.id, concat_ws(' ', t.subject, q.said) as question, a.answered as answer from tickets t
    join lateral (
      select min(m.seq) as seq, left(string_agg(m.body, ' ' order by m.seq), 3000) as answered
      from messages m where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
        and m.author_kind = 'agent' and m.channel <> 'note') a on a.seq is not null
    join lateral (
      select left(string_agg(m.body, ' ' order by m.seq), 3000) as said
      from messages m where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
        and m.author_kind = 'customer' and m.channel <> 'note' and m.seq < a.seq) q on q.said <> ''
    where t.workspace_id = ${scope.workspaceId} and t.status in ('solved', 'closed')
    order by t.number desc limit ${most}`.execute(scope.db);
  return rows;
}

/** Texts of published articles, a page at a time. */
export async function listTexts(
  scope: Scope,
  { after, most }: { after: string | null; most: number },
): Promise<{ id: string; text: string }[]> {
  const { rows } = await sql<{ id: string; text: string }>`
    select a.id, concat_ws(' ', v.title, v.body) as text from articles a
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id
      and v.version = a.published_version
    where a.workspace_id = ${scope.workspaceId} and a.status = 'published'
      and (${after}::uuid is null or a.id > ${after}::uuid)
    order by a.id limit ${most}`.execute(scope.db);
  return rows;
}

/** Proposes pairs that were never proposed; what people have answered stays answered. */
export async function insertProposals(
  scope: Scope,
  ideas: readonly (SynonymIdea & { id: string })[],
  at: Date,
): Promise<number> {
  const rows = ideas.map(({ id, said, meant, ticketIds }) => ({ id, said, meant, ticketIds }));
  const { numAffectedRows } = await sql`
    insert into kb_synonym_proposals (workspace_id, id, said, meant, evidence, state, proposed_at)
    select ${scope.workspaceId}::uuid, r.id, r.said, r.meant, coalesce((
        select jsonb_agg(jsonb_build_object('ticketId', t.id, 'number', t.number, 'subject', t.subject))
        from (select t.id, t.number, t.subject from tickets t
          where t.workspace_id = ${scope.workspaceId}::uuid
            and t.id in (select jsonb_array_elements_text(r."ticketIds")::uuid)
          order by t.number desc limit 5) t), '[]'::jsonb), 'open', ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, said text, meant text, "ticketIds" jsonb)
    on conflict (workspace_id, said, meant) do nothing`.execute(scope.db);
  return Number(numAffectedRows ?? 0n);
}

/** What waits for an answer, newest first. */
export async function listProposals(scope: Scope): Promise<SynonymProposal[]> {
  const rows = await scope.db
    .selectFrom('kb_synonym_proposals')
    .select(['id', 'said', 'meant', 'evidence'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', '=', 'open')
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(({ evidence, ...row }) => ({
    ...row,
    tickets: evidence as SynonymProposal['tickets'],
  }));
}

/** Answers a proposal that waits; undefined where there is none. */
export async function answerProposal(
  scope: Scope,
  id: string,
  state: 'accepted' | 'dismissed',
): Promise<{ said: string; meant: string } | undefined> {
  return scope.db
    .updateTable('kb_synonym_proposals')
    .set({ state })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning(['said', 'meant'])
    .executeTakeFirst();
}
