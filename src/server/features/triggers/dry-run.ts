import type { DryRunRequest, DryRunResult, TriggerRule } from '../../../contracts/triggers.ts';
import type { Condition } from '../../../contracts/trigger-conditions.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { conditionsOf } from './compiled.ts';
import { listLatestTickets } from './facts.store.ts';
import type { FactsReader } from './facts.ts';
import { listNames } from './lists.store.ts';
import { compile, isTimedRule } from './rules/compile.rules.ts';
import { compileCondition } from './rules/conditions.rules.ts';
import { needsOf, schedulesOf } from './rules/facts.rules.ts';
import type { TicketChange, TicketFacts } from './rules/facts.types.ts';
import { happeningsOf } from './rules/happenings.rules.ts';
import { noChange } from './rules/timed.rules.ts';
import { describeAction, describeCondition, type NameOf } from './rules/words.rules.ts';
import { listPast } from './past.store.ts';

/**
 * Asks a rule about the last tickets, as they are now, for everything that has happened to each lately.
 * Nothing is done and nothing is remembered. Throws `not_found` for a ticket that is not there.
 */
export function createDryRunner({ facts }: { readonly facts: FactsReader }) {
  return async (scope: Scope, request: DryRunRequest): Promise<DryRunResult> => {
    const { rule } = request;
    const { ticketNumber: number } = request;
    const tickets = await listLatestTickets(scope, { limit: request.tickets, number });
    if (number !== null && tickets.length === 0) throw notFound('ticket');
    const ids = tickets.map(({ id }) => id);
    const names = await listNames(scope);
    const nameOf: NameOf = (key) => names.get(key) ?? key;
    const known = await facts(scope, ids, readingOf(rule));
    const past = await pastOf(scope, rule, ids);
    const byId = new Map(known.map((one) => [one.ticketId, one]));
    const evaluate = compile(rule);
    const matched = tickets.flatMap((ticket) => {
      const found = byId.get(ticket.id);
      if (!found) return [];
      const verdict = changesOf(past, ticket.id)
        .map((change) => evaluate(found, change))
        .find((one) => one.matched);
      if (!verdict) return [];
      const because = verdict.because.map((condition) => describeCondition(condition, nameOf));
      return [{ ticket, because, would: wouldDo(rule, nameOf) }];
    });
    return {
      looked: tickets.length,
      matched,
      conditions: [
        ...tally('all', rule.conditions.all, { known, past, nameOf }),
        ...tally('any', rule.conditions.any, { known, past, nameOf }),
      ],
    };
  };
}

function readingOf(rule: TriggerRule) {
  const conditions = conditionsOf(rule);
  return { needs: needsOf(conditions), schedules: schedulesOf(conditions) };
}

type Past = ReadonlyMap<string, readonly TicketChange[]>;

/** The events of each ticket; a rule by the clock has none. */
async function pastOf(scope: Scope, rule: TriggerRule, ids: readonly string[]): Promise<Past> {
  if (isTimedRule(rule)) return new Map();
  const past = await listPast(scope, ids);
  return new Map(
    [...past].map(([id, causes]) => [id, happeningsOf(causes).map(({ change }) => change)]),
  );
}

function changesOf(past: Past, ticketId: string): readonly TicketChange[] {
  return past.get(ticketId) ?? [noChange];
}

interface Seen {
  readonly known: readonly TicketFacts[];
  readonly past: Past;
  readonly nameOf: NameOf;
}

/** For how many tickets each condition holds by itself. */
function tally(
  of: 'all' | 'any',
  conditions: readonly Condition[],
  { known, past, nameOf }: Seen,
): DryRunResult['conditions'] {
  return conditions.map((condition) => {
    const holds = compileCondition(condition);
    const held = known.filter((facts) =>
      changesOf(past, facts.ticketId).some((change) => holds(facts, change)),
    );
    return { sentence: describeCondition(condition, nameOf), held: held.length, of };
  });
}

function wouldDo(rule: TriggerRule, nameOf: NameOf): string[] {
  return rule.actions.map((action) => describeAction(action, nameOf));
}
