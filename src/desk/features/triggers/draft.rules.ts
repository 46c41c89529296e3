/** A rule while it is being written: what new parts begin with, and where problems belong. */
import type { TriggerAction, TriggerActionName } from '../../../contracts/trigger-actions.ts';
import {
  bareOperators,
  conditionFieldOf,
  isTimed,
  type Condition,
  type ConditionField,
  type ConditionOperator,
} from '../../../contracts/trigger-conditions.ts';
import type { Trigger, TriggerRule } from '../../../contracts/triggers.ts';

/** What is sent when it is saved. */
export type Draft = TriggerRule;

/** A rule as it is edited; null begins a new one. */
export function draftOf(trigger: Trigger | null): Draft {
  if (trigger === null) {
    return {
      name: '',
      description: '',
      kind: 'ticket',
      conditions: { all: [freshCondition('event')], any: [] },
      actions: [],
    };
  }
  const { name, description, kind, conditions, actions } = trigger;
  return { name, description, kind, conditions, actions };
}

/** A condition on a field with its first operator and nothing chosen. */
export function freshCondition(field: ConditionField): Condition {
  const [op = 'is'] = conditionFieldOf(field).operators;
  return withOperator({ field, op, values: [], amount: null, key: null }, op);
}

/** The same condition with another operator; what the operator takes no longer goes. */
export function withOperator(condition: Condition, op: ConditionOperator): Condition {
  const { type } = conditionFieldOf(condition.field);
  return {
    ...condition,
    op,
    values: bareOperators.has(op) ? [] : condition.values,
    amount: type === 'amount' ? (condition.amount ?? 1) : null,
  };
}

const freshActions: { readonly [Name in TriggerActionName]: TriggerAction } = {
  reply: { do: 'reply', channel: 'best', text: '', macroId: null },
  note: { do: 'note', text: '' },
  end_session: { do: 'end_session' },
  set_routing_channel: { do: 'set_routing_channel', channel: 'email' },
  set_status: { do: 'set_status', status: 'pending' },
  set_priority: { do: 'set_priority', priority: 'high' },
  set_category: { do: 'set_category', category: null },
  set_subject: { do: 'set_subject', subject: '' },
  set_group: { do: 'set_group', groupId: null },
  add_tags: { do: 'add_tags', tags: [] },
  remove_tags: { do: 'remove_tags', tags: [] },
  assign_agent: { do: 'assign_agent', agentId: '' },
  assign_queue: { do: 'assign_queue', queueId: '' },
  assign_nobody: { do: 'assign_nobody' },
  add_skills: { do: 'add_skills', skillIds: [] },
  hand_over: { do: 'hand_over', groupId: '', text: '' },
  notify_assignee: { do: 'notify_assignee', subject: 'Ticket {{ticket.number}}', text: '' },
  notify_agent: { do: 'notify_agent', agentId: '', subject: 'Ticket {{ticket.number}}', text: '' },
  notify_group: { do: 'notify_group', groupId: '', subject: 'Ticket {{ticket.number}}', text: '' },
  notify_email: { do: 'notify_email', to: '', subject: 'Ticket {{ticket.number}}', text: '' },
  notify_webhook: { do: 'notify_webhook', webhookId: '' },
  send_survey: { do: 'send_survey', about: 'ticket' },
  set_followup_mode: { do: 'set_followup_mode', mode: 'linked_ticket' },
  stop: { do: 'stop' },
};

/** An action with nothing filled in yet. */
export function freshAction(name: TriggerActionName): TriggerAction {
  return freshActions[name];
}

/** Whether a rule runs by the clock. */
export function runsByClock({ conditions }: Pick<Draft, 'conditions'>): boolean {
  return [...conditions.all, ...conditions.any].some(isTimed);
}

/** The problems under a path, as one text; undefined where there are none. */
export function problemAt(
  problems: Readonly<Record<string, string>>,
  path: string,
): string | undefined {
  const found = Object.entries(problems).filter(([at]) => at === path || at.startsWith(`${path}.`));
  return found.length === 0 ? undefined : found.map(([, message]) => sentence(message)).join(' ');
}

/** A message that goes on from the name of a field, as a sentence of its own. */
function sentence(message: string): string {
  const words = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** Words between commas, each once. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter(Boolean);
}

/** The list with one item at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(to, 0, item);
}
