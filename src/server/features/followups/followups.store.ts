import { sql } from 'kysely';
import type { Brief } from '../../../contracts/briefs.ts';
import type { BriefOrigin } from '../../../contracts/followups.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** The messages a brief is written from, oldest first; notes are not part of what was said. */
export async function listTranscript(scope: Scope, ticketId: string) {
  return scope.db
    .selectFrom('messages as m')
    .innerJoin('tickets as t', (join) =>
      join
        .onRef('t.workspace_id', '=', 'm.workspace_id')
        .onRef('t.conversation_id', '=', 'm.conversation_id'),
    )
    .select(['m.id', 'm.author_kind', 'm.body', 'm.prompt', 'm.created_at'])
    .where('m.workspace_id', '=', scope.workspaceId)
    .where('t.id', '=', ticketId)
    .where('m.channel', '!=', 'note')
    .orderBy('m.seq')
    .limit(5_000)
    .execute();
}

/** Why the session of a ticket ended; undefined while it runs, when there was none or its words are gone. */
export async function findSessionEnd(scope: Scope, ticketId: string) {
  const row = await scope.db
    .selectFrom('sessions as s')
    .innerJoin('tickets as t', (join) =>
      join
        .onRef('t.workspace_id', '=', 's.workspace_id')
        .onRef('t.conversation_id', '=', 's.conversation_id'),
    )
    .innerJoin('conversations as c', (join) =>
      join.onRef('c.workspace_id', '=', 's.workspace_id').onRef('c.id', '=', 's.conversation_id'),
    )
    .select('s.ended_reason')
    .where('s.workspace_id', '=', scope.workspaceId)
    .where('t.id', '=', ticketId)
    .where('c.erased_at', 'is', null)
    .executeTakeFirst();
  return row?.ended_reason ?? undefined;
}

/**
 * The ticket whose chat a brief is about: of a linked follow-up the one it goes on from. They share one
 * brief, so that a correction in either counts for both.
 */
export async function findChatTicket(scope: Scope, ticketId: string): Promise<string> {
  const row = await scope.db
    .selectFrom('tickets as t')
    .innerJoin('sessions as s', (join) =>
      join.onRef('s.workspace_id', '=', 't.workspace_id').onRef('s.id', '=', 't.followup_of'),
    )
    .innerJoin('tickets as o', (join) =>
      join
        .onRef('o.workspace_id', '=', 's.workspace_id')
        .onRef('o.conversation_id', '=', 's.conversation_id'),
    )
    .select('o.id')
    .where('t.workspace_id', '=', scope.workspaceId)
    .where('t.id', '=', ticketId)
    .executeTakeFirst();
  return row?.id ?? ticketId;
}

/** The linked follow-up of a ticket's chat. */
export async function findFollowupTicket(scope: Scope, ticketId: string) {
  const row = await scope.db
    .selectFrom('tickets as t')
    .innerJoin('sessions as s', (join) =>
      join
        .onRef('s.workspace_id', '=', 't.workspace_id')
        .onRef('s.conversation_id', '=', 't.conversation_id'),
    )
    .innerJoin('tickets as f', (join) =>
      join.onRef('f.workspace_id', '=', 's.workspace_id').onRef('f.followup_of', '=', 's.id'),
    )
    .select('f.id')
    .where('t.workspace_id', '=', scope.workspaceId)
    .where('t.id', '=', ticketId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The names a ticket's customer goes by. */
export async function listCustomerNames(scope: Scope, ticketId: string): Promise<string[]> {
  const row = await scope.db
    .selectFrom('tickets as t')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.workspace_id', '=', 't.workspace_id').onRef('c.id', '=', 't.customer_id'),
    )
    .select('c.name')
    .where('t.workspace_id', '=', scope.workspaceId)
    .where('t.id', '=', ticketId)
    .executeTakeFirst();
  return row?.name ? [row.name] : [];
}

/** The words a brief may choose categories and skills from. */
export async function findVocabulary(scope: Scope) {
  const [categories, skills] = await Promise.all([
    scope.db
      .selectFrom('categories')
      .select(['name', 'description', 'keywords'])
      .where('workspace_id', '=', scope.workspaceId)
      .orderBy('name')
      .execute(),
    scope.db
      .selectFrom('skills')
      .select(['name', 'keywords'])
      .where('workspace_id', '=', scope.workspaceId)
      .orderBy('name')
      .execute(),
  ]);
  return { categories, skills };
}

/** The newest version of a ticket's brief. */
export async function findBrief(scope: Scope, ticketId: string) {
  return scope.db
    .selectFrom('briefs')
    .select(['id', 'version', 'brief', 'origin', 'created_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface NewBrief {
  readonly id: string;
  readonly ticketId: string;
  readonly version: number;
  readonly brief: Brief;
  readonly origin: BriefOrigin;
  readonly memberId: string | null;
  readonly at: Date;
}

export async function insertBrief(scope: Scope, brief: NewBrief): Promise<void> {
  await scope.db
    .insertInto('briefs')
    .values({
      workspace_id: scope.workspaceId,
      id: brief.id,
      ticket_id: brief.ticketId,
      version: brief.version,
      brief: toJson(brief.brief),
      origin: toJson(brief.origin),
      written_by: brief.memberId === null ? 'assistant' : 'agent',
      member_id: brief.memberId,
      created_at: brief.at,
    })
    .execute();
}

export interface NewCorrection {
  readonly id: string;
  readonly briefId: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly memberId: string;
  readonly at: Date;
}

export async function insertCorrection(scope: Scope, correction: NewCorrection): Promise<void> {
  await scope.db
    .insertInto('corrections')
    .values({
      workspace_id: scope.workspaceId,
      id: correction.id,
      brief_id: correction.briefId,
      field: correction.field,
      before: toJson(correction.before),
      after: toJson(correction.after),
      member_id: correction.memberId,
      created_at: correction.at,
    })
    .execute();
}

/** Fields of a ticket's brief that a person has looked at, and whether they changed them. */
export async function listSeenFields(
  scope: Scope,
  ticketId: string,
): Promise<{ field: string; changed: boolean }[]> {
  return scope.db
    .selectFrom('corrections as c')
    .innerJoin('briefs as b', (join) =>
      join.onRef('b.workspace_id', '=', 'c.workspace_id').onRef('b.id', '=', 'c.brief_id'),
    )
    .select(['c.field', sql<boolean>`bool_or(c.before is distinct from c.after)`.as('changed')])
    .where('c.workspace_id', '=', scope.workspaceId)
    .where('b.ticket_id', '=', ticketId)
    .groupBy('c.field')
    .execute();
}
