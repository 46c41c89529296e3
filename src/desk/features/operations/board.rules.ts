/** Small decisions of the board that need no screen. */
import type { BoardAgent, BoardQueue, BoardWork } from '../../../contracts/board.ts';
import type { AgentStatus, CapacityUse } from '../../../contracts/people.ts';
import type { BulkAct } from '../../../contracts/views.ts';
import type { CapacityChannel } from '../../ui/capacity-meter.tsx';

type Metered = Extract<CapacityChannel, 'messaging' | 'email' | 'voice'>;

/** Units by the channels of the meter; what is in use beside chats and mail is a call. */
export function unitsOf({ used, channels }: CapacityUse): Record<Metered, number> {
  const [messaging, email] = [channels.messaging.used, channels.email.used];
  return { messaging, email, voice: used - messaging - email };
}

/** How many pieces of work somebody has in hand. */
export function inHand({ capacity }: Pick<BoardAgent, 'capacity'>): number {
  return Object.values(capacity.channels).reduce((sum, { items }) => sum + items, 0);
}

/** Somebody whose desk is closed is not there, whatever they chose. */
export function presenceOf({
  status,
  connected,
}: Pick<BoardAgent, 'status' | 'connected'>): AgentStatus {
  return connected ? status : 'offline';
}

/** Those who are there and not on the phone first, then those with most room. */
export function byRoom(agents: readonly BoardAgent[]): BoardAgent[] {
  const rank = (agent: BoardAgent) =>
    presenceOf(agent) === 'online' && agent.onCallSince === null ? 0 : 1;
  const free = ({ capacity }: BoardAgent) => capacity.budget - capacity.used;
  return agents.toSorted(
    (one, two) =>
      rank(one) - rank(two) || free(two) - free(one) || one.name.localeCompare(two.name),
  );
}

/** Where work goes: to an agent, back to its own queue, or into another queue. */
export type Target =
  | { readonly kind: 'agent'; readonly id: string; readonly name: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'queue'; readonly queue: Pick<BoardQueue, 'id' | 'name'> };

/** One bulk of a reassignment. */
export type Step = { readonly act: BulkAct; readonly ids: string[] };

/**
 * The bulks that take work to its target. What comes from another queue is put into it whatever the conditions
 * of queues say, until somebody chooses a group; what is there already only goes back.
 */
export function stepsTo(
  target: Target,
  rows: readonly Pick<BoardWork, 'ticketId' | 'queue'>[],
  why: string,
): Step[] {
  const ids = rows.map(({ ticketId }) => ticketId);
  switch (target.kind) {
    case 'agent': {
      return [{ act: { kind: 'assign', agentId: target.id, why }, ids }];
    }
    case 'back':
      return [{ act: { kind: 'assign', agentId: null, why }, ids }];
    case 'queue': {
      const { id: queueId } = target.queue;
      const here = (row: (typeof rows)[number]) => row.queue.id === queueId;
      const moved = rows.filter((row) => !here(row)).map(({ ticketId }) => ticketId);
      const back = rows.filter(here).map(({ ticketId }) => ticketId);
      const steps: Step[] = [
        { act: { kind: 'queue', queueId, why }, ids: moved },
        { act: { kind: 'assign', agentId: null, why }, ids: back },
      ];
      return steps.filter((step) => step.ids.length > 0);
    }
  }
}
