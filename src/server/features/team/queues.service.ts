import { systemActor } from '../../../contracts/common.ts';
import type { SaveQueue } from '../../../contracts/team.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { tellingViolations } from '../../platform/db/violations.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { WorkService } from '../routing/index.ts';
import {
  deleteQueue,
  insertQueue,
  isDefaultQueue,
  listCategoriesOfQueue,
  listTicketsInQueues,
  orderQueues,
  pauseQueue,
  updateQueue,
} from './queues.store.ts';
import {
  assertFreeName,
  assertKnown,
  assertKnownCategories,
  referencesOfOrder,
  referencesOfQueue,
} from './references.ts';

export interface QueueAdminDeps extends Pick<Core, 'database' | 'ids'> {
  readonly work: Pick<WorkService, 'follow'>;
}

export type QueueAdminService = ReturnType<typeof createQueueAdminService>;

const batchSize = 50;

/** Queues as admins set them up. After each change the work that waits is matched anew, by a job. */
export function createQueueAdminService({ database, ids, work }: QueueAdminDeps) {
  const change = <Value>(workspaceId: string, act: (scope: Scope) => Promise<Value>) =>
    database.inWorkspace(workspaceId, async (scope) => {
      const value = await act(scope);
      scope.record({ type: 'queues.changed', workspaceId });
      return value;
    });

  return {
    /**
     * Adds a queue, or changes the one of that id; its id. Throws `name_taken`, and `request_invalid` where it names
     * a group that is not there, since its work would be nobody's, or a category.
     */
    save: (workspaceId: string, id: string | null, queue: SaveQueue): Promise<string> =>
      change(workspaceId, (scope) =>
        tellingViolations({ what: 'queue', name: queue.name }, async () => {
          await assertFreeName(scope, 'queues', { what: 'queue', id, name: queue.name });
          await assertKnown(scope, referencesOfQueue(queue));
          await assertKnownCategories(scope, {
            path: 'conditions.categories',
            names: queue.conditions.categories ?? [],
            before: id === null ? [] : await listCategoriesOfQueue(scope, id),
          });
          const queueId = id ?? ids.next();
          if (id === null) await insertQueue(scope, queueId, queue);
          else if (!(await updateQueue(scope, id, queue))) throw notFound('queue');
          return queueId;
        }),
      ),
    order: (workspaceId: string, queueIds: readonly string[]): Promise<void> =>
      change(workspaceId, async (scope) => {
        await assertKnown(scope, referencesOfOrder(queueIds));
        await orderQueues(scope, queueIds);
      }),
    pause: (workspaceId: string, id: string, paused: boolean): Promise<void> =>
      change(workspaceId, async (scope) => {
        if (!(await pauseQueue(scope, id, paused))) throw notFound('queue');
      }),
    /** Throws `in_use` for the default queue: nothing may be unroutable. */
    remove: (workspaceId: string, id: string): Promise<void> =>
      change(workspaceId, async (scope) => {
        if (await isDefaultQueue(scope, id)) {
          throw new AppError(
            'in_use',
            'It takes whatever no other queue takes, so it stays. Change its name or its groups instead.',
          );
        }
        if (!(await deleteQueue(scope, id))) throw notFound('queue');
      }),

    /** Puts everything that waits into the queue it belongs to now, a few at a time. */
    async rematch(workspaceId: string): Promise<void> {
      let after: string | null = null;
      for (;;) {
        const from: string | null = after;
        const tickets: string[] = await database.inWorkspace(workspaceId, (scope) =>
          listTicketsInQueues(scope, from, batchSize),
        );
        for (const ticketId of tickets) {
          await database.inWorkspace(workspaceId, (scope) =>
            work.follow(scope, ticketId, systemActor),
          );
        }
        after = tickets.at(-1) ?? null;
        if (tickets.length < batchSize) return;
      }
    },
  };
}
