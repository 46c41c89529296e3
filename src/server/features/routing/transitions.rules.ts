/** How a work item changes: pure, from its state and a fact to its next state. */
import type { ChannelClass } from '../../../contracts/people.ts';
import { lackOf, type Loaded } from './capacity.rules.ts';
import type { Claim, HeldReason } from './work.rules.ts';

/** The part of a work item that changes. */
export interface Work {
  readonly id: string;
  readonly queueId: string;
  readonly channelClass: ChannelClass;
  readonly state: 'waiting' | 'offered' | 'assigned' | 'held' | 'done';
  readonly units: number;
  readonly agentId: string | null;
  readonly preferredAgentId: string | null;
  readonly heldReason: HeldReason | null;
  readonly priorityRank: number;
  readonly eligibleAt: Date;
  readonly assignedAt: Date | null;
  /** When its holder began with it; null: it lies there. */
  readonly startedAt: Date | null;
}

export interface FollowFacts {
  readonly work: Work;
  readonly claim: Claim;
  readonly queueId: string;
  readonly priorityRank: number;
  /** Units of each class for the present holder. */
  readonly unitsOf: Readonly<Record<ChannelClass, number>>;
  /** Share of its units that mail keeps while it waits for the customer. */
  readonly waitingShare: number;
  /** Whether work that comes back stays with its last owner instead of being routed. */
  readonly keepOwner: boolean;
  /** Whether the last owner has room for it. */
  readonly hasRoom: boolean;
  readonly now: Date;
}

export interface WorkChange {
  readonly work: Work;
  readonly withdrawOffer: boolean;
  readonly lines: readonly { type: string; data: Record<string, unknown> }[];
}

const inHand = (work: Work) => work.state === 'offered' || work.state === 'assigned';

/** The change a ticket's new claim asks for; null when nothing is different. */
export function followClaim(facts: FollowFacts): WorkChange | null {
  const { work, claim } = facts;
  if (claim.kind === 'done') return finish(facts);
  if (claim.kind === 'held') return hold(facts, claim.reason);
  return inHand(work) || work.state === 'waiting'
    ? stayActive(facts, claim)
    : comeBack(facts, claim);
}

function finish(facts: FollowFacts): WorkChange | null {
  const { work } = facts;
  if (work.state === 'done') return null;
  return {
    work: { ...work, ...owner(work), state: 'done', units: 0, heldReason: null, startedAt: null },
    withdrawOffer: work.state === 'offered',
    lines: inHand(work) ? [released('the work is done')] : [],
  };
}

function hold(facts: FollowFacts, reason: NonNullable<Work['heldReason']>): WorkChange | null {
  const { work, queueId } = facts;
  if (work.state === 'held' && work.heldReason === reason) {
    const requeued = queueId !== work.queueId;
    return requeued ? { work: { ...work, queueId }, withdrawOffer: false, lines: [] } : null;
  }
  const words = reason === 'session_ended' ? 'the chat has ended' : reason.replaceAll('_', ' ');
  return {
    work: {
      ...work,
      ...owner(work),
      queueId,
      state: 'held',
      heldReason: reason,
      units: reason === 'awaiting_customer' ? sharedUnits(facts) : 0,
      startedAt: null,
    },
    withdrawOffer: work.state === 'offered',
    lines: inHand(work) ? [released(words)] : [],
  };
}

/** Units that assigned mail keeps while it waits for the customer. */
function sharedUnits({ work, waitingShare }: FollowFacts): number {
  return work.state === 'assigned' ? Math.round(work.units * waitingShare) : 0;
}

/** Who keeps held or finished work: somebody it was assigned to, never somebody it was only offered to. */
function owner(work: Work): Pick<Work, 'agentId'> {
  return { agentId: work.state === 'offered' || work.state === 'waiting' ? null : work.agentId };
}

type ActiveClaim = Extract<Claim, { kind: 'active' }>;

