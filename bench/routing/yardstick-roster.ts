/** What of a run of the yardstick stays the same: people, kinds of work, queues, usual demand. */
import type {
  ExpectedDemand,
  PlanAgent,
  PlanItem,
  PlanQueue,
  SkillNeed,
  WorkClass,
  WorkKind,
} from '../../src/server/features/routing/plan/snapshot.rules.ts';
import type { Context, SimAgent, SimItem } from './yardstick-types.ts';

/** Milliseconds of a minute of the simulator. */
export const minute = 60_000;

const classes: readonly WorkClass[] = ['call', 'messaging', 'email', 'email'];
const everyone: ReadonlySet<string> = new Set(['everyone']);
/** Handling-time factor by proficiency, which the yardstick makes public as a product would learn it. */
const paceByLevel = [1.3, 1.15, 1, 0.88];
/** Attention a minute of chat takes beside others. */
const chatAttention = 0.45;

type Card = Pick<PlanAgent, 'id' | 'name' | 'groupIds' | 'skills' | 'capacity'> & {
  readonly pace: Map<string, number>;
};

export interface Roster {
  readonly ctx: Context;
  readonly handOver: PlanQueue['handOver'];
  readonly cards: readonly Card[];
  readonly kinds: Map<string, WorkKind>;
  readonly queues: Map<string, PlanQueue>;
  readonly items: Map<number, PlanItem & { minutesLeft: number }>;
  /** Moves by item, chats by agent. */
  readonly moves: Map<string, number>;
  readonly chats: number[];
}

/** The roster of a run. */
export function rosterOf(ctx: Context, handOver: PlanQueue['handOver']): Roster {
  return {
    ctx,
    handOver,
    cards: ctx.agents.map((agent) => cardOf(agent, ctx.skills)),
    kinds: new Map(),
    queues: new Map(),
    items: new Map(),
    moves: new Map(),
    chats: ctx.agents.map(() => 0),
  };
}

function cardOf({ id, name, mask, prof, cap }: SimAgent, skills: readonly string[]): Card {
  return {
    id: `a${String(id).padStart(4, '0')}`,
    name,
    groupIds: everyone,
    skills: new Map(
      skills.flatMap((skill, bit): [string, number][] =>
        mask & (1 << bit) ? [[skill, prof[bit] ?? 1]] : [],
      ),
    ),
    capacity: {
      budget: cap.chat,
      interruptibleBudget: cap.email,
      units: { messaging: 1, email: 1, call: 1 },
      ceiling: { messaging: cap.chat, email: cap.email, call: cap.call },
    },
    pace: new Map(),
  };
}

/** The kind of an item; made, with its queue and everybody's pace, when it is first seen. */
export function kindOf(roster: Roster, item: SimItem): WorkKind {
  const id = [item.channel, item.queue, item.hard, item.opt].join('|');
  const known = roster.kinds.get(id);
  if (known) return known;
  const kind: WorkKind = {
    id,
    queueId: item.queue,
    workClass: classes[item.channel] ?? 'email',
    required: needsOf(item.hard, roster.ctx.skills),
    optional: needsOf(item.opt, roster.ctx.skills),
    expectedMinutes: item.expWork,
    spread: item.sigma,
  };
  roster.kinds.set(id, kind);
  roster.queues.set(item.queue, queueOf(item.queue, roster.handOver));
  for (const { id: agent, prof, speed } of roster.ctx.agents) {
    roster.cards[agent]?.pace.set(id, speed * (paceByLevel[prof[item.skill] ?? 0] ?? 1));
  }
  return kind;
}

function queueOf(id: string, handOver: PlanQueue['handOver']): PlanQueue {
  return {
    id,
    name: id,
    priority: 50,
    groupIds: everyone,
    secondaryGroupIds: new Set(),
    ladder: [],
    handOver,
  };
}

function needsOf(mask: number, skills: readonly string[]): SkillNeed[] {
  return skills.filter((_, bit) => mask & (1 << bit)).map((skill) => ({ skill, level: 1 }));
}

/** What the coming hour usually brings, of the kinds seen so far. */
export function demandOf({ ctx, kinds }: Roster, now: number): ExpectedDemand[] {
  const sums = new Map<WorkKind, number>();
  for (const bin of ctx.forecast) {
    if (bin.t < now || bin.t >= now + 60) continue;
    const prefix = `${bin.ch}|${ctx.topics[bin.topic]}|`;
    for (const kind of kinds.values()) {
      if (!kind.id.startsWith(prefix)) continue;
      const attention = kind.workClass === 'messaging' ? chatAttention : 1;
      sums.set(kind, (sums.get(kind) ?? 0) + bin.n * kind.expectedMinutes * attention);
    }
  }
  return [...sums].map(([kind, minutesPerHour]) => ({ kind, minutesPerHour }));
}
