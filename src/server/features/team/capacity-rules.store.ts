import { sql } from 'kysely';
import type { CapacityRuleSettings, SaveCapacityRule } from '../../../contracts/team.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** All capacity rules, the default one first. */
export async function listCapacityRules(scope: Scope): Promise<CapacityRuleSettings[]> {
  const { rows } = await sql<CapacityRuleRow>`
    select r.*,
      (select count(*) from agents a where a.workspace_id = r.workspace_id and a.capacity_rule_id = r.id)::int as agents,
      (select count(*) from groups g where g.workspace_id = r.workspace_id and g.capacity_rule_id = r.id)::int as groups
    from capacity_rules r
    where r.workspace_id = ${scope.workspaceId}
    order by r.is_default desc, r.name`.execute(scope.db);
  return rows.map(ruleOf);
}

interface CapacityRuleRow {
  id: string;
  name: string;
  is_default: boolean;
  budget: number;
  messaging_units: number;
  messaging_ceiling: number;
  email_units: number;
  email_ceiling: number;
  call_units: number;
  call_ceiling: number;
  chat_on_top_of_mail: boolean;
  waiting_share: number;
  weights: CapacityRuleSettings['weights'];
  agents: number;
  groups: number;
}

function ruleOf(row: CapacityRuleRow): CapacityRuleSettings {
  return {
    id: row.id,
    name: row.name,
    isDefault: row.is_default,
    budget: row.budget,
    channels: {
      messaging: { units: row.messaging_units, ceiling: row.messaging_ceiling },
      email: { units: row.email_units, ceiling: row.email_ceiling },
      call: { units: row.call_units, ceiling: row.call_ceiling },
    },
    chatOnTopOfMail: row.chat_on_top_of_mail,
    waitingShare: row.waiting_share,
    weights: row.weights,
    agents: row.agents,
    groups: row.groups,
  };
}

function columnsOf(rule: SaveCapacityRule) {
  return {
    name: rule.name,
    budget: rule.budget,
    messaging_units: rule.channels.messaging.units,
    messaging_ceiling: rule.channels.messaging.ceiling,
    email_units: rule.channels.email.units,
    email_ceiling: rule.channels.email.ceiling,
    call_units: rule.channels.call.units,
    call_ceiling: rule.channels.call.ceiling,
    chat_on_top_of_mail: rule.chatOnTopOfMail,
    waiting_share: rule.waitingShare,
    weights: toJson(rule.weights),
  };
}

export async function insertCapacityRule(
  scope: Scope,
  id: string,
  rule: SaveCapacityRule,
): Promise<void> {
  await scope.db
    .insertInto('capacity_rules')
    .values({ workspace_id: scope.workspaceId, id, ...columnsOf(rule) })
    .execute();
}

/** False when there is no such rule. */
export async function updateCapacityRule(
  scope: Scope,
  id: string,
  rule: SaveCapacityRule,
): Promise<boolean> {
  const result = await scope.db
    .updateTable('capacity_rules')
    .set(columnsOf(rule))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Whether a rule is the one of everybody who has no other. */
export async function isDefaultRule(scope: Scope, id: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('capacity_rules')
    .select('is_default')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.is_default ?? false;
}

/** Deletes a rule that is not the default one; its agents and groups fall back. */
export async function deleteCapacityRule(scope: Scope, id: string): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('capacity_rules')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('is_default', '=', false)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
