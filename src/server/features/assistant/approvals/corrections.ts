import { categoryPolicyOf } from '../../../../contracts/assistant.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { readCaseFile } from '../case/case.store.ts';
import { insertTurn } from '../case/decisions.store.ts';
import { bareTurn } from '../case/kept-turn.ts';
import { policyOf } from '../policy/policy.store.ts';
import type { Asker } from './ask.ts';

/** What customers are to be told whose answer rested on a wrong article. */
export interface Correction {
  readonly ticketIds: readonly string[];
  readonly articleId: string;
  readonly version: number;
  /** Written by a person. */
  readonly text: string;
}

/**
 * Puts a correction before people, once for each case; nothing is sent before they approve it. The case itself
 * stays as it is, also where it is closed.
 */
export function createCorrector({ clock, ids, asker }: Core & { readonly asker: Asker }) {
  return async (scope: Scope, { ticketIds, text }: Correction): Promise<void> => {
    const { policy, version: policyVersion } = await policyOf(scope);
    for (const ticketId of ticketIds) {
      const file = await readCaseFile(scope, ticketId, clock.now());
      if (!file || file.customer.email === null) continue;
      const { autonomy, fourEyes } = categoryPolicyOf(policy, file.ticket.category);
      const id = ids.next();
      const turn = bareTurn(file, {
        id,
        at: clock.now(),
        path: 'answer',
        reason: 'correction',
        autonomy,
        policyVersion,
        written: { text, html: null },
      });
      await insertTurn(scope, { ...turn, state: 'waiting' });
      const { approvals } = policy;
      await asker.ask(scope, { ticketId, decisionId: id }, { approvals, fourEyes, holds: false });
    }
  };
}
