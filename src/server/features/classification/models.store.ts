import { sql } from 'kysely';
import type { CategoryTraining } from '../../../contracts/classification.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import type { FiledTicket, StoredLesson } from './models.types.ts';

/** Version and digest of the newest training; undefined where there was none. */
export async function findLastTraining(scope: Scope) {
  return scope.db
    .selectFrom('category_models')
    .select(['version', 'digest'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Version of the model in use; undefined where none was trained. */
export async function findVersionInUse(scope: Scope): Promise<number | undefined> {
  const row = await scope.db
    .selectFrom('category_models')
    .select('version')
    .where('workspace_id', '=', scope.workspaceId)
    .where('packed', 'is not', null)
    .where('verdict', 'in', ['first', 'challenger', 'champion', 'restored'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version;
}

/** The bytes and the lesson of a version; undefined where another one has taken over. */
export async function findModel(scope: Scope, version: number) {
  const { rows } = await sql<{ packed: Buffer; lesson: StoredLesson }>`
    select packed, lesson from category_models
    where workspace_id = ${scope.workspaceId} and version = ${version} and packed is not null`.execute(
    scope.db,
  );
  return rows[0];
}

export interface NewModel extends Omit<
  CategoryTraining,
  'at' | 'judged' | 'restores' | 'standing'
> {
  readonly id: string;
  /** The bytes and what they were learned from; null where the model before stays. */
  readonly learned: { packed: Uint8Array; lesson: StoredLesson } | null;
  readonly digest: string;
  readonly judged: { cases: number; champion: number; challenger: number } | null;
  readonly trainedAt: Date;
}

/** Adds a training. */
export async function insertModel(scope: Scope, model: NewModel): Promise<void> {
  const { judged, learned } = model;
  await scope.db
    .insertInto('category_models')
    .values({
      workspace_id: scope.workspaceId,
      id: model.id,
      version: model.version,
      packed: learned && Buffer.from(learned.packed),
      lesson: learned && toJson(learned.lesson),
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

/** Lets go of the bytes of all models but the one in use and the two that were in use before. */
export async function keepLatest(scope: Scope): Promise<void> {
  await sql`update category_models set packed = null, lesson = null
    where workspace_id = ${scope.workspaceId} and packed is not null and verdict <> 'proposed'
      and version not in (select version from category_models
        where workspace_id = ${scope.workspaceId} and packed is not null and verdict <> 'proposed'
          and restores is null
        order by version desc limit 3)
      and version <> (select max(version) from category_models
        where workspace_id = ${scope.workspaceId} and packed is not null
          and verdict <> 'proposed')`.execute(scope.db);
}

/**
 * Takes up an earlier model again, as a new version. False where it is gone, in use, or knows a category that is
 * not there any more.
 */
export async function restoreModel(
  scope: Scope,
  version: number,
  one: { readonly id: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into category_models (workspace_id, id, version, packed, lesson, digest, categories, examples,
      accuracy, verdict, restores, trained_at)
    select m.workspace_id, ${one.id}, l.version + 1, m.packed, m.lesson, l.digest, m.categories, m.examples,
      m.accuracy, 'restored', m.version, ${one.at}
    from category_models m, (select version, digest from category_models
      where workspace_id = ${scope.workspaceId} order by version desc limit 1) l
    where m.workspace_id = ${scope.workspaceId} and m.version = ${version} and ${isKept}`.execute(
    scope.db,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** Whether one can go back to model `m`. */
const isKept = sql<boolean>`(m.packed is not null and m.verdict <> 'proposed' and m.restores is null
  and m.version <> (select coalesce(u.restores, u.version) from category_models u
    where u.workspace_id = m.workspace_id and u.packed is not null and u.verdict <> 'proposed'
    order by u.version desc limit 1)
  and not exists (select from jsonb_array_elements(m.lesson -> 'categories') x
    where not exists (select from categories c
      where c.workspace_id = m.workspace_id and c.name = x ->> 'name')))`;

/** Declines what is proposed, with its bytes: something newer came, or somebody said no. */
export async function declineProposals(scope: Scope): Promise<void> {
  await sql`update category_models set packed = null, lesson = null, verdict = 'declined'
    where workspace_id = ${scope.workspaceId} and verdict = 'proposed'`.execute(scope.db);
}

/** Makes a proposed model the one in use; false where it is not proposed any more. */
export async function acceptProposal(scope: Scope, version: number): Promise<boolean> {
  const result = await scope.db
    .updateTable('category_models')
    .set({ verdict: 'challenger' })
    .where('workspace_id', '=', scope.workspaceId)
    .where('version', '=', version)
    .where('verdict', '=', 'proposed')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The trainings of a workspace, newest first. */
export async function listTrainings(scope: Scope) {
  return scope.db
    .selectFrom('category_models as m')
    .select(['version', 'categories', 'examples', 'accuracy', 'verdict', 'trained_at'])
    .select(['cases', 'champion_share', 'challenger_share', 'restores', isKept.as('kept')])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('version', 'desc')
    .limit(50)
    .execute();
}

/** Whether there is a category of that name. */
export async function isCategory(scope: Scope, name: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('categories')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row !== undefined;
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
