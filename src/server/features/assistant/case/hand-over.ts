import type { CategoryPolicy } from '../../../../contracts/assistant.ts';
import type { Actor } from '../../../../contracts/common.ts';
import { reasonSentence, type TurnReason } from '../../../../contracts/assistant-decisions.ts';
import type { TicketStatus } from '../../../../contracts/tickets.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { AppError } from '../../../platform/errors.ts';
import { createHistorian } from '../../history/index.ts';
import type { AssistantDeps } from './case.deps.ts';
import { findHold, holdTicket } from './case.store.ts';
import { assistant } from './speak.ts';

export type HandOver = ReturnType<typeof createHandOver>;

interface OverTo {
  readonly ticketId: string;
  readonly reason: TurnReason;
  readonly detail: string;
  readonly to: CategoryPolicy['handOverTo'];
  /** Who caused it; the assistant itself unless somebody did. */
  readonly actor?: Actor;
}

/** How a case leaves the assistant: into its queue, or to whom the policy names. */
export function createHandOver(
  deps: Pick<AssistantDeps, 'clock' | 'ids' | 'change' | 'work' | 'log'>,
) {
  const { change, work } = deps;
  const tell = createHistorian(deps);

  /** Lets a ticket go to the queues, with a new status where one is given. */
  async function letGo(
    scope: Scope,
    ticketId: string,
    { status }: { status?: Exclude<TicketStatus, 'closed'> } = {},
  ): Promise<void> {
    const wasHeld = (await findHold(scope, ticketId)) !== null;
    if (wasHeld) await holdTicket(scope, ticketId, null);
    if (status !== undefined) await change(scope, ticketId, { status }, assistant);
    else if (wasHeld) await work.follow(scope, ticketId, assistant);
  }

  /** A group, a queue or an agent that is gone or full does not keep a case from people: its queue takes it. */
  async function give(scope: Scope, { ticketId, to }: OverTo): Promise<void> {
    if (to === null) return;
    try {
      if (to.kind === 'group') await change(scope, ticketId, { groupId: to.id }, assistant);
      if (to.kind === 'queue')
        await work.putInto(scope, { ticketId, queueId: to.id, actor: assistant });
      if (to.kind === 'agent')
        await work.give(scope, {
          ticketId,
          agentId: to.id,
          actor: assistant,
          override: false,
          why: 'the policy of the assistant names them',
        });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      deps.log.warn({ reason: error.message, ticketId }, 'a case was handed over to its queue');
    }
  }

  return {
    letGo,

    /** Puts a case into people's hands and says why. */
    async handOver(scope: Scope, over: OverTo): Promise<void> {
      const { ticketId, reason, detail, actor = assistant } = over;
      await letGo(scope, ticketId);
      await give(scope, over);
      await tell(scope, {
        ticketId,
        type: 'assistant.handed_over',
        actor,
        data: { reason, why: reasonSentence({ reason, detail }) },
      });
    },
  };
}
