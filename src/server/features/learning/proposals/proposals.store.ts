import { sql } from 'kysely';
import type { Proposal } from '../../../../contracts/learning.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { toJson } from '../../../platform/json.ts';
import type { WeighedCase } from './curve.rules.ts';

/**
 * The newest cases of all categories with their confidence, as far as a threshold decides about them: not what a
 * customer chose themselves or what an incident told.
 */
export async function listWeighed(
  scope: Scope,
  { since, most }: { since: Date; most: number },
): Promise<(WeighedCase & { category: string | null })[]> {
  const { rows } = await sql<WeighedCase & { category: string | null }>`
    select ticket_id as id, category, confidence, verdict from learning_cases
    where workspace_id = ${scope.workspaceId} and at >= ${since} and confidence is not null
      and (path = 'answer' and reason not in ('chosen', 'incident')
        or reason in ('unsure', 'ungrounded', 'separates', 'nothing_found'))
    order by at desc limit ${most}`.execute(scope.db);
  return rows;
}

const columns = [
  'p.id',
  'p.category',
  'p.change',
  'p.expected',
  'p.state',
  'p.made_at',
  'p.decided_at',
  'm.name as decider',
] as const;

/** Proposals, newest first: those that are open, or those that are not. */
export async function listProposals(scope: Scope, isOpen: boolean) {
  return scope.db
    .selectFrom('assistant_proposals as p')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'p.workspace_id').onRef('m.id', '=', 'p.decided_by'),
    )
    .select(columns)
    .where('p.workspace_id', '=', scope.workspaceId)
    .where('p.state', isOpen ? '=' : '<>', 'open')
    .orderBy(isOpen ? 'p.made_at' : 'p.decided_at', 'desc')
    .limit(50)
    .execute();
}

export type ProposalRow = Awaited<ReturnType<typeof listProposals>>[number];

export async function lockProposal(scope: Scope, id: string) {
  return scope.db
    .selectFrom('assistant_proposals')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertProposal(
  scope: Scope,
  proposal: Pick<Proposal, 'id' | 'category' | 'change' | 'expected'>,
  at: Date,
): Promise<void> {
  await scope.db
    .insertInto('assistant_proposals')
    .values({
      workspace_id: scope.workspaceId,
      id: proposal.id,
      category: proposal.category,
      change: toJson(proposal.change),
      expected: toJson(proposal.expected),
      state: 'open',
      made_at: at,
      decided_by: null,
      decided_at: null,
    })
    .execute();
}

/** What is open is no longer what the cases say. */
export async function outdateOpen(scope: Scope, at: Date): Promise<void> {
  await scope.db
    .updateTable('assistant_proposals')
    .set({ state: 'outdated', decided_at: at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', '=', 'open')
    .execute();
}

export async function decideProposal(
  scope: Scope,
  id: string,
  decided: { state: 'accepted' | 'dismissed' | 'outdated'; memberId: string | null; at: Date },
): Promise<void> {
  await scope.db
    .updateTable('assistant_proposals')
    .set({ state: decided.state, decided_by: decided.memberId, decided_at: decided.at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Thresholds somebody turned down lately, by category. */
export async function listDismissed(
  scope: Scope,
  since: Date,
): Promise<{ category: string | null; to: number }[]> {
  const { rows } = await sql<{ category: string | null; to: number }>`
    select category, (change ->> 'to')::float as "to" from assistant_proposals
    where workspace_id = ${scope.workspaceId} and state = 'dismissed' and decided_at >= ${since}`.execute(
    scope.db,
  );
  return rows;
}

/** One look at a time in a workspace. */
export async function lockProposals(scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`proposals:${scope.workspaceId}`}, 0))`.execute(
    scope.db,
  );
}
