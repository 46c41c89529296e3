import type { Scope } from '../../../platform/db/database.ts';
import type { Core } from '../../../platform/core.ts';
import { createHistorian } from '../../history/index.ts';
import type { ReadySet, ReadyTrigger } from '../compiled.ts';
import type { FactsReader } from '../facts.ts';
import { listNames } from '../lists.store.ts';
import type { Condition } from '../../../../contracts/trigger-conditions.ts';
import { mergeChanges, changeOf, type Cause } from '../rules/happenings.rules.ts';
import type { TicketChange, TicketFacts } from '../rules/facts.types.ts';
import { describeCondition, type NameOf } from '../rules/words.rules.ts';
import { claimRun, countRunsOf, finishRun, listCauses, markCauses } from '../runs.store.ts';
import { triggerActor, type createActor } from './act.ts';

/** Rules that one event may start, one after the other, before the chain is cut. */
export const mostInChain = 20;
/** How often one rule may run on one ticket in an hour: what goes round through the outside ends here. */
export const mostInHour = 30;
const hourMs = 3_600_000;

export interface ChainDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly facts: FactsReader;
  readonly act: ReturnType<typeof createActor>;
}

/** An event on a ticket, with the rules that are asked about it. */
export interface ChainStart {
  readonly ticketId: string;
  /** The ticket as it is now. */
  readonly facts: TicketFacts;
  /** Names the event in the records of runs: a rule runs once for it. */
  readonly causeOf: (ready: ReadyTrigger, facts: TicketFacts) => string;
  readonly change: TicketChange;
  readonly set: ReadySet;
  /** The rules to ask, in order. */
  readonly rules: readonly ReadyTrigger[];
}

export type ChainRunner = ReturnType<typeof createChainRunner>;

/**
 * Runs the rules for one event. They are asked in order; after one that did something the facts are read
 * again, what it changed counts as part of the event, and asking begins anew with those that have not
 * run. Each rule runs at most once, so that a chain ends; what the bounds cut off is in the history.
 */
export function createChainRunner(deps: ChainDeps) {
  const { clock, ids } = deps;
  const tell = createHistorian(deps);

  /** Answers with the ticket as it is afterwards. */
  return async (scope: Scope, start: ChainStart): Promise<TicketFacts> => {
    const asked = { ran: new Set<string>(), change: start.change };
    let { facts } = start;
    for (;;) {
      const next = findNext(start, asked, facts);
      if (next === null) return facts;
      if (asked.ran.size >= mostInChain) {
        await cut(scope, start, next.ready, `after ${mostInChain} rules for one event`);
        return facts;
      }
      asked.ran.add(next.ready.trigger.id);
      const outcome = await run(scope, start, { ...next, facts });
      if (outcome === null) continue;
      asked.change = mergeChanges(asked.change, changeOf(outcome.caused));
      facts = (await readOne(scope, start)) ?? facts;
      if (outcome.stop) return facts;
    }
  };

  async function readOne(scope: Scope, { ticketId, set }: ChainStart): Promise<TicketFacts | null> {
    return (await deps.facts(scope, [ticketId], set))[0] ?? null;
  }

  /** Runs one rule; null where it has run for this event before, or too often. */
  async function run(
    scope: Scope,
    start: ChainStart,
    found: { ready: ReadyTrigger; because: readonly Condition[]; facts: TicketFacts },
  ) {
    const { ticketId, set } = start;
    const { trigger } = found.ready;
    const at = clock.now();
    const lately = await countRunsOf(scope, ticketId, new Date(at.getTime() - hourMs));
    if ((lately.get(trigger.id) ?? 0) >= mostInHour) {
      await cut(scope, start, found.ready, `after ${mostInHour} times in an hour`);
      return null;
    }
    const id = ids.next();
    const cause = start.causeOf(found.ready, found.facts);
    if (!(await claimRun(scope, { id, triggerId: trigger.id, ticketId, cause, at }))) return null;
    const names = await listNames(scope);
    const nameOf: NameOf = (key) => names.get(key) ?? key;
    const because = found.because.map((condition) => describeCondition(condition, nameOf));
    const actor = triggerActor(trigger.id);
    const { done, failed, stop } = await deps.act(
      scope,
      { trigger, ticketId, actor, because },
      nameOf,
    );
    await finishRun(scope, id, { because, done, failed });
    const data = { rule: trigger.name, because, done, failed };
    await tell(scope, { ticketId, type: 'trigger.ran', actor, data });
    // What the rule itself wrote is part of this event and starts none of its own.
    const caused: Cause[] = await listCauses(scope, ticketId, set.since);
    await markCauses(scope, ticketId, caused);
    return { caused, stop };
  }

  async function cut(
    scope: Scope,
    { ticketId }: ChainStart,
    { trigger }: ReadyTrigger,
    why: string,
  ): Promise<void> {
    await tell(scope, {
      ticketId,
      type: 'trigger.stopped',
      actor: triggerActor(trigger.id),
      data: { rule: trigger.name, why },
    });
  }
}

/** The first rule that matches and has not run for this event. */
function findNext(
  { rules }: ChainStart,
  { ran, change }: { ran: ReadonlySet<string>; change: TicketChange },
  facts: TicketFacts,
): { ready: ReadyTrigger; because: readonly Condition[] } | null {
  for (const ready of rules) {
    if (ran.has(ready.trigger.id)) continue;
    const { matched, because } = ready.evaluate(facts, change);
    if (matched) return { ready, because };
  }
  return null;
}
