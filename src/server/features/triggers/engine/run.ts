import type { Database, Scope } from '../../../platform/db/database.ts';
import type { Log } from '../../../platform/log.ts';
import { lockTicket } from '../../tickets/index.ts';
import type { createReadySets, ReadySet, ReadyTrigger } from '../compiled.ts';
import type { FactsReader } from '../facts.ts';
import type { TicketFacts } from '../rules/facts.types.ts';
import { happeningsOf, withSnapshot, type Happening } from '../rules/happenings.rules.ts';
import {
  findSnapshot,
  listCauses,
  listRunsFor,
  mostCauses,
  markCauses,
  saveSnapshot,
} from '../runs.store.ts';
import { listDue } from '../sweep.store.ts';
import { causeOfTimed, hasRunFor, noChange, windowsOf } from '../rules/timed.rules.ts';
import type { ChainRunner } from './chain.ts';

export interface RunDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly readySets: ReturnType<typeof createReadySets>;
  readonly facts: FactsReader;
  readonly chain: ChainRunner;
  readonly log: Log;
}

/** Tickets of one rule that a sweep looks at in one go. */
const batch = 500;

/** Runs rules: on what happened to a ticket, and by the clock. */
export function createTriggerRunner({ database, now, readySets, facts, chain, log }: RunDeps) {
  return {
    /**
     * Asks the rules about everything that has happened to a ticket and that they have not been asked
     * about. Asking, acting and remembering are one transaction under the ticket's lock: a kill at any
     * moment leaves all of it or nothing, and running again finds nothing left.
     */
    async onTicket(workspaceId: string, ticketId: string): Promise<void> {
      for (let left = true; left;) {
        left = await database.inWorkspace(workspaceId, async (scope) => {
          const set = await readySets(scope);
          if (set === null || set.onEvents.length === 0) return false;
          if (!(await lockTicket(scope, ticketId))) return false;
          const causes = await listCauses(scope, ticketId, set.since);
          if (causes.length === 0) return false;
          await markCauses(scope, ticketId, causes);
          await askAbout(scope, { ticketId, set, happenings: happeningsOf(causes) });
          return causes.length === mostCauses;
        });
      }
    },

    /** Runs the rules by the clock on the tickets for which their time has come. True while there are such rules. */
    async byClock(workspaceId: string): Promise<boolean> {
      const set = await database.inWorkspace(workspaceId, readySets);
      if (set === null) return false;
      for (const ready of set.byClock) {
        try {
          for (const ticketId of await findDue(workspaceId, set, ready)) {
            await runTimed(workspaceId, ticketId, { set, ready });
          }
        } catch (error) {
          // The next look comes in a minute; the other rules must not wait for this one.
          log.error({ err: error, triggerId: ready.trigger.id }, 'rule by the clock failed');
        }
      }
      return set.byClock.length > 0;
    },
  };

  async function askAbout(
    scope: Scope,
    asking: { ticketId: string; set: ReadySet; happenings: readonly Happening[] },
  ): Promise<void> {
    const { ticketId, set, happenings } = asking;
    const before = await findSnapshot(scope, ticketId);
    const [start] = await facts(scope, [ticketId], set);
    if (!start) return;
    let known = start;
    for (const [index, happening] of happenings.entries()) {
      const last = index === happenings.length - 1;
      const earlier = happenings.slice(0, index);
      known = await chain(scope, {
        ticketId,
        facts: known,
        set,
        change: last
          ? withSnapshot(happening.change, untold(before, earlier, start), start.tracked)
          : happening.change,
        rules: set.onEvents.filter(({ trigger }) => isOnSince(trigger.enabledAt, happening.at)),
        causeOf: () => happening.causes[0]?.id ?? '',
      });
    }
    await saveSnapshot(scope, ticketId, known.tracked);
  }

  /** Tickets for which a rule holds now; read in pages, outside of the transactions that act. */
  async function findDue(
    workspaceId: string,
    set: ReadySet,
    ready: ReadyTrigger,
  ): Promise<string[]> {
    const due: string[] = [];
    for (let after: string | null = null; ;) {
      const from: string | null = after;
      const page = await database.inWorkspace(workspaceId, async (scope) => {
        const ids = await listDue(scope, {
          triggerId: ready.trigger.id,
          windows: windowsOf(ready.trigger, now()),
          after: from,
          limit: batch,
        });
        const known = await facts(scope, ids, set);
        const holds = known.filter((one) => ready.evaluate(one, noChange).matched);
        const earlier = await listRunsFor(
          scope,
          ready.trigger.id,
          holds.map((one) => one.ticketId),
        );
        const left = holds.filter(
          (one) => !hasRunFor(ready.trigger, one, earlier.get(one.ticketId)),
        );
        return { ids, holds: left };
      });
      due.push(...page.holds.map(({ ticketId }) => ticketId));
      if (page.ids.length < batch) return due;
      after = page.ids.at(-1) ?? null;
    }
  }

  async function runTimed(
    workspaceId: string,
    ticketId: string,
    { set, ready }: { set: ReadySet; ready: ReadyTrigger },
  ): Promise<void> {
    await database.inWorkspace(workspaceId, async (scope) => {
      if (!(await lockTicket(scope, ticketId))) return;
      const [known] = await facts(scope, [ticketId], set);
      if (!known) return;
      await chain(scope, {
        ticketId,
        facts: known,
        set,
        change: noChange,
        rules: [ready],
        causeOf: ({ trigger }, now: TicketFacts) => causeOfTimed(trigger, now),
      });
    });
  }
}

function isOnSince(enabledAt: Date | null, at: Date): boolean {
  return enabledAt !== null && enabledAt <= at;
}

/** The snapshot without the fields whose change an earlier event of the same run has told. */
function untold(
  before: TicketFacts['tracked'] | null,
  earlier: readonly Happening[],
  now: TicketFacts,
): TicketFacts['tracked'] | null {
  if (before === null) return null;
  const told = new Set(earlier.flatMap(({ change }) => Object.keys(change.fields)));
  const entries = Object.entries(before).map(([field, value]) => [
    field,
    told.has(field) ? now.tracked[field as keyof TicketFacts['tracked']] : value,
  ]);
  return Object.fromEntries(entries) as TicketFacts['tracked'];
}
