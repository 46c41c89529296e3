import { sql } from 'kysely';
import type { MacroAction } from '../../../contracts/macros.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** A macro with how it was used: by everybody, and when last by the member who asks. */
export interface MacroRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly folder: string;
  readonly member_id: string | null;
  readonly chat_text: string;
  readonly mail_html: string;
  readonly actions: MacroAction[];
  readonly uses: number;
  readonly last_used_at: Date | null;
}

const mostListed = 1_000;

/** The shared macros and the member's own, the latest used first, then the most used. */
export async function listMacros(scope: Scope, memberId: string): Promise<MacroRow[]> {
  return selectMacros(scope, memberId, null);
}

/** One macro that the member may use: a shared one, or one of their own. */
export async function findMacro(
  scope: Scope,
  id: string,
  memberId: string,
): Promise<MacroRow | undefined> {
  return (await selectMacros(scope, memberId, id))[0];
}

async function selectMacros(
  scope: Scope,
  memberId: string,
  id: string | null,
): Promise<MacroRow[]> {
  const { rows } = await sql<MacroRow>`
    select m.id, m.name, m.description, m.folder, m.member_id, m.chat_text, m.mail_html, m.actions,
      coalesce((select sum(u.uses) from macro_uses u
        where u.workspace_id = m.workspace_id and u.macro_id = m.id), 0)::int as uses,
      mine.last_used_at
    from macros m
    left join macro_uses mine on mine.workspace_id = m.workspace_id and mine.macro_id = m.id
      and mine.member_id = ${memberId}
    where m.workspace_id = ${scope.workspaceId}
      and (m.member_id is null or m.member_id = ${memberId})
      ${id === null ? sql`` : sql`and m.id = ${id}`}
    order by mine.last_used_at desc nulls last, uses desc, lower(m.name)
    limit ${mostListed}`.execute(scope.db);
  return rows;
}

/** A shared macro, as rules use it: a personal one is nobody else's. */
export async function findSharedMacro(scope: Scope, id: string) {
  return scope.db
    .selectFrom('macros')
    .select(['id', 'name', 'chat_text', 'mail_html', 'actions'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('member_id', 'is', null)
    .executeTakeFirst();
}

/** What a macro is made of, as it is stored. */
export interface MacroContent {
  readonly name: string;
  readonly description: string;
  readonly folder: string;
  /** Whose it is; null when it is shared. */
  readonly memberId: string | null;
  readonly chatText: string;
  readonly mailHtml: string;
  readonly actions: readonly MacroAction[];
}

export async function insertMacro(
  scope: Scope,
  macro: MacroContent & { id: string; at: Date },
): Promise<void> {
  await scope.db
    .insertInto('macros')
    .values({
      workspace_id: scope.workspaceId,
      id: macro.id,
      ...columnsOf(macro),
      created_at: macro.at,
      updated_at: macro.at,
    })
    .execute();
}

export async function updateMacro(
  scope: Scope,
  macro: MacroContent & { id: string; at: Date },
): Promise<void> {
  await scope.db
    .updateTable('macros')
    .set({ ...columnsOf(macro), updated_at: macro.at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', macro.id)
    .execute();
}

export async function deleteMacro(scope: Scope, id: string): Promise<void> {
  await scope.db
    .deleteFrom('macros')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Counts one more use by a member. */
export async function countUse(
  scope: Scope,
  use: { macroId: string; memberId: string; at: Date },
): Promise<void> {
  await sql`
    insert into macro_uses (workspace_id, macro_id, member_id, uses, last_used_at)
    values (${scope.workspaceId}, ${use.macroId}, ${use.memberId}, 1, ${use.at})
    on conflict (workspace_id, macro_id, member_id)
    do update set uses = macro_uses.uses + 1, last_used_at = excluded.last_used_at`.execute(
    scope.db,
  );
}

/** The names of macros, for the history. */
export async function listMacroNames(scope: Scope, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await scope.db
    .selectFrom('macros')
    .select('name')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

/** Whether the workspace has a group of this id. */
export async function hasGroup(scope: Scope, id: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('groups')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether somebody of this id works here. */
export async function hasAgent(scope: Scope, id: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('members')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

function columnsOf(macro: MacroContent) {
  return {
    name: macro.name,
    description: macro.description,
    folder: macro.folder,
    member_id: macro.memberId,
    chat_text: macro.chatText,
    mail_html: macro.mailHtml,
    actions: toJson(macro.actions),
  };
}
