import { sql } from 'kysely';
import type { TurnPath, TurnReason, TurnState } from '../../../../contracts/assistant-decisions.ts';
import type { Autonomy } from '../../../../contracts/assistant.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { writeLater } from '../../../platform/db/sent-together.ts';
import type { TurnRecord } from '../../../platform/db/tables-assistant.ts';
import { toJson } from '../../../platform/json.ts';

/** A turn as it is kept. */
export interface TurnToKeep {
  readonly id: string;
  readonly ticketId: string;
  readonly turn: number;
  readonly at: Date;
  readonly autonomy: Autonomy;
  readonly path: TurnPath;
  readonly reason: TurnReason;
  readonly detail: string;
  readonly state: TurnState;
  readonly category: string | null;
  readonly question: string;
  readonly confidence: number | null;
  readonly threshold: number | null;
  readonly policyVersion: number;
  readonly record: TurnRecord;
  readonly text: string;
  readonly html: string | null;
  readonly messageId: string | null;
  readonly costMicros: number;
  readonly decidedBy: string | null;
}

/** Keeps a turn, with the articles that its text quotes. */
export async function insertTurn(scope: Scope, turn: TurnToKeep): Promise<void> {
  await writeLater(
    scope.db,
    scope.db.insertInto('assistant_decisions').values({
      workspace_id: scope.workspaceId,
      id: turn.id,
      ticket_id: turn.ticketId,
      turn: turn.turn,
      at: turn.at,
      autonomy: turn.autonomy,
      path: turn.path,
      reason: turn.reason,
      detail: turn.detail.slice(0, 500),
      state: turn.state,
      category: turn.category,
      question: turn.question.slice(0, 4_000),
      confidence: turn.confidence,
      threshold: turn.threshold,
      policy_version: turn.policyVersion,
      record: toJson(turn.record),
      text: turn.text,
      html: turn.html,
      message_id: turn.messageId,
      cost_micros: turn.costMicros,
      decided_by: turn.decidedBy,
      decided_at: turn.decidedBy === null ? null : turn.at,
      likeness: null,
    }),
  );
  const cited = turn.record.passages.filter((passage) => passage.cited);
  if (cited.length === 0) return;
  await writeLater(
    scope.db,
    scope.db
      .insertInto('assistant_citations')
      .values(
        cited.map(({ articleId, version }) => ({
          workspace_id: scope.workspaceId,
          decision_id: turn.id,
          article_id: articleId,
          version,
        })),
      )
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Whether any of these articles was archived, unpublished or made internal, or is gone. */
export async function isAnyWithdrawn(
  scope: Scope,
  articleIds: readonly string[],
): Promise<boolean> {
  const ids = [...new Set(articleIds)];
  if (ids.length === 0) return false;
  const rows = await scope.db
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', ids)
    .where('status', '=', 'published')
    .where('visibility', '=', 'public')
    .execute();
  return rows.length < ids.length;
}

/** Whether the last turn of a ticket left it alone for this reason: then it is not written down again. */
export async function wasSkipped(
  scope: Scope,
  ticketId: string,
  reason: TurnReason,
): Promise<boolean> {
  const row = await scope.db
    .selectFrom('assistant_decisions')
    .select(['path', 'reason'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.path === 'skip' && row.reason === reason;
}

/** A change of a kept turn: what became of it. */
export interface TurnChange {
  readonly state?: TurnState;
  readonly messageId?: string;
  readonly decidedBy?: string;
  readonly at: Date;
  readonly text?: string;
}

export async function changeTurn(scope: Scope, id: string, change: TurnChange): Promise<void> {
  await scope.db
    .updateTable('assistant_decisions')
    .set({
      ...(change.state !== undefined && { state: change.state }),
      ...(change.messageId !== undefined && { message_id: change.messageId }),
      ...(change.text !== undefined && { text: change.text }),
      ...(change.decidedBy !== undefined && {
        decided_by: change.decidedBy,
        decided_at: change.at,
      }),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/**
 * Turns of a ticket that wait for a decision, or also for an agent, are outdated; a correction never is. Gives whether
 * there were any.
 */
export async function overtake(
  scope: Scope,
  ticketId: string,
  states: readonly ('draft' | 'waiting')[],
): Promise<boolean> {
  const { numUpdatedRows } = await scope.db
    .updateTable('assistant_decisions')
    .set({ state: 'overtaken' })
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('state', 'in', [...states])
    .where('reason', '<>', 'correction')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps how alike an agent's own answer was to what the assistant would have said. */
export async function saveLikeness(
  scope: Scope,
  id: string,
  { likeness, state }: { likeness: number; state: TurnState },
): Promise<void> {
  await scope.db
    .updateTable('assistant_decisions')
    .set({ likeness, state })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The open answer that an agent's message is compared with; undefined where there is none. */
export async function findComparable(scope: Scope, ticketId: string, messageId: string) {
  const { rows } = await sql<{ id: string; state: TurnState; text: string; answer: string }>`
    select d.id, d.state, d.text, m.body as answer
    from assistant_decisions d
    join messages m on m.workspace_id = d.workspace_id and m.id = ${messageId}
    where d.workspace_id = ${scope.workspaceId} and d.ticket_id = ${ticketId}
      and d.state in ('shadow', 'draft', 'draft_dismissed') and d.path in ('answer', 'ask')
      and d.likeness is null and d.at < m.created_at
    order by d.id desc limit 1`.execute(scope.db);
  return rows[0];
}

export type TurnRow = Awaited<ReturnType<typeof listTurns>>[number];

/** What turns are looked for. */
export interface TurnFilter {
  readonly ticketId?: string | undefined;
  readonly id?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly articleId?: string | undefined;
  readonly path?: TurnPath | undefined;
  readonly state?: TurnState | undefined;
  readonly category?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Turns with their tickets and deciders, newest first. */
export async function listTurns(scope: Scope, filter: TurnFilter) {
  return scope.db
    .selectFrom('assistant_decisions as d')
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'd.workspace_id').onRef('t.id', '=', 'd.ticket_id'),
    )
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'd.workspace_id').onRef('m.id', '=', 'd.decided_by'),
    )
    .leftJoin('approvals as a', (join) =>
      join.onRef('a.workspace_id', '=', 'd.workspace_id').onRef('a.decision_id', '=', 'd.id'),
    )
    .leftJoin('members as f', (join) =>
      join.onRef('f.workspace_id', '=', 'a.workspace_id').onRef('f.id', '=', 'a.first_by'),
    )
    .leftJoin('members as s', (join) =>
      join.onRef('s.workspace_id', '=', 'a.workspace_id').onRef('s.id', '=', 'a.decided_by'),
    )
    .selectAll('d')
    .select(['t.number', 't.subject', 'm.name as decider'])
    .select([
      'a.state as approval',
      'a.asked_at',
      'a.deadline_at',
      'a.four_eyes',
      'a.edited',
      'f.name as first',
      's.name as settler',
      'a.decided_at as settled_at',
      'a.reason as settled_why',
    ])
    .where('d.workspace_id', '=', scope.workspaceId)
    .$if(filter.ticketId !== undefined, (query) =>
      query.where('d.ticket_id', '=', filter.ticketId ?? ''),
    )
    .$if(filter.id !== undefined, (query) => query.where('d.id', '=', filter.id ?? ''))
    .$if(filter.ids !== undefined, (query) => query.where('d.id', 'in', [...(filter.ids ?? [])]))
    .$if(filter.path !== undefined, (query) => query.where('d.path', '=', filter.path ?? 'skip'))
    .$if(filter.state !== undefined, (query) => query.where('d.state', '=', filter.state ?? 'done'))
    .$if(filter.category !== undefined, (query) =>
      query.where('d.category', '=', filter.category ?? ''),
    )
    .$if(filter.before !== undefined, (query) => query.where('d.id', '<', filter.before ?? ''))
    .$if(filter.articleId !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('assistant_citations as c')
            .select('c.article_id')
            .whereRef('c.workspace_id', '=', 'd.workspace_id')
            .whereRef('c.decision_id', '=', 'd.id')
            .where('c.article_id', '=', filter.articleId ?? ''),
        ),
      ),
    )
    .orderBy('d.id', 'desc')
    .limit(filter.limit)
    .execute();
}
