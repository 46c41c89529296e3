/**
 * Which queue a ticket enters: the one a rule put it into, one that its group serves, the first in the list
 * whose conditions all hold, else the default one.
 */
import type { Customer } from '../../../contracts/people.ts';
import type { AnswerCondition, QueueConditions } from '../../../contracts/routing.ts';
import type { RoutingChannel } from '../../../contracts/sessions.ts';
import type { Channel, Priority } from '../../../contracts/tickets.ts';

export interface MatchableTicket {
  readonly channel: Channel;
  readonly routingChannel: RoutingChannel;
  readonly category: string | null;
  readonly priority: Priority;
  readonly tags: readonly string[];
  readonly groupId: string | null;
  /** The queue a rule put it into, whatever the conditions say. */
  readonly pinnedQueueId: string | null;
  readonly subject: string;
  /** Answers to the form it came by, by key. */
  readonly fields: Readonly<Record<string, string>>;
  readonly customer: Pick<Customer, 'tier' | 'region'>;
}

export interface MatchableQueue {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly conditions: QueueConditions;
  readonly isDefault: boolean;
  readonly groupIds: readonly string[];
}

/** Throws when there is no queue at all, which the schema's default queue rules out. */
export function matchQueue<Queue extends MatchableQueue>(
  ticket: MatchableTicket,
  queues: readonly Queue[],
): Queue {
  const inOrder = queues.toSorted((left, right) => left.position - right.position);
  const match =
    inOrder.find(({ id }) => id === ticket.pinnedQueueId) ??
    findByGroup(ticket, inOrder) ??
    inOrder.find((queue) => !queue.isDefault && conditionsHold(queue.conditions, ticket)) ??
    inOrder.find((queue) => queue.isDefault);
  if (!match) throw new Error('The workspace has no default queue.');
  return match;
}

/** A ticket that somebody gave to a group goes to a queue that group serves, if one fits. */
function findByGroup<Queue extends MatchableQueue>(
  ticket: MatchableTicket,
  queues: readonly Queue[],
): Queue | undefined {
  const { groupId } = ticket;
  if (groupId === null) return undefined;
  const served = queues.filter((queue) => queue.groupIds.includes(groupId));
  return served.find((queue) => conditionsHold(queue.conditions, ticket)) ?? served[0];
}

/** Whether every given condition holds; none given holds always. */
export function conditionsHold(conditions: QueueConditions, ticket: MatchableTicket): boolean {
  const { customer } = ticket;
  return (
    includes(conditions.channels, ticket.channel) &&
    includes(conditions.routingChannels, ticket.routingChannel) &&
    includes(conditions.priorities, ticket.priority) &&
    includes(conditions.categories, ticket.category) &&
    includes(conditions.groupIds, ticket.groupId) &&
    includes(conditions.tiers, customer.tier) &&
    isAnyOf(conditions.regions, customer.region) &&
    (conditions.tags === undefined || conditions.tags.some((tag) => ticket.tags.includes(tag))) &&
    mentions(conditions.subject, ticket.subject) &&
    answersHold(conditions.fields, ticket.fields)
  );
}

function includes<Value>(wanted: readonly Value[] | undefined, value: Value | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value));
}

/** As `includes`, whatever the capitals. */
function isAnyOf(wanted: readonly string[] | undefined, value: string | null): boolean {
  return wanted === undefined || (value !== null && wanted.map(plain).includes(plain(value)));
}

function mentions(words: readonly string[] | undefined, text: string): boolean {
  return words === undefined || words.some((word) => plain(text).includes(plain(word)));
}

function answersHold(
  wanted: readonly AnswerCondition[] | undefined,
  answers: Readonly<Record<string, string>>,
): boolean {
  return (wanted ?? []).every(({ name, values }) => {
    const answer = answers[name]?.trim();
    return answer ? values.length === 0 || isAnyOf(values, answer) : false;
  });
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
