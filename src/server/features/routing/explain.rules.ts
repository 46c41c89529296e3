/** The words of routing decisions. */
import type { Candidate, Exclusion } from '../../../contracts/routing.ts';

const exclusionWords: Record<Exclusion, string> = {
  not_in_group: 'serve other queues',
  disconnected: 'are not at their desk',
  status: 'are away or offline',
  missing_skill: 'lack a required skill',
  declined_before: 'let it go a moment ago',
  budget_full: 'have their whole capacity in use',
  channel_full: 'are at the limit of this channel',
};

export interface Choice {
  readonly winner: string;
  readonly spare: number;
  readonly eligible: number;
  readonly queueName: string;
  readonly hadItBefore: boolean;
}

/** Why somebody got it. */
export function explainChoice(choice: Choice): string {
  if (choice.hadItBefore) return `${choice.winner} had it before and has room.`;
  if (choice.eligible === 1) return `The only one in ${choice.queueName} with room.`;
  return `Most room of ${choice.eligible} available in ${choice.queueName}: ${unitsOf(choice.spare)} left after this.`;
}

/** Why nobody got it, counting agents by the reason that stopped them. */
export function explainWaiting(queueName: string, candidates: readonly Candidate[]): string {
  const counts = new Map<Exclusion, number>();
  for (const { excluded } of candidates) {
    if (excluded !== null) counts.set(excluded, (counts.get(excluded) ?? 0) + 1);
  }
  if (candidates.length === 0) return `Nobody serves ${queueName}.`;
  const parts = [...counts].map(([reason, count]) => `${count} ${exclusionWords[reason]}`);
  return `Waits in ${queueName}: of ${candidates.length} ${candidates.length === 1 ? 'agent' : 'agents'}, ${parts.join(', ')}.`;
}

function unitsOf(count: number): string {
  return `${count} ${count === 1 ? 'unit' : 'units'}`;
}
