/** The words of a plan. */
import type { PlanExclusion, Score } from './explanations.rules.ts';
import type { RoutingPolicy } from './snapshot.rules.ts';

/** Words that stand after a number and are the same for one and for many. */
const exclusionWords: Record<PlanExclusion, string> = {
  not_in_group: 'in other queues',
  disconnected: 'not at the desk',
  status: 'away or offline',
  shift_ends: 'outside their shift or at its end',
  missing_skill: 'without a required skill',
  declined_before: 'just let it go',
  on_call: 'on a call',
  budget_full: 'with no capacity left',
  channel_full: 'at the limit of this channel',
  mail_in_hand: 'busy with other mail',
  had_share: 'already given a share of the backlog',
  kept_for_others: 'kept free for work that matters more',
};

const policyWords: Record<Exclude<RoutingPolicy, 'risk'>, string> = {
  priority: 'most room',
  round_robin: 'longest without a turn',
  least_loaded: 'least work in hand',
  longest_idle: 'longest idle',
};

/** What a sentence about a decision is made of. */
export interface ChoiceFacts {
  readonly winner: string;
  readonly policy: RoutingPolicy;
  readonly queueName: string;
  readonly live: boolean;
  readonly hadItBefore: boolean;
  /** How many could have had it, the winner among them. */
  readonly open: number;
  readonly score: Score;
}

/** Why somebody got it, and why now. */
export function explainChoice(facts: ChoiceFacts): string {
  return `${whoWords(facts)} ${whenWords(facts.score)}`;
}

/**
 * Why nobody got it: how many agents each reason stopped. `unskilled`: whoever comes to the desk, none of them can do
 * it.
 */
export function explainWaiting(
  queueName: string,
  reasons: ReadonlyMap<PlanExclusion, number>,
  unskilled = false,
): string {
  const serving = [...reasons].filter(([reason]) => reason !== 'not_in_group');
  const all = serving.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return `Nobody serves ${queueName}: its groups are empty.`;
  const parts = serving
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([reason, count]) => `${count} ${exclusionWords[reason]}`);
  const told = (reasons.get('missing_skill') ?? 0) === all;
  const never = unskilled && !told ? ' None of them has the skills it asks for.' : '';
  return `${nobodyIn(queueName)}Of ${all} ${all === 1 ? 'agent' : 'agents'}: ${parts.join(', ')}.${never}`;
}

/** Said of waiting work that no plan has explained: it has just come, or its line is longer than what plans look at. */
export const waitingInLine = 'Has only just come, or is in line behind more work like it.';

/** The reason a piece waits, for people who see the name of its queue anyway. */
export function waitingWithoutQueue(sentence: string, queueName: string): string {
  const opening = nobodyIn(queueName);
  return sentence.startsWith(opening) ? sentence.slice(opening.length) : sentence;
}

function nobodyIn(queueName: string): string {
  return `Nobody in ${queueName} can take it now. `;
}

function whoWords({ winner, policy, queueName, live, hadItBefore, open }: ChoiceFacts): string {
  if (hadItBefore) return `${winner} had it before and has room.`;
  if (open === 1) return `${winner} is the only one in ${queueName} with room.`;
  if (policy !== 'risk') return `${winner} has ${policyWords[policy]} of ${open} in ${queueName}.`;
  return live
    ? `Of ${open} with room in ${queueName}, giving it to ${winner} delays other work least.`
    : `${winner} was free, one of ${open}, and of the mail ${winner} can answer this one in ${queueName} matters most now.`;
}

function whenWords({ minutesLeft, minutes, chance }: Score): string {
  const takes = `about ${spanWords(minutes)} of work`;
  if (minutesLeft === null) return `Nothing is due; it is ${takes}.`;
  if (minutesLeft <= 0) return `It was due ${spanWords(-minutesLeft)} ago and is ${takes}.`;
  const odds = chance === null ? '' : `: ${Math.round(chance * 100)}% likely in time`;
  return `${spanWords(minutesLeft)} left for ${takes}${odds}.`;
}

/** Minutes as people say them, whole ones: hours from two hours on. */
function spanWords(minutes: number): string {
  return minutes < 120 ? `${Math.max(1, Math.round(minutes))} min` : `${rounded(minutes / 60)} h`;
}

function rounded(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
