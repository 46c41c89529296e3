/** Small decisions of the board that need no screen. */
import type { BoardAgent, BoardQueue, BoardWork } from '../../../contracts/board.ts';
import type { AgentStatus, CapacityUse } from '../../../contracts/people.ts';
import type { Bulk, BulkAct } from '../../../contracts/views.ts';
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
  | {
      readonly kind: 'agent';
      readonly id: string;
      readonly name: string;
      /** Why it is given beyond what they may carry. */
      readonly override?: string;
    }
  | { readonly kind: 'back' }
  | { readonly kind: 'queue'; readonly queue: Pick<BoardQueue, 'id' | 'name'> };

/** What a bulk was refused that a supervisor may do all the same, if they say why. */
const beyondCodes = new Set<string | null>(['capacity_exceeded', 'agent_unavailable']);

/** Tickets that bulks left alone only because their agent has no room, or takes nothing by name, right now. */
export function beyondRoom(
  done: readonly Pick<Bulk, 'exceptions'>[],
): { readonly ids: readonly string[]; readonly reason: string } | null {
  const refused = done
    .flatMap(({ exceptions }) => exceptions)
    .filter(({ state, code }) => state === 'skipped' && beyondCodes.has(code));
  const [first] = refused;
  return first ? { ids: refused.map(({ ticketId }) => ticketId), reason: first.reason } : null;
}

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
      const { id: agentId, override } = target;
      const beyond = override === undefined ? { why } : { why: override, override: true };
      return [{ act: { kind: 'assign', agentId, ...beyond }, ids }];
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
