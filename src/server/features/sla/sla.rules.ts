/**
 * The clocks of a ticket as a function of what happened to it: `advance` takes one fact and answers with
 * where the ticket stands and what the clocks did. Playing all facts again gives the same, so a job that
 * runs twice, late or after a kill changes nothing. Facts come in order of time.
 */
import type { TicketStatus } from '../../../contracts/tickets.ts';
import type { ClockEvent, Fact, Standing } from './clock.types.ts';
import { createTurn, isSolved, talkMetrics, workMetrics, type Turn } from './turn.rules.ts';

export interface Advanced {
  readonly standing: Standing;
  readonly events: readonly ClockEvent[];
}

/** A ticket before anything has happened to it. */
export const beginning: Standing = {
  rules: null,
  status: 'new',
  priority: 'normal',
  answered: false,
  awaitingSinceMs: null,
  clocks: [],
};

/** Plays facts one after the other. */
export function replay(facts: readonly Fact[], from: Standing = beginning): Advanced {
  let standing = from;
  const events: ClockEvent[] = [];
  for (const fact of facts) {
    const next = advance(standing, fact);
    standing = next.standing;
    events.push(...next.events);
  }
  return { standing, events };
}

/** Where the ticket stands after a fact. Clocks that ran out before it have been broken before it. */
export function advance(standing: Standing, fact: Fact): Advanced {
  const turn = createTurn(standing, fact.atMs);
  turn.letTimePass();
  const rest = applyFact(turn, standing, fact);
  return { standing: { ...standing, ...rest, clocks: turn.clocks() }, events: turn.events };
}

type Rest = Partial<Omit<Standing, 'clocks'>>;

function applyFact(turn: Turn, standing: Standing, fact: Fact): Rest {
  switch (fact.kind) {
    case 'opened': {
      const under = { ...standing, priority: fact.priority };
      for (const metric of workMetrics) turn.start(metric, fact.atMs, under);
      if (fact.byAgent) return { priority: fact.priority, answered: true };
      turn.start('first_reply', fact.atMs, under);
      return { priority: fact.priority, awaitingSinceMs: fact.atMs };
    }
    case 'said':
      return hear(turn, standing, fact);
    case 'status':
      return changeStatus(turn, standing, fact.to);
    case 'priority':
      turn.each((clock) => turn.retarget(clock, { ...standing, priority: fact.to }, fact.to));
      return { priority: fact.to };
    case 'rules':
      turn.each((clock) => turn.changeRules(clock, standing, fact.rules));
      return { rules: fact.rules };
    case 'time':
      return {};
    default:
      return fact satisfies never;
  }
}

function hear(turn: Turn, standing: Standing, said: Extract<Fact, { kind: 'said' }>): Rest {
  if (said.channel === 'note') return {};
  if (said.author === 'customer') return hearCustomer(turn, standing, said.atMs);
  if (said.author === 'agent') {
    turn.answer('agent', true);
    turn.update(standing);
    return { answered: true, awaitingSinceMs: null };
  }
  if (said.author !== 'assistant') return {};
  const rule = standing.rules?.rules.assistantReplies ?? 'count_in_chat';
  const counts = rule === 'count' || (rule === 'count_in_chat' && said.channel === 'messaging');
  turn.answer('assistant', counts);
  return counts ? { answered: true, awaitingSinceMs: null } : {};
}

/** The oldest unanswered word counts; on a solved ticket only once it is opened again. */
function hearCustomer(turn: Turn, standing: Standing, atMs: number): Rest {
  if (standing.awaitingSinceMs !== null) return {};
  if (standing.answered && !isSolved(standing.status)) turn.start('next_reply', atMs, standing);
  return { awaitingSinceMs: atMs };
}

function changeStatus(turn: Turn, standing: Standing, to: TicketStatus): Rest {
  const next = { ...standing, status: to };
  if (isSolved(to)) {
    if (isSolved(standing.status)) return { status: to };
    turn.endWhere((clock) => !talkMetrics.includes(clock.metric), 'met', 'solved');
    turn.endWhere((clock) => talkMetrics.includes(clock.metric), 'cancelled', 'solved');
    return { status: to, answered: true, awaitingSinceMs: null };
  }
  if (isSolved(standing.status)) {
    turn.reopen(next);
    if (standing.awaitingSinceMs !== null) {
      turn.start('next_reply', standing.awaitingSinceMs, next);
    }
  }
  turn.each((clock) => turn.followStatus(clock, next));
  return { status: to };
}
