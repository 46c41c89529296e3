import type { Clock } from '../../platform/clock.ts';
import type { Scope } from '../../platform/db/database.ts';
import { listFacts } from './facts.store.ts';
import { factsOf } from './rules/facts.rules.ts';
import type { TicketFacts } from './rules/facts.types.ts';
import type { ReadySet } from './compiled.ts';

export interface FactsDeps {
  readonly clock: Clock;
  readonly withinHours: (scope: Scope, scheduleId: string, at: Date) => Promise<boolean>;
}

export type FactsReader = ReturnType<typeof createFactsReader>;

/** Reads the facts of tickets as they are now: only those that the rules at hand ask about. */
export function createFactsReader({ clock, withinHours }: FactsDeps) {
  return async (
    scope: Scope,
    ticketIds: readonly string[],
    { needs, schedules }: Pick<ReadySet, 'needs' | 'schedules'>,
  ): Promise<TicketFacts[]> => {
    const now = clock.now();
    const openSchedules = new Set<string>();
    for (const id of schedules) if (await withinHours(scope, id, now)) openSchedules.add(id);
    const rows = await listFacts(scope, ticketIds, needs);
    return rows.map((row) => factsOf(row, { now, openSchedules }));
  };
}
