/** What a plan is made from: the state of a workspace at one instant, as plain values. */
import type { AgentStatus } from '../../../../contracts/people.ts';
import type { Prices } from './price.rules.ts';

/** Classes of work a capacity rule tells apart. A follow-up of a chat is mail. */
export type WorkClass = 'messaging' | 'email' | 'call';

export type PerClass<Value> = Readonly<Record<WorkClass, Value>>;

/** A skill and the lowest level that will do. */
export interface SkillNeed {
  readonly skill: string;
  readonly level: number;
}

/** A rung of a queue's relaxation ladder: what changes once work has waited that long. */
export interface LadderStep {
  readonly afterMinutes: number;
  /** Replaces the required skills; undefined leaves them. */
  readonly required?: readonly SkillNeed[];
  /** Serve the queue in addition to its own groups. */
  readonly groupIds?: readonly string[];
  /** Ranks by which the priority rises. */
  readonly raise?: number;
}

export interface PlanQueue {
  readonly id: string;
  /** The queue people set up, where a plan needs several of it; absent: itself. */
  readonly setUpAs?: string;
  readonly name: string;
  /** 1 is served first. */
  readonly priority: number;
  readonly groupIds: ReadonlySet<string>;
  /** Asked only when nobody of `groupIds` has room. */
  readonly secondaryGroupIds: ReadonlySet<string>;
  /** Steps in order of time, on the clock of each piece's own wait. */
  readonly ladder: readonly LadderStep[];
  /** Whether an agent holds one undisturbed piece of mail at a time or an inbox up to capacity. */
  readonly handOver: 'one_at_a_time' | 'fill';
}

/**
 * What pieces of work have in common. Items that share the object share its candidates, so whoever
 * builds a snapshot makes each kind once.
 */
export interface WorkKind {
  readonly id: string;
  readonly queueId: string;
  readonly workClass: WorkClass;
  readonly required: readonly SkillNeed[];
  /** Wished for, the most wanted first; given up one after the other until the item's `relaxAt`. */
  readonly optional: readonly SkillNeed[];
  /** Learned mean handling time of an ordinary agent, and the sigma of its lognormal. */
  readonly expectedMinutes: number;
  readonly spread: number;
}

export interface PlanItem {
  readonly id: string;
  readonly kind: WorkKind;
  /** 0 urgent to 3 low. */
  readonly priorityRank: number;
  /** How much the customer counts; 1 is ordinary. */
  readonly tierWeight: number;
  /** Milliseconds since the epoch, like every instant here. */
  readonly eligibleAt: number;
  /** Deadline of the next reply; null: none is promised. */
  readonly dueAt: number | null;
  /** Working minutes from now to `dueAt` on the calendar of its policy; below 0 once it is missed. */
  readonly minutesLeft: number | null;
  /** From when all optional skills are given up; null: at once. */
  readonly relaxAt: number | null;
  /** Who had it, or the chat it comes from, before. */
  readonly preferredAgentId: string | null;
  /** Agents who let it go, and until when they are left alone with it. */
  readonly refusals: ReadonlyMap<string, number>;
}

/** Work in somebody's hands. */
export interface HeldWork {
  readonly item: PlanItem;
  readonly assignedAt: number;
  /** Null while nobody has begun: only such work may be taken back. */
  readonly startedAt: number | null;
  /** How often a plan has taken it from somebody. */
  readonly moves: number;
}

/** What an agent may carry, in units. */
export interface PlanCapacity {
  readonly budget: number;
  /** A budget of its own for mail, on top of which live work may come; null: all classes share `budget`. */
  readonly interruptibleBudget: number | null;
  readonly units: PerClass<number>;
  /** Units of kinds that weigh more or less than their class, by kind id. */
  readonly unitsOfKind?: ReadonlyMap<string, number>;
  readonly ceiling: PerClass<number>;
}

export interface PlanAgent {
  readonly id: string;
  readonly name: string;
  readonly status: AgentStatus;
  /** Classes a status of the workspace's own takes; absent: `status` decides. */
  readonly takes?: ReadonlySet<WorkClass>;
  readonly connected: boolean;
  readonly groupIds: ReadonlySet<string>;
  /** Level by skill. */
  readonly skills: ReadonlyMap<string, number>;
  readonly capacity: PlanCapacity;
  /** Units in use, offers included. */
  readonly used: PerClass<number>;
  /** Pieces in hand; absent: as many as `used` comes to. */
  readonly pieces?: PerClass<number>;
  /** Kinds of which this agent has had enough for now, by id. */
  readonly rested?: ReadonlySet<string>;
  /** Mail is offered to them that they have not answered; absent: none is. */
  readonly askedMail?: boolean;
  /** Work in hand that a plan has to know: mail begun or waiting. */
  readonly work: readonly HeldWork[];
  readonly idleSince: number | null;
  readonly lastAt: PerClass<number | null>;
  readonly shiftEndsAt: number | null;
  /** Their shift is over or nearly so: nothing comes from a plan. */
  readonly shiftEnds?: boolean;
  /** Learned handling time by kind, as a factor on the kind's mean: 0.8 is fast. */
  readonly pace: ReadonlyMap<string, number>;
  /** Chats for each hour at the desk in this shift; what fairness compares. */
  readonly chatsPerHour: number;
}

/** Work of one kind that usually arrives, in minutes of handling an hour. */
export interface ExpectedDemand {
  readonly kind: WorkKind;
  readonly minutesPerHour: number;
}

/** Pieces that plans took from people at their desks within the last hour, by agent and by queue. */
export interface RecentMoves {
  readonly agents: ReadonlyMap<string, number>;
  readonly queues: ReadonlyMap<string, number>;
}

export type RoutingPolicy = 'risk' | 'priority' | 'round_robin' | 'least_loaded' | 'longest_idle';

export interface Snapshot {
  readonly now: number;
  readonly policy: RoutingPolicy;
  readonly queues: readonly PlanQueue[];
  readonly agents: readonly PlanAgent[];
  /** Waiting work. */
  readonly items: readonly PlanItem[];
  /** Mail is offered, to each agent one piece at a time; absent: it is handed over outright. */
  readonly asksMail?: boolean;
  /** What usually comes in; absent: nothing is known. */
  readonly demand?: readonly ExpectedDemand[];
  /** Absent: none. */
  readonly moves?: RecentMoves;
  /** What `priceTime` found a minute ago or less; undefined: every agent's time costs the same. */
  readonly prices?: Prices;
}
