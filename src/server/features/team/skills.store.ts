import { sql } from 'kysely';
import type { SaveSkill, Skill } from '../../../contracts/team.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** All skills by kind and name, with how many agents have each. */
export async function listSkills(scope: Scope): Promise<Skill[]> {
  const { rows } = await sql<Skill>`
    select s.id, s.name, s.kind, s.keywords, count(a.agent_id)::int as agents
    from skills s
    left join agent_skills a on a.workspace_id = s.workspace_id and a.skill_id = s.id
    where s.workspace_id = ${scope.workspaceId}
    group by s.workspace_id, s.id
    order by s.kind, s.name`.execute(scope.db);
  return rows;
}

export async function insertSkill(scope: Scope, id: string, skill: SaveSkill): Promise<void> {
  await scope.db
    .insertInto('skills')
    .values({ workspace_id: scope.workspaceId, id, ...skill })
    .execute();
}

/** False when there is no such skill. */
export async function updateSkill(scope: Scope, id: string, skill: SaveSkill): Promise<boolean> {
  const result = await scope.db
    .updateTable('skills')
    .set(skill)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Forgets a skill: agents lose it, and no waiting work asks for it any more. */
export async function deleteSkill(scope: Scope, id: string): Promise<boolean> {
  await sql`update work_items w set needs = coalesce((
      select jsonb_agg(n) from jsonb_array_elements(w.needs) n where n ->> 'skill' <> ${id}), '[]')
    where workspace_id = ${scope.workspaceId} and needs @> ${toJson([{ skill: id }])}::jsonb`.execute(
    scope.db,
  );
  const result = await scope.db
    .deleteFrom('skills')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
