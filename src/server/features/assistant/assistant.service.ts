import { createApprovalService } from './approvals/approvals.service.ts';
import { createAsker } from './approvals/ask.ts';
import { createCorrector } from './approvals/corrections.ts';
import type { AssistantDeps } from './case/case.deps.ts';
import { createSilenceClock } from './case/clock.ts';
import { createConsider } from './case/consider.ts';
import { createHandOver } from './case/hand-over.ts';
import { createHolder } from './case/hold.ts';
import { createAssistantReader } from './drafts/drafts.service.ts';
import { createFeedbackService } from './feedback/feedback.service.ts';

/** The post-case assistant: what looks at cases, what waits for people, and what people see of it. */
export function createAssistantService(deps: AssistantDeps) {
  const { database } = deps;
  const handOver = createHandOver(deps);
  const asker = createAsker(deps);
  const holder = createHolder(deps);
  return {
    consider: createConsider({ ...deps, handOver, asker }),
    clock: createSilenceClock(deps),
    requestCorrection: createCorrector({ ...deps, asker }),
    approvals: createApprovalService({ ...deps, handOver }),
    feedback: createFeedbackService({ ...deps, handOver }),
    reader: createAssistantReader(deps),

    /** Handler of `assistant.release`: a ticket that was not dealt with in time goes to its queue. */
    release: (workspaceId: string, ticketId: string): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if (await holder.isOver(scope, ticketId)) await handOver.letGo(scope, ticketId);
      }),
  };
}
