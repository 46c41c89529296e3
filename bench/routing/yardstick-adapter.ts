/**
 * The plan of Segue as a policy of the yardstick. Translates the simulator's state into a snapshot and the
 * plan's decisions back; every choice is the plan's own.
 */
import {
  parameters,
  type Parameters,
} from '../../src/server/features/routing/plan/parameters.rules.ts';
import { plan, type Plan } from '../../src/server/features/routing/plan/plan.rules.ts';
import { priceTime, type Prices } from '../../src/server/features/routing/plan/price.rules.ts';
import type {
  ExpectedDemand,
  HeldWork,
  PlanAgent,
  PlanItem,
  PlanQueue,
  RoutingPolicy,
  Snapshot,
} from '../../src/server/features/routing/plan/snapshot.rules.ts';
import { demandOf, kindOf, minute, rosterOf, type Roster } from './yardstick-roster.ts';
import type { Context, SimAgent, SimItem, SimState } from './yardstick-types.ts';

export const name = 'segue';

/** What a run may vary to leave an ingredient out. */
export interface AdapterOptions {
  readonly table?: Parameters;
  readonly policy?: RoutingPolicy;
  readonly handOver?: PlanQueue['handOver'];
}

interface Pricing {
  readonly at: number;
  readonly prices: Prices;
  readonly demand: ExpectedDemand[];
}

/** Minutes between two looks at the prices of time. */
const pricedEvery = 5;
const tierWeights = [3, 1.5, 1];
const noRefusals: ReadonlyMap<string, number> = new Map();
const noWork: readonly HeldWork[] = [];

/** A fresh policy for one run. */
export function createPolicy(options: AdapterOptions = {}) {
  const { table = parameters, policy = 'risk', handOver = 'one_at_a_time' } = options;
  let roster: Roster;
  let pricing: Pricing | undefined;
  return {
    init(ctx: Context) {
      roster = rosterOf(ctx, handOver);
    },
    decide(state: SimState) {
      const items: PlanItem[] = [];
      for (const item of state.pending) items.push(itemOf(roster, item, state));
      const facts = {
        queues: [...roster.queues.values()],
        agents: state.agents
          .filter((agent) => agent.online)
          .map((agent) => agentOf(roster, agent, state)),
        items,
      };
      if (!pricing || state.now - pricing.at >= pricedEvery) {
        const demand = demandOf(roster, state.now);
        pricing = { at: state.now, demand, prices: priceTime({ ...facts, demand }) };
      }
      const { prices, demand } = pricing;
      const snapshot: Snapshot = { now: state.now * minute, policy, ...facts, demand, prices };
      return answerOf(roster, plan(snapshot, { table }));
    },
  };
}

/** Work taken back and given on is one move; what finds no new owner goes back to the queue. */
function answerOf(roster: Roster, { offers, assignments, returns }: Plan) {
  const moved = new Set(assignments.map(({ item }) => item.id));
  for (const { item, agentId } of offers) {
    if (item.kind.workClass !== 'messaging') continue;
    const agent = numberOf(agentId);
    roster.chats[agent] = (roster.chats[agent] ?? 0) + 1;
  }
  for (const { item } of returns) roster.moves.set(item.id, (roster.moves.get(item.id) ?? 0) + 1);
  const homeless = returns.filter(({ item }) => !moved.has(item.id));
  return [
    ...homeless.map(({ item }) => ({ itemId: Number(item.id), agentId: null })),
    ...[...offers, ...assignments].map(({ item, agentId }) => ({
      itemId: Number(item.id),
      agentId: numberOf(agentId),
    })),
  ];
}

function numberOf(agentId: string): number {
  return Number(agentId.slice(1));
}

function agentOf(roster: Roster, agent: SimAgent, state: SimState): PlanAgent {
  const card = roster.cards[agent.id];
  if (!card) throw new Error(`There is no agent ${agent.id}.`);
  const [call, messaging, email] = agent.lastAt;
  const chats = roster.chats[agent.id] ?? 0;
  return {
    ...card,
    status: agent.away ? 'away' : 'online',
    connected: true,
    used: { messaging: agent.chats, email: agent.emails, call: agent.calls },
    work: agent.current < 0 && agent.inbox.length === 0 ? noWork : heldOf(roster, agent, state),
    idleSince: agent.idleSince * minute,
    lastAt: { call: call * minute, messaging: messaging * minute, email: email * minute },
    shiftEndsAt: agent.shiftEndsAt * minute,
    chatsPerHour: (chats * 60) / Math.max(60, minutesAtDesk(agent, state.now)),
  };
}

/** Minutes on shift on all days so far. */
function minutesAtDesk({ shift: [from, to] }: SimAgent, now: number): number {
  return Math.floor(now / 1440) * (to - from) + Math.max(0, (now % 1440) - from);
}

/** The simulator does not say since when an unbegun piece has been in somebody's inbox: as long as the one before it. */
function heldOf(roster: Roster, agent: SimAgent, state: SimState): HeldWork[] {
  const held = (id: number, startedAt: number | null): HeldWork[] => {
    const item = state.items[id];
    const moves = roster.moves.get(String(id)) ?? 0;
    const assignedAt = agent.currentSince * minute;
    return item ? [{ item: itemOf(roster, item, state), assignedAt, startedAt, moves }] : [];
  };
  return [
    ...held(agent.current, agent.currentSince * minute),
    ...agent.inbox.flatMap((id) => held(id, null)),
  ];
}

function itemOf(roster: Roster, item: SimItem, { now, cal }: SimState): PlanItem {
  const known = roster.items.get(item.id) ?? translate(roster, item);
  known.minutesLeft = item.channel < 2 ? item.dueAt - now : cal.bizOf(item.dueAt) - cal.bizOf(now);
  return known;
}

function translate(roster: Roster, item: SimItem) {
  const made = {
    id: String(item.id),
    kind: kindOf(roster, item),
    priorityRank: item.priority,
    tierWeight: tierWeights[item.tier] ?? 1,
    eligibleAt: item.arrivedAt * minute,
    dueAt: item.dueAt * minute,
    minutesLeft: 0,
    relaxAt: item.opt === 0 ? null : item.relaxAt * minute,
    preferredAgentId: roster.cards[item.parentAgent]?.id ?? null,
    refusals: noRefusals,
  };
  roster.items.set(item.id, made);
  return made;
}
