/**
 * Which queue a ticket enters: the one a rule put it into, one that its group serves, the first in the list
 * whose conditions all hold, else the default one.
 */
import type { Customer } from '../../../contracts/people.ts';
import type { AnswerCondition, QueueConditions, QueueTest } from '../../../contracts/routing.ts';
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
  return failingOf(conditions, ticket) === null;
}

type Condition = keyof QueueConditions;

const checks: {
  [Kind in Condition]: (wanted: QueueConditions, ticket: MatchableTicket) => boolean;
} = {
  channels: ({ channels }, { channel }) => includes(channels, channel),
  routingChannels: (wanted, { routingChannel }) => includes(wanted.routingChannels, routingChannel),
  priorities: ({ priorities }, { priority }) => includes(priorities, priority),
  categories: ({ categories }, { category }) => includes(categories, category),
  groupIds: ({ groupIds }, { groupId }) => includes(groupIds, groupId),
  tiers: ({ tiers }, { customer }) => includes(tiers, customer.tier),
  regions: ({ regions }, { customer }) => isAnyOf(regions, customer.region),
  tags: (wanted, { tags }) =>
    !isAsked(wanted.tags) || wanted.tags.some((tag) => tags.includes(tag)),
  subject: (wanted, { subject }) => mentions(wanted.subject, subject),
  fields: (wanted, { fields }) => answersHold(wanted.fields, fields),
};
const kinds = Object.keys(checks) as Condition[];

/** The first condition that does not hold. */
function failingOf(conditions: QueueConditions, ticket: MatchableTicket): Condition | null {
  return kinds.find((kind) => !checks[kind](conditions, ticket)) ?? null;
}

/** What each queue says to a ticket, in the order they are asked; one of them takes it. */
export function explainQueues(
  ticket: MatchableTicket,
  queues: readonly MatchableQueue[],
): QueueTest['queues'] {
  const taken = matchQueue(ticket, queues);
  const inOrder = queues.toSorted((left, right) => left.position - right.position);
  const others = inOrder.filter(({ isDefault }) => !isDefault);
  const place = others.indexOf(taken);
  return [...others, ...inOrder.filter(({ isDefault }) => isDefault)].map((queue, index) => {
    const { id, name } = queue;
    if (queue === taken) return { id, name, outcome: 'taken', why: whyTaken(ticket, queue) };
    const failing = queue.isDefault ? null : failingOf(queue.conditions, ticket);
    if (failing !== null && (place === -1 || index < place))
      return { id, name, outcome: 'refused', why: refusal(failing, queue.conditions, ticket) };
    return { id, name, outcome: 'not_asked', why: 'Another queue takes it.' };
  });
}

function whyTaken(ticket: MatchableTicket, queue: MatchableQueue): string {
  if (queue.id === ticket.pinnedQueueId)
    return 'It is kept in this queue, whatever the conditions say.';
  if (ticket.groupId !== null && queue.groupIds.includes(ticket.groupId))
    return 'The group it was given to serves this queue.';
  return queue.isDefault ? 'No other queue takes it.' : 'All its conditions hold.';
}

function refusal(failing: Condition, wanted: QueueConditions, ticket: MatchableTicket): string {
  const { customer } = ticket;
  const not = (what: string, is: string | null, values: readonly string[] | undefined) =>
    `The ${what} is ${is ?? 'not set'}, not ${(values ?? []).join(' or ')}.`;
  switch (failing) {
    case 'channels':
      return not('channel', ticket.channel, wanted.channels);
    case 'routingChannels':
      return not('routing channel', ticket.routingChannel, wanted.routingChannels);
    case 'priorities':
      return not('priority', ticket.priority, wanted.priorities);
    case 'categories':
      return not('category', ticket.category, wanted.categories);
    case 'tiers':
      return not('customer’s tier', customer.tier, wanted.tiers);
    case 'regions':
      return not('customer’s region', customer.region, wanted.regions);
    case 'groupIds':
      return 'It was not given to one of its groups.';
    case 'tags':
      return `It has none of the tags ${(wanted.tags ?? []).join(', ')}.`;
    case 'subject':
      return `The subject has none of the words ${(wanted.subject ?? []).join(', ')}.`;
    case 'fields':
      return `An answer to the form is another than ${(wanted.fields ?? []).map(({ name, values }) => `${name}: ${values.join(' or ') || 'anything'}`).join(', ')}.`;
  }
}

/** A list of nothing asks nothing, as if it were left out: no ticket could ever meet it. */
function isAsked<Value>(wanted: readonly Value[] | undefined): wanted is readonly Value[] {
  return wanted !== undefined && wanted.length > 0;
}

function includes<Value>(wanted: readonly Value[] | undefined, value: Value | null): boolean {
  return !isAsked(wanted) || (value !== null && wanted.includes(value));
}

/** As `includes`, whatever the capitals. */
function isAnyOf(wanted: readonly string[] | undefined, value: string | null): boolean {
  return !isAsked(wanted) || (value !== null && wanted.map(plain).includes(plain(value)));
}

function mentions(words: readonly string[] | undefined, text: string): boolean {
  return !isAsked(words) || words.some((word) => plain(text).includes(plain(word)));
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
