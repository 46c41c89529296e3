/** What a rule may not be: combinations refused when it is saved, each with the sentence why. */
import type { FieldProblem } from '../../../../contracts/problems.ts';
import {
  triggerActions,
  type TriggerAction,
  type TriggerActionName,
} from '../../../../contracts/trigger-actions.ts';
import type { Condition } from '../../../../contracts/trigger-conditions.ts';
import type { TriggerRule } from '../../../../contracts/triggers.ts';
import { problemsOfVariables } from '../../variables/variables.rules.ts';
import { isTimedRule } from './compile.rules.ts';

/** Every problem of a rule that its schema cannot see, at the field it is about. */
export function problemsOfRule(rule: TriggerRule): FieldProblem[] {
  return [
    ...problemsOfActions(rule),
    ...problemsOfReplies(rule),
    ...problemsOfConditions(rule),
    ...problemsOfTexts(rule),
  ];
}

const atAction = (index: number, field = 'do') => `actions.${index}.${field}`;

/** Acts that only one of can be meant. */
const onceOnly: readonly (readonly TriggerActionName[])[] = [
  ['set_status'],
  ['set_priority'],
  ['set_category'],
  ['set_subject'],
  ['set_group', 'hand_over'],
  ['assign_agent', 'assign_queue', 'assign_nobody', 'hand_over'],
  ['set_followup_mode'],
  ['send_survey'],
];

function problemsOfActions({ kind, actions }: TriggerRule): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const tell = (index: number, message: string) =>
    problems.push({ path: atAction(index), message });
  const routed = actions.findIndex((action) => action.do === 'set_routing_channel');
  for (const [index, action] of actions.entries()) {
    if (!triggerActions[action.do].kinds.includes(kind)) {
      tell(
        index,
        'is not possible in a messaging rule: it needs a ticket rule, which runs after the end too',
      );
    }
    if (action.do === 'end_session' && routed >= 0) {
      tell(
        index,
        'ends the chat while “Go on by email” in the same rule ends it too: keep one. “Go on by email” ends the chat by itself',
      );
    }
    const family = onceOnly.find((names) => names.includes(action.do));
    const earlier = actions.findIndex((one) => family?.includes(one.do));
    if (family && earlier < index) {
      tell(index, `contradicts “${labelOf(actions[earlier])}” above: keep one of them`);
    }
    if (action.do === 'stop' && index < actions.length - 1) tell(index, 'must come last');
  }
  return problems;
}

function labelOf(action: TriggerAction | undefined): string {
  return action ? triggerActions[action.do].label : '';
}

/** A reply must have somebody to reach. */
function problemsOfReplies(rule: TriggerRule): FieldProblem[] {
  return rule.actions.flatMap((action, index): FieldProblem[] => {
    if (action.do !== 'reply') return [];
    const path = atAction(index, 'channel');
    const message = unreachable(rule, action, index);
    const problems = message === null ? [] : [{ path, message }];
    if (action.text === '' && action.macroId === null)
      problems.push({ path: atAction(index, 'text'), message: 'says nothing: write the text' });
    return problems;
  });
}

function unreachable(
  rule: TriggerRule,
  action: Extract<TriggerAction, { do: 'reply' }>,
  index: number,
): string | null {
  const { all } = rule.conditions;
  const { channel } = action;
  const noEmail = all.some(({ field, op }) => field === 'email_known' && op === 'no');
  const noChat = all.some(demandsNoChat);
  const endedBefore = rule.actions
    .slice(0, index)
    .some((one) => one.do === 'end_session' || one.do === 'set_routing_channel');
  if (rule.kind === 'messaging' && channel === 'email')
    return 'is by mail in a messaging rule, which runs while the customer is in the chat: answer in the chat, or make it a ticket rule';
  if (channel === 'messaging' && noChat)
    return 'reaches nobody: the conditions say that there is no running chat';
  if (channel === 'messaging' && endedBefore)
    return 'comes after the end of the chat, where nobody reads it: move it above';
  if (channel === 'email' && noEmail)
    return 'reaches nobody: the conditions say that no email address is known';
  if (channel === 'best' && noEmail && (noChat || endedBefore))
    return 'reaches nobody: there is no running chat then, and no email address is known';
  return null;
}

/** Conditions under which no chat runs. */
function demandsNoChat({ field, op, values }: Condition): boolean {
  if (field === 'session_state') {
    return op === 'is_none' || ((op === 'is' || op === 'changed_to') && onlyEnded(values));
  }
  if (field === 'session_ended_reason') return op === 'is' || op.startsWith('changed');
  if (field === 'channel') return op === 'is' && !values.includes('messaging');
  return false;
}

function onlyEnded(values: readonly string[]): boolean {
  return values.every((value) => value === 'ended');
}

const ofEvents: ReadonlySet<Condition['op']> = new Set(['changed', 'changed_to', 'changed_from']);

function problemsOfConditions(rule: TriggerRule): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const timed = isTimedRule(rule);
  for (const part of ['all', 'any'] as const) {
    for (const [index, condition] of rule.conditions[part].entries()) {
      const message = problemOf(rule, condition, timed);
      if (message !== null) problems.push({ path: `conditions.${part}.${index}.op`, message });
    }
  }
  if (rule.conditions.all.length + rule.conditions.any.length === 0) {
    problems.push({
      path: 'conditions.all',
      message: 'is empty: a rule without a condition would run on everything',
    });
  }
  return problems;
}

function problemOf(rule: TriggerRule, condition: Condition, timed: boolean): string | null {
  const { field, op } = condition;
  const byEvent = field === 'event' || field === 'updated_by' || ofEvents.has(op);
  if (timed && byEvent)
    return 'is about an event, but this rule runs by the clock because of “is at least”: use two rules';
  if (rule.kind === 'messaging' && afterEnd(condition))
    return 'is about the end of the chat, after which messaging rules no longer run: make it a ticket rule';
  return null;
}

function afterEnd({ field, op, values }: Condition): boolean {
  if (field === 'session_ended_reason') return op !== 'is_none';
  if (field === 'event') return op === 'is' && values.every((value) => value === 'session_ended');
  return field === 'session_state' && (op === 'is' || op === 'changed_to') && onlyEnded(values);
}

function problemsOfTexts({ actions }: TriggerRule): FieldProblem[] {
  return actions.flatMap((action, index) => [
    ...('text' in action ? problemsOfVariables(atAction(index, 'text'), action.text) : []),
    ...('subject' in action ? problemsOfVariables(atAction(index, 'subject'), action.subject) : []),
  ]);
}
