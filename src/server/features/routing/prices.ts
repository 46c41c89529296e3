import type { Scope } from '../../platform/db/database.ts';
import type { KindBook } from './kinds.rules.ts';
import { priceTime, type Prices } from './plan/price.rules.ts';
import type { ExpectedDemand, Snapshot } from './plan/snapshot.rules.ts';
import { listArrivals } from './snapshot.store.ts';

/** Prices are good for this long, and what came in within this many hours is what usually comes in. */
const freshMs = 60_000;
const arrivalHours = 2;
/** Pairs of kinds and agents that one pricing looks at; beyond, the rarest kinds are left out. */
const mostPairs = 150_000;

/** Remembers the prices of each workspace's time for a minute; making them for every plan would cost more than they change. */
export function createPriceBook() {
  const known = new Map<string, { readonly at: number; readonly prices: Prices }>();
  return {
    async pricesOf(
      scope: Scope,
      { snapshot, kinds, now }: { snapshot: Snapshot; kinds: KindBook; now: Date },
    ): Promise<Prices> {
      const before = known.get(scope.workspaceId);
      const age = now.getTime() - (before?.at ?? 0);
      if (before && age >= 0 && age < freshMs) return before.prices;
      const most = Math.max(5, Math.floor(mostPairs / Math.max(1, snapshot.agents.length)));
      const demand = (await demandOf(scope, kinds, now)).slice(0, most);
      const counted = new Set(demand.map(({ kind }) => kind.id));
      for (const { kind } of snapshot.items) if (counted.size < most) counted.add(kind.id);
      const prices = priceTime({
        agents: snapshot.agents,
        queues: kinds.queues(),
        demand,
        items: snapshot.items.filter(({ kind }) => counted.has(kind.id)),
      });
      known.set(scope.workspaceId, { at: now.getTime(), prices });
      return prices;
    },
  };
}

async function demandOf(scope: Scope, kinds: KindBook, now: Date): Promise<ExpectedDemand[]> {
  const since = new Date(now.getTime() - arrivalHours * 3_600_000);
  return (await listArrivals(scope, since)).flatMap((row) => {
    const kind = kinds.kindOf({
      queueId: row.queue_id,
      channelClass: row.channel_class,
      needs: row.needs,
      category: null,
      priorityRank: 2,
      slow: false,
    });
    return kind
      ? [{ kind, minutesPerHour: (row.count / arrivalHours) * kind.expectedMinutes }]
      : [];
  });
}
