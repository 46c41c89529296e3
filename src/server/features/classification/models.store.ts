import { sql } from 'kysely';
import type { CategoryTraining } from '../../../contracts/classification.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import type { FiledTicket, StoredLesson } from './models.types.ts';

/** Version and digest of the newest model; undefined where none was trained. Unusable once it was let go. */
export async function findModelVersion(scope: Scope) {
  return scope.db
    .selectFrom('category_models')
    .select((eb) => ['version', 'digest', eb('packed', 'is not', null).as('usable')])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The bytes and the lesson of a version; undefined where a newer one has taken over. */
export async function findModel(scope: Scope, version: number) {
  const { rows } = await sql<{ packed: Buffer; lesson: StoredLesson }>`
    select packed, lesson from category_models
    where workspace_id = ${scope.workspaceId} and version = ${version} and packed is not null`.execute(
    scope.db,
  );
  return rows[0];
}

export interface NewModel extends Omit<CategoryTraining, 'at'> {
  readonly id: string;
  readonly packed: Uint8Array;
  readonly lesson: StoredLesson;
  readonly digest: string;
  readonly judged: { cases: number; champion: number; challenger: number } | null;
  readonly trainedAt: Date;
}

/** Adds the newest model; the bytes of those before are let go. */
export async function insertModel(scope: Scope, model: NewModel): Promise<void> {
  const { judged } = model;
  await sql`update category_models set packed = null, lesson = null
    where workspace_id = ${scope.workspaceId} and packed is not null`.execute(scope.db);
  await scope.db
    .insertInto('category_models')
    .values({
      workspace_id: scope.workspaceId,
      id: model.id,
      version: model.version,
      packed: Buffer.from(model.packed),
      lesson: toJson(model.lesson),
      digest: model.digest,
      categories: model.categories,
      examples: model.examples,
      accuracy: model.accuracy,
      verdict: model.verdict,
      cases: judged?.cases ?? null,
      champion_share: judged?.champion ?? null,
      challenger_share: judged?.challenger ?? null,
      trained_at: model.trainedAt,
    })
    .execute();
}

/** The trainings of a workspace, newest first. */
export async function listTrainings(scope: Scope) {
  return scope.db
    .selectFrom('category_models')
    .select(['version', 'categories', 'examples', 'accuracy', 'verdict', 'trained_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('version', 'desc')
    .limit(50)
    .execute();
}

export async function listDescribedCategories(scope: Scope) {
  return scope.db
    .selectFrom('categories')
    .select(['name', 'description', 'keywords', 'examples'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('name')
    .execute();
}

/** The latest tickets whose category a person chose, with what their customer wrote. */
export async function listFiled(scope: Scope, most: number): Promise<FiledTicket[]> {
  const { rows } = await sql<FiledTicket>`
    select t.category, left(concat_ws(E'\n', t.subject, (
      select string_agg(l.body, E'\n' order by l.seq) from (
        select m.seq, m.body from messages m
        where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
          and m.author_kind = 'customer' and m.channel <> 'note'
        order by m.seq limit 10) l)), 2000) as text
    from tickets t
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id and c.deleted_at is null
    where t.workspace_id = ${scope.workspaceId} and t.category is not null
      and exists (select from ticket_events e
        where e.workspace_id = t.workspace_id and e.ticket_id = t.id and e.type = 'ticket.category'
          and e.actor_kind = 'agent' and e.data ->> 'to' = t.category)
    order by t.id desc limit ${most}`.execute(scope.db);
  return rows;
}
