import { systemActor, type Actor } from '../../../contracts/common.ts';
import type { Session, SystemEndCause } from '../../../contracts/sessions.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { EndRequest, SessionDeps } from './deps.types.ts';
import { createEnding } from './ending.ts';
import { createQuiet } from './quiet.ts';
import { createReturning } from './returning.ts';
import { insertSession, listRunning } from './sessions.store.ts';

export type SessionService = ReturnType<typeof createSessionService>;

/** The life of sessions: started with a conversation, quiet and awake, ended once, continued. */
export function createSessionService(deps: SessionDeps) {
  const { database, clock, ids } = deps;
  const ending = createEnding(deps);
  const quiet = createQuiet({ ...deps, ending });
  const returning = createReturning(deps);

  /** Ends every running session of a customer, or of the workspace, in the caller's transaction. */
  async function endAll(
    scope: Scope,
    of: { customerId?: string },
    why: { cause: SystemEndCause; actor?: Actor },
  ): Promise<number> {
    const running = await listRunning(scope, of);
    for (const conversationId of running) {
      await ending.endIn(scope, {
        conversationId,
        reason: 'system',
        cause: why.cause,
        actor: why.actor ?? systemActor,
        receivedAt: clock.now(),
      });
    }
    return running.length;
  }

  return {
    async start(scope: Scope, conversationId: string): Promise<void> {
      await insertSession(scope, { id: ids.next(), conversationId, at: clock.now() });
    },

    /** Ends a session in a transaction of its own. See `endIn`. */
    async end(workspaceId: string, request: EndRequest): Promise<Session> {
      return database.inWorkspace(workspaceId, (scope) => ending.endIn(scope, request));
    },

    endIn: ending.endIn,
    wishIn: ending.wishIn,
    check: quiet.check,
    wake: quiet.wake,
    presenceIn: quiet.presence,
    returnPath: returning.path,
    takeBack: returning.takeBack,

    /** The customer is being deleted: their chats end first. Returns how many ended. */
    endOfCustomer: (scope: Scope, customerId: string): Promise<number> =>
      endAll(scope, { customerId }, { cause: 'customer_deleted' }),

    /** The chat channel is being closed: every chat ends. Returns how many ended. */
    endOfChannel: (scope: Scope): Promise<number> => endAll(scope, {}, { cause: 'channel_closed' }),
  };
}
