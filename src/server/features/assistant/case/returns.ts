import type { Scope } from '../../../platform/db/database.ts';
import { reopenCases } from './case.store.ts';
import type { CaseFile } from './case.types.ts';
import type { Looked } from './look.ts';

const dayMs = 86_400_000;

/**
 * A customer who is back within the days of the policy takes back that their case counted as solved, whoever goes
 * on with it, also where the ticket was closed and they are in one that follows it.
 */
export async function takeBack(
  scope: Scope,
  { file, reading, policy }: Pick<Looked, 'file' | 'reading' | 'policy'>,
  now: Date,
): Promise<void> {
  const { ticket } = file;
  if (!mayBeReturn(file) || isThanks(reading)) return;
  const since = new Date(now.getTime() - policy.silence.reopenDays * dayMs);
  for (const ticketId of await reopenCases(scope, ticket, { since, at: now }))
    scope.record({ type: 'assistant.changed', ticketId, wakeAt: null });
}

/** Whether a person wrote it who was not asked by an agent, and something counted as solved before. */
function mayBeReturn({ ticket, state, said, automatic }: CaseFile): boolean {
  const wasSolved =
    state === null
      ? ticket.previousId !== null
      : state.outcome === 'confirmed' || state.outcome === 'assumed';
  const before = said.findLast(({ by }) => by !== 'customer');
  return wasSolved && automatic === '' && before?.by !== 'agent';
}

function isThanks({ kind }: Looked['reading']): boolean {
  return kind === 'solved' || kind === 'goodbye';
}
