/** A condition as a function: made once, asked for every event. */
import {
  conditionFieldOf,
  type Condition,
  type ConditionField,
} from '../../../../contracts/trigger-conditions.ts';
import { RiskTopic } from '../../../../contracts/understanding.ts';
import type { TicketChange, TicketFacts, TimedField, TrackedField } from './facts.types.ts';
import { hasPhrase, searchable } from './texts.rules.ts';

/** Whether a condition holds for a ticket and what happened to it. */
export type Predicate = (facts: TicketFacts, change: TicketChange) => boolean;

/** Makes the function of a condition. */
export function compileCondition(condition: Condition): Predicate {
  const { field } = condition;
  switch (conditionFieldOf(field).type) {
    case 'amount':
      return compileAmount(condition);
    case 'tags':
      return compileTags(condition);
    case 'yes_no':
      return compileYesNo(condition);
    case 'text':
      return compileText(condition);
    case 'choice':
    case 'reference':
      return field === 'event' || field === 'updated_by'
        ? compileEvent(condition)
        : compileValue(condition);
  }
}

function compileEvent({ field, op, values }: Condition): Predicate {
  const wanted = values as readonly never[];
  const of = (change: TicketChange): ReadonlySet<string> =>
    field === 'event' ? change.events : change.actors;
  const some: Predicate = (_facts, change) => {
    const happened = of(change);
    return wanted.some((value) => happened.has(value));
  };
  return op === 'is_not' ? (facts, change) => !some(facts, change) : some;
}

const tracked: ReadonlySet<string> = new Set<TrackedField>([
  'routing_channel',
  'session_state',
  'session_ended_reason',
  'status',
  'priority',
  'category',
  'group',
  'assignee',
  'queue',
]);

/** How the value of an untracked field is read. */
const plain: Partial<Record<ConditionField, (facts: TicketFacts) => string | null>> = {
  channel: (facts) => facts.channel,
  inactive_reason: (facts) => facts.inactiveReason,
  customer_tier: (facts) => facts.tier,
  sentiment: (facts) => facts.sentiment,
};

function compileValue({ field, op, values }: Condition): Predicate {
  if (field === 'risk_topic') return compileRisk(op, values);
  const wanted = new Set(values);
  const read = plain[field];
  if (!tracked.has(field)) return compare(op, wanted, read ?? (() => null));
  const name = field as TrackedField;
  switch (op) {
    case 'changed':
      return (_facts, change) => change.fields[name] !== undefined;
    case 'changed_to':
      return (_facts, change) =>
        change.fields[name]?.some(({ to }) => to !== null && wanted.has(to)) ?? false;
    case 'changed_from':
      return (_facts, change) =>
        change.fields[name]?.some(({ from }) => from !== null && wanted.has(from)) ?? false;
    default:
      return compare(op, wanted, (facts) => facts.tracked[name]);
  }
}

const topics = RiskTopic.options;

function compileRisk(op: Condition['op'], values: readonly string[]): Predicate {
  const wanted = op === 'is_set' || op === 'is_none' ? topics : values;
  const some: Predicate = ({ risks }) => wanted.some((topic) => risks.has(topic));
  return op === 'is' || op === 'is_set' ? some : (facts, change) => !some(facts, change);
}

function compare(
  op: Condition['op'],
  wanted: ReadonlySet<string>,
  read: (facts: TicketFacts) => string | null,
): Predicate {
  if (op === 'is_set') return (facts) => read(facts) !== null;
  if (op === 'is_none') return (facts) => read(facts) === null;
  const has = (value: string | null) => value !== null && wanted.has(value);
  return op === 'is_not' ? (facts) => !has(read(facts)) : (facts) => has(read(facts));
}

function compileTags({ op, values }: Condition): Predicate {
  if (op === 'all_of') return ({ tags }) => values.every((tag) => tags.includes(tag));
  if (op === 'none_of') return ({ tags }) => !values.some((tag) => tags.includes(tag));
  return ({ tags }) => values.some((tag) => tags.includes(tag));
}

function compileYesNo({ field, op, key }: Condition): Predicate {
  const wanted = op === 'yes';
  if (field === 'email_known') return (facts) => facts.emailKnown === wanted;
  if (field === 'surge') return (facts) => facts.surge === wanted;
  if (field === 'wishes_person') return (facts) => facts.wishesPerson === wanted;
  return (facts) => facts.openSchedules.has(key ?? '') === wanted;
}

function compileText({ field, op, values, key }: Condition): Predicate {
  const read = textOf(field, key);
  const wanted = values.map(searchable);
  switch (op) {
    case 'is_set':
      return (facts) => (read(facts) ?? '') !== '';
    case 'is_none':
      return (facts) => (read(facts) ?? '') === '';
    case 'is':
      return (facts) => wanted.includes(searchable(read(facts) ?? ''));
    case 'is_not':
      return (facts) => !wanted.includes(searchable(read(facts) ?? ''));
    case 'contains_not':
      return (facts) => !containsAny(read(facts), wanted);
    default:
      return (facts) => containsAny(read(facts), wanted);
  }
}

function containsAny(text: string | null, wanted: readonly string[]): boolean {
  return text !== null && wanted.some((phrase) => hasPhrase(text, phrase));
}

function textOf(field: ConditionField, key: string | null): (facts: TicketFacts) => string | null {
  switch (field) {
    case 'subject':
      return (facts) => facts.subject;
    case 'last_message':
      return (facts) => facts.lastMessage;
    case 'any_message':
      return (facts) => facts.allMessages;
    case 'language':
      return (facts) => facts.language;
    case 'customer_region':
      return (facts) => (facts.region === null ? null : searchable(facts.region));
    default:
      return ({ attributes }) => {
        const name = key ?? '';
        return Object.hasOwn(attributes, name) ? searchable(attributes[name] ?? '') : null;
      };
  }
}

const unitMs = { hours: 3_600_000, minutes: 60_000, tickets: 1 } as const;

function compileAmount({ field, op, amount }: Condition): Predicate {
  const wanted = amount ?? 0;
  if (field === 'queue_depth') {
    return op === 'at_least'
      ? (facts) => facts.queueDepth >= wanted
      : (facts) => facts.queueDepth < wanted;
  }
  const ms = wanted * unitMs[conditionFieldOf(field).unit ?? 'hours'];
  const timed = field as TimedField;
  // What has not happened is neither long ago nor lately.
  return (facts) => {
    const since = facts.since[timed];
    if (since === null) return false;
    return op === 'at_least' ? facts.now - since >= ms : facts.now - since < ms;
  };
}
