/**
 * Which queue a ticket enters: the one a rule put it into, one that its group serves, the first in the list
 * whose conditions all hold, else the default one.
 */
import type { QueueConditions } from '../../../contracts/routing.ts';
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
  return (
    includes(conditions.channels, ticket.channel) &&
    includes(conditions.routingChannels, ticket.routingChannel) &&
    includes(conditions.priorities, ticket.priority) &&
    (conditions.categories === undefined ||
      (ticket.category !== null && conditions.categories.includes(ticket.category))) &&
    (conditions.tags === undefined || conditions.tags.some((tag) => ticket.tags.includes(tag)))
  );
}

function includes<Value>(wanted: readonly Value[] | undefined, value: Value): boolean {
  return wanted === undefined || wanted.includes(value);
}