function stayActive(facts: FollowFacts, claim: ActiveClaim): WorkChange | null {
  const { work } = facts;
  const { channelClass } = claim;
  const reclassified = channelClass !== work.channelClass;
  const requeued = facts.queueId !== work.queueId;
  const reranked = facts.priorityRank !== work.priorityRank;
  const back = work.state === 'offered' && (reclassified || requeued);
  const units = back ? 0 : unitsWhile(facts, claim);
  if (!reclassified && !requeued && !reranked && units === work.units) return null;
  return {
    work: {
      ...work,
      ...(back && { state: 'waiting', agentId: null }),
      channelClass,
      queueId: facts.queueId,
      priorityRank: facts.priorityRank,
      units,
      // The rest of a chat is new work: nobody has begun with it.
      startedAt: back || reclassified ? null : work.startedAt,
    },
    withdrawOffer: back,
    lines: reclassified ? [{ type: 'work.reclassified', data: { to: channelClass } }] : [],
  };
}

/** Assigned work keeps the units it was given with, unless its class or its silence changed. */
function unitsWhile({ work, unitsOf }: FollowFacts, claim: ActiveClaim): number {
  if (work.state !== 'assigned') return work.units;
  if (claim.free) return 0;
  const asks = claim.channelClass !== work.channelClass || work.units === 0;
  return asks ? unitsOf[claim.channelClass] : work.units;
}

function comeBack(facts: FollowFacts, { channelClass }: ActiveClaim): WorkChange {
  const { work } = facts;
  const active = {
    ...work,
    channelClass,
    queueId: facts.queueId,
    priorityRank: facts.priorityRank,
    heldReason: null,
  };
  const stays = facts.keepOwner && work.agentId !== null;
  if (stays && facts.hasRoom) {
    return {
      work: {
        ...active,
        state: 'assigned',
        units: facts.unitsOf[channelClass],
        assignedAt: facts.now,
        startedAt: facts.now,
      },
      withdrawOffer: false,
      lines: [],
    };
  }
  return {
    work: {
      ...active,
      state: 'waiting',
      units: 0,
      agentId: null,
      preferredAgentId: work.agentId,
      eligibleAt: work.state === 'done' ? facts.now : work.eligibleAt,
      assignedAt: null,
      startedAt: null,
    },
    withdrawOffer: false,
    lines: [
      { type: 'work.queued', data: stays ? { why: 'whoever had it has no capacity left' } : {} },
    ],
  };
}

function released(reason: string) {
  return { type: 'work.released', data: { reason } };
}

export type Given =
  | { readonly allowed: true; readonly work: Work; readonly over: boolean }
  | { readonly allowed: false; readonly reason: string };

/** Somebody who is to have work. */
export interface Taker extends Loaded {
  readonly id: string;
}

export interface GiveFacts {
  readonly override: boolean;
  /** What it takes of this agent. */
  readonly units: number;
  /** Whether they begin at once: they took it themselves, or a customer is there. */
  readonly begun: boolean;
  readonly now: Date;
}

/** Gives work to an agent if there is room for it. Held work changes owner and costs nothing. */
export function giveTo(work: Work, agent: Taker, facts: GiveFacts): Given {
  if (work.state === 'done' || work.state === 'held') {
    return { allowed: true, work: { ...work, agentId: agent.id, units: 0 }, over: false };
  }
  // What was only offered to this agent is counted already.
  const own = work.state === 'offered' && work.agentId === agent.id ? work.units : 0;
  const problem = lackOf(agent, work.channelClass, facts.units - own);
  if (problem !== null && !facts.override) return { allowed: false, reason: problem };
  return {
    allowed: true,
    over: problem !== null,
    work: {
      ...work,
      state: 'assigned',
      units: facts.units,
      agentId: agent.id,
      preferredAgentId: null,
      assignedAt: facts.now,
      startedAt: facts.begun || work.channelClass === 'messaging' ? facts.now : null,
    },
  };
}

/** Back into the queue because its holder is away while the customer is there: they are tried first. */
export function returnFromAbsent(work: Work): Work | null {
  const returned = returnToQueue(work);
  return returned === null ? null : { ...returned, preferredAgentId: work.agentId };
}

/** Back into the queue; null when nobody had it. */
export function returnToQueue(work: Work): Work | null {
  if (!inHand(work)) return null;
  return {
    ...work,
    state: 'waiting',
    units: 0,
    agentId: null,
    preferredAgentId: null,
    assignedAt: null,
    startedAt: null,
  };
}
