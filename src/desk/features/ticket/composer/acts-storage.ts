import { z } from 'zod';
import { idSchema } from '../../../../contracts/common.ts';
import { macroActionsSchema } from '../../../../contracts/macros.ts';
import { NO_ACTS, type StagedActs } from '../../macros/acts.rules.ts';

const keyOf = (ticketId: string) => `segue.acts.${ticketId}`;
const keptSchema = z.object({ actions: macroActionsSchema, macroIds: z.array(idSchema) });

/** The acts that waited for the next message when the page was left: they belong to the draft. */
export function recallActs(ticketId: string): StagedActs {
  try {
    const kept = window.localStorage.getItem(keyOf(ticketId));
    const parsed = keptSchema.safeParse(JSON.parse(kept ?? 'null'));
    return parsed.success ? parsed.data : NO_ACTS;
  } catch {
    return NO_ACTS;
  }
}

/** Keeps acts that wait; none forgets them. */
export function rememberActs(ticketId: string, acts: StagedActs): void {
  try {
    if (acts.actions.length === 0) window.localStorage.removeItem(keyOf(ticketId));
    else window.localStorage.setItem(keyOf(ticketId), JSON.stringify(acts));
  } catch {
    // A private window: they wait as long as the page lives.
  }
}
