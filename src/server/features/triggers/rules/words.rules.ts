/** Conditions and actions in words, for history, dry runs and versions. */
import type { TriggerAction } from '../../../../contracts/trigger-actions.ts';
import {
  bareOperators,
  conditionFieldOf,
  conditionOperators,
  type Condition,
} from '../../../../contracts/trigger-conditions.ts';

/** Names of what ids stand for; an id nobody knows any more stays as it is. */
export type NameOf = (id: string) => string;

/** A condition as a sentence without a full stop: `Status changed to solved`. */
export function describeCondition(condition: Condition, nameOf: NameOf): string {
  const { field, op, values, amount, key } = condition;
  const entry = conditionFieldOf(field);
  const said = op === 'no' ? (entry.denied ?? entry.label) : entry.label;
  const label = key === null ? said : `${said} (${nameOf(key)})`;
  if (entry.type === 'yes_no') return label;
  const words = `${label} ${conditionOperators[op]}`;
  if (bareOperators.has(op)) return words;
  if (entry.type === 'amount') return `${words} ${amount ?? 0}`;
  const list = listOf(values, (value) => shown(value, entry.type === 'choice' ? wordOf : nameOf));
  if (field !== 'event') return `${words} ${list}`;
  return op === 'is' ? upperFirst(list) : `${words} that ${list}`;
}

/** Sentences as one, for the place after "when" or "because". */
export function joined(sentences: readonly string[], by: 'and' | 'or' = 'and'): string {
  return sentences.map((one) => `${one.charAt(0).toLowerCase()}${one.slice(1)}`).join(` ${by} `);
}

/** Values that are not the word for themselves. */
const choiceWords: Readonly<Record<string, string>> = {
  created: 'it was opened',
  updated: 'it was changed',
  message_received: 'the customer wrote',
  message_sent: 'somebody answered',
  session_ended: 'the chat ended',
  messaging: 'chat',
  trigger: 'a rule',
  inactivity: 'silence',
  system: 'Segue itself',
};

const wordOf: NameOf = (value) => choiceWords[value] ?? value;

function shown(value: string, nameOf: NameOf): string {
  return nameOf(value).replaceAll('_', ' ');
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function listOf(values: readonly string[], show: (value: string) => string): string {
  const words = values.map(show);
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

const textLength = 80;

/** What an action does, in the words of somebody who does it: `Set the status to solved`. */
export function describeAction(action: TriggerAction, nameOf: NameOf): string {
  switch (action.do) {
    case 'end_session':
      return 'End the chat';
    case 'set_routing_channel':
      return 'Go on by email';
    case 'reply':
      return `Write ${where[action.channel]}: ${quote(action.macroId ? nameOf(action.macroId) : action.text)}`;
    case 'note':
      return `Add the note ${quote(action.text)}`;
    case 'set_status':
      return `Set the status to ${action.status.replaceAll('_', ' ')}`;
    case 'set_priority':
      return `Set the priority to ${action.priority}`;
    case 'set_category':
      return action.category === null
        ? 'Take the category off'
        : `Set the category to ${action.category}`;
    case 'set_subject':
      return `Set the subject to ${quote(action.subject)}`;
    case 'set_group':
      return action.groupId === null
        ? 'Take the group off'
        : `Move it to the group ${nameOf(action.groupId)}`;
    case 'add_tags':
      return `Add the tags ${action.tags.join(', ')}`;
    case 'remove_tags':
      return `Remove the tags ${action.tags.join(', ')}`;
    default:
      return describeWork(action, nameOf);
  }
}

type WorkAction = Exclude<
  TriggerAction,
  {
    do:
      | 'end_session'
      | 'set_routing_channel'
      | 'reply'
      | 'note'
      | 'set_status'
      | 'set_priority'
      | 'set_category'
      | 'set_subject'
      | 'set_group'
      | 'add_tags'
      | 'remove_tags';
  }
>;

function describeWork(action: WorkAction, nameOf: NameOf): string {
  switch (action.do) {
    case 'assign_agent':
      return `Assign it to ${nameOf(action.agentId)}`;
    case 'assign_queue':
      return `Put it into the queue ${nameOf(action.queueId)}`;
    case 'assign_nobody':
      return 'Give it back to the queue';
    case 'add_skills':
      return `Ask for the skills ${action.skillIds.map(nameOf).join(', ')}`;
    case 'hand_over':
      return `Hand it over to ${nameOf(action.groupId)}`;
    case 'notify_assignee':
      return `Mail the assignee: ${quote(action.subject)}`;
    case 'notify_agent':
      return `Mail ${nameOf(action.agentId)}: ${quote(action.subject)}`;
    case 'notify_group':
      return `Mail the group ${nameOf(action.groupId)}: ${quote(action.subject)}`;
    case 'notify_email':
      return `Mail ${action.to}: ${quote(action.subject)}`;
    case 'notify_webhook':
      return `Call the webhook ${nameOf(action.webhookId)}`;
    case 'send_survey':
      return action.about === 'session' ? 'Ask how the chat was' : 'Ask how it was solved';
    case 'set_followup_mode':
      return action.mode === 'linked_ticket'
        ? 'Let the rest go on in a linked ticket'
        : 'Let the rest go on in the same ticket';
    case 'stop':
      return 'Run no further rules';
  }
}

const where = { best: 'to the customer', messaging: 'in the chat', email: 'by mail' } as const;

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > textLength ? `${line.slice(0, textLength - 1)}…` : line}”`;
}
