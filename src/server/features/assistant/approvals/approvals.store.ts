import { sql } from 'kysely';
import type { Role } from '../../../../contracts/permissions.ts';
import type { Scope } from '../../../platform/db/database.ts';

export interface NewApproval {
  readonly id: string;
  readonly ticketId: string;
  readonly decisionId: string;
  readonly askedAt: Date;
  readonly deadlineAt: Date;
  readonly decideRole: Role;
  readonly fourEyes: boolean;
}

export async function insertApproval(scope: Scope, one: NewApproval): Promise<void> {
  await scope.db
    .insertInto('approvals')
    .values({
      workspace_id: scope.workspaceId,
      id: one.id,
      ticket_id: one.ticketId,
      decision_id: one.decisionId,
      state: 'waiting',
      asked_at: one.askedAt,
      deadline_at: one.deadlineAt,
      decide_role: one.decideRole,
      four_eyes: one.fourEyes,
      edited: null,
      first_by: null,
      decided_by: null,
      decided_at: null,
    })
    .execute();
}

const selected = (scope: Scope) =>
  scope.db
    .selectFrom('approvals as a')
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'a.workspace_id').onRef('t.id', '=', 'a.ticket_id'),
    )
    .innerJoin('customers as c', (join) =>
      join.onRef('c.workspace_id', '=', 't.workspace_id').onRef('c.id', '=', 't.customer_id'),
    )
    .leftJoin('members as f', (join) =>
      join.onRef('f.workspace_id', '=', 'a.workspace_id').onRef('f.id', '=', 'a.first_by'),
    )
    .leftJoin('members as d', (join) =>
      join.onRef('d.workspace_id', '=', 'a.workspace_id').onRef('d.id', '=', 'a.decided_by'),
    )
    .selectAll('a')
    .select(['c.name as customer_name', 'c.tier', 'f.name as first_name', 'd.name as decider_name'])
    .select(
      sql<string | null>`(select i.value from customer_identities i
        where i.workspace_id = c.workspace_id and i.customer_id = c.id and i.kind = 'email'
        order by i.verified_at nulls last, i.id desc limit 1)`.as('customer_email'),
    )
    .where('a.workspace_id', '=', scope.workspaceId);

export type ApprovalRow = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number];

/** Those that wait, soonest deadline first; or the last that were decided. */
export async function listApprovals(scope: Scope, settled: boolean): Promise<ApprovalRow[]> {
  const query = selected(scope).limit(200);
  return settled
    ? query.where('a.state', '<>', 'waiting').orderBy('a.decided_at', 'desc').execute()
    : query.where('a.state', '=', 'waiting').orderBy('a.deadline_at').orderBy('a.id').execute();
}

export async function findApproval(scope: Scope, id: string): Promise<ApprovalRow | undefined> {
  return selected(scope).where('a.id', '=', id).executeTakeFirst();
}

/** The ticket of an approval, which is locked before the approval itself. */
export async function findTicketOfApproval(scope: Scope, id: string): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('approvals')
    .select('ticket_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.ticket_id;
}

/** Ends what a ticket waits for without a decision, but for corrections; the ids of it. */
export async function withdrawApprovals(
  scope: Scope,
  ticketId: string,
  {
    at,
    reason,
    state,
    by,
  }: { at: Date; reason: string; state: 'expired' | 'taken_over'; by: string | null },
): Promise<string[]> {
  const rows = await scope.db
    .updateTable('approvals')
    .set({ state, decided_at: at, decided_by: by, reason })
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('state', '=', 'waiting')
    .where('decision_id', 'not in', ({ selectFrom }) =>
      selectFrom('assistant_decisions')
        .select('id')
        .where('workspace_id', '=', scope.workspaceId)
        .where('ticket_id', '=', ticketId)
        .where('reason', '=', 'correction'),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export interface ApprovalChange {
  readonly state?: 'approved' | 'rejected' | 'expired' | 'taken_over';
  readonly firstBy?: string;
  readonly decidedBy?: string | null;
  readonly decidedAt?: Date;
  readonly edited?: string;
  readonly reason?: string;
}

export async function changeApproval(
  scope: Scope,
  id: string,
  change: ApprovalChange,
): Promise<void> {
  await scope.db
    .updateTable('approvals')
    .set({
      ...(change.state !== undefined && { state: change.state }),
      ...(change.firstBy !== undefined && { first_by: change.firstBy }),
      ...(change.decidedBy !== undefined && { decided_by: change.decidedBy }),
      ...(change.decidedAt !== undefined && { decided_at: change.decidedAt }),
      ...(change.edited !== undefined && { edited: change.edited }),
      ...(change.reason !== undefined && { reason: change.reason }),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}
