import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { CaseGold, NewCase, Prediction } from './evaluation.types.ts';

/** A case of a run as it is stored. */
export interface ItemRow {
  readonly position: number;
  readonly key: string;
  readonly ticketId: string | null;
  readonly ticketNumber: number | null;
  readonly given: object;
  readonly gold: CaseGold | null;
  readonly predicted: Prediction | null;
}

export async function insertItems(
  scope: Scope,
  evaluationId: string,
  cases: readonly NewCase[],
): Promise<void> {
  const rows = cases.map((one, position) => ({
    position,
    key: one.key,
    ticket_id: one.ticketId,
    given: one.given,
    gold: one.gold,
  }));
  await sql`insert into evaluation_items
      (workspace_id, evaluation_id, position, key, ticket_id, given, gold, predicted)
    select ${scope.workspaceId}::uuid, ${evaluationId}::uuid, r.position, r.key, r.ticket_id, r.given,
      nullif(r.gold, 'null'::jsonb), null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (position integer, key text, ticket_id uuid, given jsonb, gold jsonb)`.execute(scope.db);
}

/** Cases of a run in order, after a position. */
export async function listItems(
  scope: Scope,
  evaluationId: string,
  { after = -1, most, open = false }: { after?: number; most: number; open?: boolean },
): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.position, i.key, i.ticket_id as "ticketId", t.number as "ticketNumber", i.given, i.gold,
      i.predicted
    from evaluation_items i
    left join tickets t on t.workspace_id = i.workspace_id and t.id = i.ticket_id
    where i.workspace_id = ${scope.workspaceId} and i.evaluation_id = ${evaluationId}
      and i.position > ${after} ${open ? sql`and i.predicted is null` : sql``}
    order by i.position limit ${most}`.execute(scope.db);
  return rows;
}

export async function savePredictions(
  scope: Scope,
  evaluationId: string,
  predictions: readonly { position: number; predicted: Prediction }[],
): Promise<void> {
  await sql`update evaluation_items i set predicted = r.predicted
    from jsonb_to_recordset(${JSON.stringify(predictions)}::jsonb)
      as r (position integer, predicted jsonb)
    where i.workspace_id = ${scope.workspaceId} and i.evaluation_id = ${evaluationId}
      and i.position = r.position`.execute(scope.db);
}
