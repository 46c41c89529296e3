/**
 * The plan of Segue as a policy of the yardstick. Translates the simulator's state into a snapshot and the
 * plan's decisions back; every choice is the plan's own.
 */
import { plan } from '../../src/server/features/routing/plan/plan.rules.ts';
import {
  parameters,
  type Parameters,
} from '../../src/server/features/routing/plan/parameters.rules.ts';
import { priceTime, type Prices } from '../../src/server/features/routing/plan/price.rules.ts';
import type {
  ExpectedDemand,
  HeldWork,
  PlanAgent,
  PlanCapacity,
  PlanItem,
  PlanQueue,
  SkillNeed,
  WorkClass,
  WorkKind,
} from '../../src/server/features/routing/plan/snapshot.rules.ts';
import type { Context, SimAgent, SimItem, SimState, Calendar } from './yardstick-types.ts';

export const name = 'segue';

const minute = 60_000;
const classes: readonly WorkClass[] = ['call', 'messaging', 'email', 'email'];
const groups: ReadonlySet<string> = new Set(['everyone']);
const tierWeights = [3, 1.5, 1];
/** Handling-time factor by proficiency, which the yardstick makes public. */
const paceByLevel = [1.3, 1.15, 1, 0.88];
const noRefusals: ReadonlyMap<string, number> = new Map();
const noWork: readonly HeldWork[] = [];

interface Roster {
  readonly ctx: Context;
  readonly kinds: Map<string, WorkKind>;
  readonly pace: Map<string, number>[];
  readonly skills: Map<string, number>[];
  readonly ids: string[];
  readonly capacity: PlanCapacity[];
  readonly items: Map<number, TranslatedItem>;
  readonly chats: number[];
}

interface TranslatedItem extends PlanItem {
  minutesLeft: number;
}

/** A fresh policy for one run. */
export function createPolicy(table: Parameters = parameters) {
  let roster: Roster;
  let prices: Prices | undefined;
  let pricedAt = -1e9;
  let demand: ExpectedDemand[] = [];
  return {
    init(ctx: Context) {
      roster = {
        ctx,
        kinds: new Map(),
        items: new Map(),
        pace: ctx.agents.map(() => new Map()),
        chats: ctx.agents.map(() => 0),
        skills: ctx.agents.map((agent) => skillsOf(agent, ctx.skills)),
        ids: ctx.agents.map((agent) => `a${String(agent.id).padStart(4, '0')}`),
        capacity: ctx.agents.map(({ cap }) => ({
          budget: cap.chat,
          interruptibleBudget: cap.email,
          units: { messaging: 1, email: 1, call: 1 },
          ceiling: { messaging: cap.chat, email: cap.email, call: cap.call },
        })),
      };
    },
    decide(state: SimState) {
      const agents = state.agents
        .filter((agent) => agent.online)
        .map((agent) => agentOf(roster, agent, state));
      const items: PlanItem[] = [];
      for (const item of state.pending) items.push(itemOf(roster, item, state));
      const queues = queuesOf(roster);
      if (state.now - pricedAt >= 5) {
        demand = demandOf(roster, state.now);
        prices = priceTime({ agents, queues, demand, items });
        pricedAt = state.now;
      }
      const snapshot = {
        now: state.now * minute,
        policy: 'risk' as const,
        queues,
        agents,
        items,
        demand,
        ...(prices && { prices }),
      };
      const { assignments, offers } = plan(snapshot, table);
      return [...offers, ...assignments].map(({ item, worker }) => {
        const agentId = Number(worker.agent.id.slice(1));
        if (item.kind.workClass === 'messaging')
          roster.chats[agentId] = (roster.chats[agentId] ?? 0) + 1;
        return { itemId: Number(item.id), agentId };
      });
    },
  };
}

const queueIds = new Map<string, PlanQueue>();
function queuesOf({ kinds }: Roster): PlanQueue[] {
  for (const { queueId } of kinds.values()) {
    if (!queueIds.has(queueId))
      queueIds.set(queueId, {
        id: queueId,
        name: queueId,
        priority: 50,
        groupIds: groups,
        secondaryGroupIds: new Set(),
        ladder: [],
        handOver: 'one_at_a_time',
      });
  }
  return [...queueIds.values()];
}

