import type { AssistantPolicy } from '../../../../contracts/assistant.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { createHistorian } from '../../history/index.ts';
import type { WorkService } from '../../routing/index.ts';
import { holdTicket } from '../case/case.store.ts';
import { assistant } from '../case/speak.ts';
import { insertApproval } from './approvals.store.ts';

export type Asker = ReturnType<typeof createAsker>;

/** Asks people about turns that are kept already: the case waits for them and for nobody else. */
export function createAsker(deps: Pick<Core, 'clock' | 'ids'> & { readonly work: WorkService }) {
  const tell = createHistorian(deps);

  return {
    /** Puts a turn before people. With `holds` its ticket stays out of the queues until they have decided. */
    async ask(
      scope: Scope,
      { ticketId, decisionId }: { ticketId: string; decisionId: string },
      asking: Pick<AssistantPolicy, 'approvals'> & { fourEyes: boolean; holds: boolean },
    ): Promise<void> {
      const { approvals, fourEyes } = asking;
      const askedAt = deps.clock.now();
      const deadlineAt = new Date(askedAt.getTime() + approvals.minutes * 60_000);
      const until = deadlineAt.toISOString();
      const id = deps.ids.next();
      const { decideRole } = approvals;
      const asked = { id, ticketId, decisionId, askedAt, deadlineAt, decideRole, fourEyes };
      await insertApproval(scope, asked);
      if (asking.holds) {
        await holdTicket(scope, ticketId, deadlineAt);
        await deps.work.follow(scope, ticketId, assistant);
      }
      await tell(scope, { ticketId, type: 'assistant.waits', actor: assistant, data: { until } });
      scope.record({ type: 'approval.changed', approvalId: id, ticketId, deadlineAt: until });
      scope.record({ type: 'assistant.changed', ticketId, wakeAt: null });
    },
  };
}
