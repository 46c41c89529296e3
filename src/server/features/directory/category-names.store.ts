import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** A category's name before and after, and when it changed. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/**
 * Gives a category's new name to all that names it: its tickets, and what is set up by it (queues, promises,
 * weights, the assistant, rules, macros and views). What went on naming the old one would take nothing any more,
 * and a rule or macro would write a word that no category has.
 */
export async function renameCategory(scope: Scope, renaming: Renaming): Promise<void> {
  await renameInWork(scope, renaming);
  await renameInRules(scope, renaming);
  await renameInMacrosAndViews(scope, renaming);
}

async function renameInWork(scope: Scope, { from, to }: Renaming): Promise<void> {
  await sql`update tickets set category = ${to}
    where workspace_id = ${scope.workspaceId} and category = ${from}`.execute(scope.db);
  await sql`update queues set conditions = jsonb_set(conditions, '{categories}', (
      select jsonb_agg(case when name = ${from} then ${to} else name end order by place)
      from jsonb_array_elements_text(conditions -> 'categories') with ordinality as c(name, place)))
    where workspace_id = ${scope.workspaceId}
      and conditions -> 'categories' @> to_jsonb(${from}::text)`.execute(scope.db);
  await sql`update sla_policies set rules = jsonb_set(rules, '{conditions,categories}', (
      select jsonb_agg(case when name = ${from} then ${to} else name end order by place)
      from jsonb_array_elements_text(rules #> '{conditions,categories}')
        with ordinality as c(name, place)))
    where workspace_id = ${scope.workspaceId}
      and rules #> '{conditions,categories}' @> to_jsonb(${from}::text)`.execute(scope.db);
  await sql`update capacity_rules set weights = jsonb_set(
      weights #- array['categories', ${from}::text], array['categories', ${to}::text],
      weights -> 'categories' -> ${from}::text)
    where workspace_id = ${scope.workspaceId}
      and jsonb_exists(weights -> 'categories', ${from})`.execute(scope.db);
  await sql`update assistant_policies set policy = jsonb_set(policy, '{categories}', (
      select jsonb_agg(case when one ->> 'category' = ${from}
        then one || jsonb_build_object('category', ${to}::text) else one end order by place)
      from jsonb_array_elements(policy -> 'categories') with ordinality as c(one, place)))
    where workspace_id = ${scope.workspaceId}
      and policy -> 'categories' @> jsonb_build_array(jsonb_build_object('category', ${from}::text))`.execute(
    scope.db,
  );
}

/** A rule that follows is a new version of it, as if somebody had saved it: earlier ones stay as they were. */
async function renameInRules(scope: Scope, { from, to, at }: Renaming): Promise<void> {
  const followed = (part: 'all' | 'any') => sql`coalesce((
      select jsonb_agg(case when one ->> 'field' = 'category' then jsonb_set(one, '{values}', (
          select coalesce(jsonb_agg(case when name = ${from} then ${to} else name end order by place), '[]')
          from jsonb_array_elements_text(one -> 'values') with ordinality as v(name, place)))
        else one end order by place)
      from jsonb_array_elements(conditions -> ${part}::text) with ordinality as c(one, place)), '[]')`;
  const change = `Its category ${from} is called ${to} now`;
  await sql`with followed as (
      update triggers set version = version + 1, revision = revision + 1, changed_at = ${at},
        conditions = conditions || jsonb_build_object('all', ${followed('all')}, 'any', ${followed('any')}),
        actions = coalesce((
          select jsonb_agg(case when one @> jsonb_build_object('do', 'set_category', 'category', ${from}::text)
            then jsonb_set(one, '{category}', to_jsonb(${to}::text)) else one end order by place)
          from jsonb_array_elements(actions) with ordinality as a(one, place)), '[]')
      where workspace_id = ${scope.workspaceId} and deleted_at is null and (
        actions @> jsonb_build_array(jsonb_build_object('do', 'set_category', 'category', ${from}::text))
        or exists (
          select from jsonb_array_elements((conditions -> 'all') || (conditions -> 'any')) as c(one)
          where one ->> 'field' = 'category' and jsonb_exists(one -> 'values', ${from})))
      returning *)
    insert into trigger_versions (workspace_id, trigger_id, version, rule, enabled, change, member_id, at)
    select workspace_id, id, version,
      jsonb_build_object('name', name, 'description', description, 'kind', kind,
        'conditions', conditions, 'actions', actions),
      enabled, ${change}, null, ${at} from followed`.execute(scope.db);
}

async function renameInMacrosAndViews(scope: Scope, { from, to }: Renaming): Promise<void> {
  const act = sql`jsonb_build_object('kind', 'category', 'category', ${from}::text)`;
  await sql`update macros set actions = (
      select jsonb_agg(case when one @> ${act}
        then jsonb_set(one, '{category}', to_jsonb(${to}::text)) else one end order by place)
      from jsonb_array_elements(actions) with ordinality as a(one, place))
    where workspace_id = ${scope.workspaceId} and actions @> jsonb_build_array(${act})`.execute(
    scope.db,
  );
  await sql`update ticket_views set filter = jsonb_set(filter, '{category}', (
      select jsonb_agg(case when name = ${from} then ${to} else name end order by place)
      from jsonb_array_elements_text(filter -> 'category') with ordinality as c(name, place)))
    where workspace_id = ${scope.workspaceId}
      and filter -> 'category' @> to_jsonb(${from}::text)`.execute(scope.db);
}