function agentOf(roster: Roster, agent: SimAgent, state: SimState): PlanAgent {
  const began = agent.shiftEndsAt - (agent.shift[1] - agent.shift[0]);
  return {
    id: roster.ids[agent.id] ?? '',
    name: agent.name,
    status: agent.away ? 'away' : 'online',
    connected: true,
    groupIds: groups,
    skills: roster.skills[agent.id] ?? new Map(),
    capacity: roster.capacity[agent.id] as PlanCapacity,
    used: { messaging: agent.chats, email: agent.emails, call: agent.calls },
    work: agent.current < 0 && agent.inbox.length === 0 ? noWork : heldOf(roster, agent, state),
    idleSince: agent.idleSince * minute,
    lastAt: {
      call: agent.lastAt[0] * minute,
      messaging: agent.lastAt[1] * minute,
      email: agent.lastAt[2] * minute,
    },
    shiftEndsAt: agent.shiftEndsAt * minute,
    pace: roster.pace[agent.id] ?? new Map(),
    chatsPerHour:
      ((roster.chats[agent.id] ?? 0) * 60) /
      Math.max(
        60,
        (state.now % 1440) - agent.shift[0] + (began - began) + Math.floor(state.now / 1440) * 480,
      ),
  };
}

function heldOf(roster: Roster, agent: SimAgent, state: SimState): HeldWork[] {
  const held = (id: number, startedAt: number | null): HeldWork => ({
    item: itemOf(roster, state.items[id] as SimItem, state),
    assignedAt: agent.currentSince * minute,
    startedAt,
    moves: 0,
  });
  return [
    ...(agent.current < 0 ? [] : [held(agent.current, agent.currentSince * minute)]),
    ...agent.inbox.map((id) => held(id, null)),
  ];
}

function itemOf(roster: Roster, item: SimItem, { now, cal }: SimState): PlanItem {
  const known = roster.items.get(item.id);
  const translated = known ?? translate(roster, item);
  if (!known) roster.items.set(item.id, translated);
  translated.minutesLeft =
    item.channel < 2 ? item.dueAt - now : minutesBetween(cal, now, item.dueAt);
  return translated;
}

function minutesBetween(cal: Calendar, from: number, to: number): number {
  return cal.bizOf(to) - cal.bizOf(from);
}

function translate(roster: Roster, item: SimItem): TranslatedItem {
  return {
    id: String(item.id),
    kind: kindOf(roster, item),
    priorityRank: item.priority,
    tierWeight: tierWeights[item.tier] ?? 1,
    eligibleAt: item.arrivedAt * minute,
    dueAt: item.dueAt * minute,
    minutesLeft: 0,
    relaxAt: item.opt === 0 ? null : item.relaxAt * minute,
    preferredAgentId: item.parentAgent < 0 ? null : (roster.ids[item.parentAgent] ?? null),
    refusals: noRefusals,
  };
}

function kindOf(roster: Roster, item: SimItem): WorkKind {
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
  for (const agent of roster.ctx.agents) {
    const level = agent.prof[item.skill] ?? 0;
    roster.pace[agent.id]?.set(id, agent.speed * (paceByLevel[level] ?? 1));
  }
  return kind;
}

/** What the coming hour usually brings, of the kinds seen so far. */
function demandOf(roster: Roster, now: number): ExpectedDemand[] {
  const sums = new Map<WorkKind, number>();
  for (const bin of roster.ctx.forecast) {
    if (bin.t < now || bin.t >= now + 60) continue;
    const topic = roster.ctx.topics[bin.topic];
    for (const kind of roster.kinds.values()) {
      if (!kind.id.startsWith(`${bin.ch}|${topic}|`)) continue;
      const attention = kind.workClass === 'messaging' ? 0.45 : 1;
      sums.set(kind, (sums.get(kind) ?? 0) + bin.n * kind.expectedMinutes * attention);
    }
  }
  return [...sums].map(([kind, minutesPerHour]) => ({ kind, minutesPerHour }));
}

function needsOf(mask: number, skills: readonly string[]): SkillNeed[] {
  return skills.filter((_, bit) => mask & (1 << bit)).map((skill) => ({ skill, level: 1 }));
}

function skillsOf(agent: SimAgent, skills: readonly string[]): Map<string, number> {
  const held = skills.flatMap((skill, bit): [string, number][] =>
    agent.mask & (1 << bit) ? [[skill, agent.prof[bit] ?? 1]] : [],
  );
  return new Map(held);
}
