import { systemActor, type Actor } from '../../../contracts/common.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { createHistorian } from '../history/index.ts';
import type { WorkService } from '../routing/index.ts';
import { closeTickets, findOldestSolved } from './closing.store.ts';
import { lockTicket } from './lock.ts';
import { updateTicket } from './tickets.store.ts';

export interface ClosingDeps extends Core {
  readonly work: Pick<WorkService, 'follow'>;
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
}

/** Tickets closed in one transaction: small enough that nobody waits for their locks. */
const batch = 100;
const dayMs = 86_400_000;

export type TicketCloser = (scope: Scope, ticketId: string, actor: Actor) => Promise<void>;

/** Closes a ticket at once, whatever its status; nothing of its work is left. */
export function createTicketCloser(
  deps: Pick<ClosingDeps, 'clock' | 'ids' | 'work'>,
): TicketCloser {
  const tell = createHistorian(deps);
  return async (scope, ticketId, actor) => {
    const ticket = await lockTicket(scope, ticketId);
    if (!ticket) return;
    const { status: from } = ticket;
    const version = await updateTicket(scope, ticketId, { status: 'closed' }, deps.clock.now());
    if (from !== 'closed') {
      const data = { from, to: 'closed' };
      await tell(scope, { ticketId, type: 'ticket.status', actor, data });
    }
    await deps.work.follow(scope, ticketId, actor);
    scope.record({ type: 'ticket.changed', ticketId, version });
  };
}

/** Closes tickets that have been solved, and left alone, for as many days as the workspace says. */
export function createClosingService(deps: ClosingDeps) {
  const { database, clock } = deps;
  const tell = createHistorian(deps);

  /** One batch; whether there may be more. */
  async function closeBatch(scope: Scope): Promise<boolean> {
    const solvedBefore = new Date(clock.now().getTime() - (await patienceMs(scope)));
    const closed = await closeTickets(scope, { solvedBefore, at: clock.now(), limit: batch });
    for (const { id, version } of closed) {
      const data = { from: 'solved', to: 'closed' };
      await tell(scope, { ticketId: id, type: 'ticket.status', actor: systemActor, data });
      await deps.work.follow(scope, id, systemActor);
      scope.record({ type: 'ticket.changed', ticketId: id, version });
    }
    return closed.length === batch;
  }

  async function patienceMs(scope: Scope): Promise<number> {
    return (await deps.settingsOf(scope)).sessions.closeSolvedAfterDays * dayMs;
  }

  return {
    /** The job `tickets.close`. Returns when the next ticket is due; null when none is solved. */
    async close(workspaceId: string): Promise<Date | null> {
      while (await database.inWorkspace(workspaceId, closeBatch));
      return database.inWorkspace(workspaceId, async (scope) => {
        const oldest = await findOldestSolved(scope);
        return oldest === null ? null : new Date(oldest.getTime() + (await patienceMs(scope)) + 1);
      });
    },
  };
}
