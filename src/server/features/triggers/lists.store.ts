import { sql } from 'kysely';
import type { TriggerVocabulary } from '../../../contracts/triggers.ts';
import type { Scope } from '../../platform/db/database.ts';

type Lists = TriggerVocabulary['lists'];

/** Everything of the workspace that rules can name. */
export async function readLists(scope: Scope): Promise<Lists> {
  const { rows } = await sql<{ kind: keyof Lists; id: string; name: string }>`
    select kind, id, name from (
      select 'groups' as kind, id::text, name from groups where workspace_id = ${scope.workspaceId}
      union all
      select 'agents', a.id::text, m.name from agents a
        join members m on m.workspace_id = a.workspace_id and m.id = a.id
        where a.workspace_id = ${scope.workspaceId} and m.deactivated_at is null
      union all select 'queues', id::text, name from queues where workspace_id = ${scope.workspaceId}
      union all select 'skills', id::text, name from skills where workspace_id = ${scope.workspaceId}
      union all select 'schedules', id::text, name from schedules where workspace_id = ${scope.workspaceId}
      union all select 'macros', id::text, name from macros
        where workspace_id = ${scope.workspaceId} and member_id is null
      union all select 'webhooks', id::text, name from webhooks
        where workspace_id = ${scope.workspaceId} and deleted_at is null
      union all select 'categories', name, name from categories where workspace_id = ${scope.workspaceId}
      union all select 'tags', name, name from tags where workspace_id = ${scope.workspaceId}) l
    order by lower(name)`.execute(scope.db);
  const of = (kind: keyof Lists) =>
    rows.filter((row) => row.kind === kind).map(({ id, name }) => ({ id, name }));
  return {
    groups: of('groups'),
    agents: of('agents'),
    queues: of('queues'),
    skills: of('skills'),
    schedules: of('schedules'),
    macros: of('macros'),
    webhooks: of('webhooks'),
    categories: of('categories').map(({ name }) => name),
    tags: of('tags').map(({ name }) => name),
  };
}

/** The names of what ids in rules stand for. */
export async function listNames(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const lists = await readLists(scope);
  const named = [
    lists.groups,
    lists.agents,
    lists.queues,
    lists.skills,
    lists.schedules,
    lists.macros,
    lists.webhooks,
  ];
  return new Map(named.flat().map(({ id, name }) => [id, name]));
}
