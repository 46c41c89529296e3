/** The words of routing decisions. */
import type { Exclusion } from '../../../contracts/routing.ts';

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

/** Why nobody got it: how many agents each reason stopped. */
export function explainWaiting(queueName: string, reasons: ReadonlyMap<Exclusion, number>): string {
  const all = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) return `Nobody serves ${queueName}.`;
  const parts = [...reasons].map(([reason, count]) => `${count} ${exclusionWords[reason]}`);
  return `Waits in ${queueName}: of ${all} ${all === 1 ? 'agent' : 'agents'}, ${parts.join(', ')}.`;
}

function unitsOf(count: number): string {
  return `${count} ${count === 1 ? 'unit' : 'units'}`;
}
