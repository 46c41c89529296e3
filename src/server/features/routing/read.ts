import type { Offer, Queue, RoutingDecision } from '../../../contracts/routing.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { readLoads } from './capacity.store.ts';
import { listAgentNames, listDecisions } from './decisions.store.ts';
import { listOpenOffers } from './offers.store.ts';
import { countWaiting, listGroupNames, listQueues, type StoredQueue } from './queues.store.ts';
import { isConnected, takesOf } from './presence.rules.ts';
import { storedReasonSchema, unpackReason } from './reasons.rules.ts';
import { listMemberships } from './snapshot.store.ts';
import { findWorkOfTicket } from './work.store.ts';

export type RoutingReader = ReturnType<typeof createRoutingReader>;

export interface RoutingReaderDeps extends Pick<Core, 'database' | 'clock'> {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
}

/** Routing as people look at it. */
export function createRoutingReader({ database, clock, settingsOf }: RoutingReaderDeps) {
  return {
    async queues(workspaceId: string): Promise<Queue[]> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const waiting = await countWaiting(scope);
        const names = await listGroupNames(scope);
        const there = await groupsOfThose(scope);
        return (await listQueues(scope)).map((queue) => ({
          id: queue.id,
          name: queue.name,
          position: queue.position,
          priority: queue.priority,
          conditions: queue.conditions,
          groups: queue.groupIds.map((id) => ({ id, name: names.get(id) ?? '' })),
          secondaryGroups: queue.secondaryGroupIds.map((id) => ({ id, name: names.get(id) ?? '' })),
          description: queue.description,
          handOver: queue.handOver,
          followupMode: queue.followupMode,
          ladder: [...queue.ladder],
          paused: queue.paused,
          isDefault: queue.isDefault,
          waiting: waiting.get(queue.id) ?? 0,
          agentsOnline: there.filter((groups) => groups.some((id) => servedBy(queue).has(id)))
            .length,
        }));
      });
    },

    async decisions(workspaceId: string, ticketId: string): Promise<RoutingDecision[]> {
      return database.inWorkspace(workspaceId, async (scope) => {
        if (!(await findWorkOfTicket(scope, ticketId))) throw notFound('ticket');
        const rows = (await listDecisions(scope, ticketId)).map((row) => ({
          ...row,
          reason: storedReasonSchema.parse(row.explanation),
        }));
        const ids = rows.flatMap(({ reason }) => reason.c.map(([id]) => id));
        const names = await listAgentNames(scope, [...new Set(ids)]);
        return rows.map((row) => ({
          id: row.id,
          at: row.at.toISOString(),
          outcome: row.outcome,
          queueName: row.queue_name,
          winner: row.agent_id === null ? null : { id: row.agent_id, name: row.agent_name ?? '' },
          ...unpackReason(row.reason, names),
        }));
      });
    },

    async offers(workspaceId: string, agentId: string): Promise<Offer[]> {
      const rows = await database.inWorkspace(workspaceId, (scope) =>
        listOpenOffers(scope, agentId),
      );
      return rows.map((row) => ({
        id: row.id,
        ticketId: row.ticket_id,
        ticketNumber: Number(row.number),
        subject: row.subject,
        channelClass: row.channel_class,
        units: row.units,
        priority: row.priority,
        queueName: row.queue_name,
        customerName: row.customer_name,
        why: row.why,
        waitingSince: row.eligible_at.toISOString(),
        offeredAt: row.offered_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        serverTime: clock.now().toISOString(),
      }));
    },
  };

  /** The groups of each agent who is at the desk and can be given work of at least one channel. */
  async function groupsOfThose(scope: Scope): Promise<string[][]> {
    const timeoutMs = (await settingsOf(scope)).presence.heartbeatTimeoutSeconds * 1_000;
    const memberships = await listMemberships(scope);
    return (await readLoads(scope))
      .filter(
        (load) => takesOf(load).length > 0 && isConnected(load.heartbeatAt, clock.now(), timeoutMs),
      )
      .map((load) => memberships.get(load.id)?.group_ids ?? []);
  }
}

/** All groups of a queue, those asked later among them. */
function servedBy({ groupIds, secondaryGroupIds }: StoredQueue): ReadonlySet<string> {
  return new Set([...groupIds, ...secondaryGroupIds]);
}
