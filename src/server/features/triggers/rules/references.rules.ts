/** What rules name must be there, and what they do must work here. */
import type { FieldProblem } from '../../../../contracts/problems.ts';
import type { TriggerAction } from '../../../../contracts/trigger-actions.ts';
import { conditionFieldOf, type Condition } from '../../../../contracts/trigger-conditions.ts';
import type { TriggerRule, TriggerVocabulary } from '../../../../contracts/triggers.ts';

type Lists = TriggerVocabulary['lists'];
type Offered = Pick<TriggerVocabulary, 'fields' | 'actions'>;

/** Problems of ids that nothing has, and of fields and actions that this installation has not. */
export function problemsOfReferences(
  rule: TriggerRule,
  lists: Lists,
  offered: Offered,
): FieldProblem[] {
  return [
    ...rule.conditions.all.flatMap((one, at) => ofCondition(one, `conditions.all.${at}`, lists)),
    ...rule.conditions.any.flatMap((one, at) => ofCondition(one, `conditions.any.${at}`, lists)),
    ...rule.actions.flatMap((one, at) => ofAction(one, `actions.${at}`, lists)),
    ...rule.actions.flatMap((one, at): FieldProblem[] =>
      offered.actions.includes(one.do)
        ? []
        : [{ path: `actions.${at}.do`, message: 'is not set up in this installation' }],
    ),
  ];
}

function ofCondition({ field, values, key }: Condition, path: string, lists: Lists) {
  const problems: FieldProblem[] = [];
  const { source, key: keyOf } = conditionFieldOf(field);
  if (source && source !== 'categories') {
    const known = lists[source];
    for (const [at, value] of values.entries()) {
      if (!has(known, value))
        problems.push({ path: `${path}.values.${at}`, message: `names no ${noun[source]}` });
    }
  }
  if (keyOf === 'schedule' && key !== null && !has(lists.schedules, key))
    problems.push({ path: `${path}.key`, message: 'names no schedule' });
  return problems;
}

const noun = { groups: 'group', agents: 'agent', queues: 'queue', schedules: 'schedule' } as const;

function ofAction(action: TriggerAction, path: string, lists: Lists): FieldProblem[] {
  const named: [field: string, id: string | null, list: Lists['groups'], noun: string][] = [];
  if ('groupId' in action) named.push(['groupId', action.groupId, lists.groups, 'group']);
  if ('agentId' in action) named.push(['agentId', action.agentId, lists.agents, 'agent']);
  if ('queueId' in action) named.push(['queueId', action.queueId, lists.queues, 'queue']);
  if ('webhookId' in action) named.push(['webhookId', action.webhookId, lists.webhooks, 'webhook']);
  if ('macroId' in action) named.push(['macroId', action.macroId, lists.macros, 'shared macro']);
  if ('skillIds' in action) {
    for (const id of action.skillIds) named.push(['skillIds', id, lists.skills, 'skill']);
  }
  return named.flatMap(([field, id, list, what]): FieldProblem[] =>
    id === null || has(list, id)
      ? []
      : [{ path: `${path}.${field}`, message: `names no ${what} of this workspace` }],
  );
}

function has(list: Lists['groups'], id: string): boolean {
  return list.some((one) => one.id === id);
}
