/** Agents as a plan uses them up: room in units, and what a class of work needs of it. */
import type { Parameters } from './parameters.rules.ts';
import type { PlanAgent, WorkClass } from './snapshot.rules.ts';

/** An agent during a plan. The counts change as the plan gives work away. */
export interface Worker {
  readonly agent: PlanAgent;
  readonly used: Record<WorkClass, number>;
  /** Pieces of mail and chats in hand. */
  mails: number;
  chats: number;
  /** Mail is offered to them that they have not answered. */
  askedMail: boolean;
  /** Work given in this plan, for turns that last longer than an instant. */
  turn: number;
}

/** Why an agent has no room for a class of work. */
export type Shortage = 'on_call' | 'budget_full' | 'channel_full';

/** Whether work of this class happens now, with a customer at the other end. */
export function isLive(workClass: WorkClass): boolean {
  return workClass !== 'email';
}

/** A fresh worker of each agent, by id. */
export function workersOf(agents: readonly PlanAgent[]): Worker[] {
  const inOrder = agents.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return inOrder.map((agent) => ({
    agent,
    used: { ...agent.used },
    mails: pieces(agent, 'email'),
    chats: pieces(agent, 'messaging'),
    askedMail: agent.askedMail ?? false,
    turn: 0,
  }));
}

/** Null when the agent has room for one more piece. Calls are exclusive: nothing beside one, and none beside a chat. */
export function shortageOf(worker: Worker, workClass: WorkClass, kindId?: string): Shortage | null {
  const { capacity } = worker.agent;
  const { used } = worker;
  if (used.call > 0) return 'on_call';
  if (workClass === 'call' && used.messaging > 0) return 'channel_full';
  return spareAfter(worker, workClass, kindId) >= 0
    ? null
    : used[workClass] + unitsOf(worker, workClass, kindId) > capacity.ceiling[workClass]
      ? 'channel_full'
      : 'budget_full';
}

/** Units left after one more piece of this class: the tighter of budget and ceiling. */
export function spareAfter(worker: Worker, workClass: WorkClass, kindId?: string): number {
  const { capacity } = worker.agent;
  const { used } = worker;
  const units = unitsOf(worker, workClass, kindId);
  const live = used.messaging + used.call;
  const budget =
    capacity.interruptibleBudget === null
      ? capacity.budget - live - used.email
      : workClass === 'email'
        ? capacity.interruptibleBudget - used.email
        : capacity.budget - live;
  return Math.min(budget, capacity.ceiling[workClass] - used[workClass]) - units;
}

/** Share of the budgets in use. */
export function usedShare({ agent, used }: Worker): number {
  const { budget, interruptibleBudget } = agent.capacity;
  const all = used.messaging + used.call + used.email;
  return all / Math.max(1, budget + (interruptibleBudget ?? 0));
}

/**
 * Late binding: whether an agent can begin a piece of mail now. One in hand is enough, and beside a call
 * or a full row of chats it would only lie there.
 */
export function canBeginMail(worker: Worker, table: Parameters): boolean {
  return (
    worker.mails === 0 && worker.used.call === 0 && mailRate(worker, table) >= table.leastMailRate
  );
}

/** Rate at which this agent's mail goes on beside the chats in hand. */
export function mailRate(worker: Worker, table: Parameters): number {
  return table.mailRate[worker.chats] ?? 0;
}

/** Units a piece of this kind takes of the agent; without a kind those of its class. */
export function unitsOf({ agent }: Worker, workClass: WorkClass, kindId?: string): number {
  const { units, unitsOfKind } = agent.capacity;
  return (kindId === undefined ? undefined : unitsOfKind?.get(kindId)) ?? units[workClass];
}

/** Takes up room. */
export function take(worker: Worker, workClass: WorkClass, kindId?: string): void {
  worker.used[workClass] += unitsOf(worker, workClass, kindId);
  worker.turn += 1;
  if (workClass === 'email') {
    worker.mails += 1;
    worker.askedMail = true;
  } else if (workClass === 'messaging') worker.chats += 1;
}

function pieces(agent: PlanAgent, workClass: WorkClass): number {
  if (agent.pieces) return agent.pieces[workClass];
  return Math.round(agent.used[workClass] / Math.max(1, agent.capacity.units[workClass]));
}
