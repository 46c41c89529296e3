/** The words of a plan. */
import type { PlanExclusion, Score } from './explanations.rules.ts';
import type { RoutingPolicy } from './snapshot.rules.ts';

const exclusionWords: Record<PlanExclusion, string> = {
  not_in_group: 'serve other queues',
  disconnected: 'are not at their desk',
  status: 'are away or offline',
  missing_skill: 'lack a required skill',
  declined_before: 'let it go a moment ago',
  budget_full: 'have their whole capacity in use',
  channel_full: 'are at the limit of this channel',
  mail_in_hand: 'have mail in hand',
  had_share: 'had their share of the backlog',
  kept_for_others: 'are kept for work that matters more',
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

/** Why nobody got it: how many agents each reason stopped. */
export function explainWaiting(
  queueName: string,
  reasons: ReadonlyMap<PlanExclusion, number>,
): string {
  const serving = [...reasons].filter(([reason]) => reason !== 'not_in_group');
  const all = serving.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return `Nobody serves ${queueName}.`;
  const parts = serving
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([reason, count]) => `${count} ${exclusionWords[reason]}`);
  return `Waits in ${queueName}: of ${all} ${all === 1 ? 'agent' : 'agents'}, ${parts.join(', ')}.`;
}

function whoWords({ winner, policy, queueName, live, hadItBefore, open }: ChoiceFacts): string {
  if (hadItBefore) return `${winner} had it before and has room.`;
  if (open === 1) return `${winner} is the only one in ${queueName} with room.`;
  if (policy !== 'risk') return `${winner} has ${policyWords[policy]} of ${open} in ${queueName}.`;
  return live
    ? `${winner} costs other work least, of ${open} with room in ${queueName}.`
    : `Most at risk in ${queueName} of what ${winner} can do; ${open} had free hands.`;
}

function whenWords({ minutesLeft, minutes, chance, weight }: Score): string {
  const takes = `about ${rounded(minutes)} min of work, weight ${rounded(weight)}`;
  if (minutesLeft === null) return `No deadline, ${takes}.`;
  if (minutesLeft <= 0) return `Due ${rounded(-minutesLeft)} min ago, ${takes}.`;
  const odds = chance === null ? '' : `, ${Math.round(chance * 100)} % in time`;
  return `${rounded(minutesLeft)} min left for ${takes}${odds}.`;
}

function rounded(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
