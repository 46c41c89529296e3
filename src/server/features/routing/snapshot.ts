/** Turns rows into the snapshot a plan is made from. */
import type { AgentLoad } from './capacity.store.ts';
import type { PlannedAgent, PlannedItem, Snapshot } from './routing.rules.ts';
import type { StoredQueue } from './queues.store.ts';
import type { WaitingRow } from './snapshot.store.ts';

export interface SnapshotRows {
  readonly now: Date;
  readonly heartbeatTimeoutMs: number;
  readonly queues: readonly StoredQueue[];
  readonly loads: readonly AgentLoad[];
  readonly memberships: ReadonlyMap<string, { group_ids: string[]; skill_ids: string[] }>;
  readonly waiting: readonly WaitingRow[];
  readonly refusals: readonly { workItemId: string; agentId: string; until: Date }[];
}

export function snapshotOf(rows: SnapshotRows): Snapshot {
  const refusals = new Map<string, Map<string, number>>();
  for (const refusal of rows.refusals) {
    const known = refusals.get(refusal.workItemId) ?? new Map<string, number>();
    refusals.set(refusal.workItemId, known.set(refusal.agentId, refusal.until.getTime()));
  }
  return {
    now: rows.now.getTime(),
    queues: rows.queues.map((queue) => ({
      id: queue.id,
      name: queue.name,
      priority: queue.priority,
      groupIds: new Set(queue.groupIds),
    })),
    agents: rows.loads.map((load) => agentOf(load, rows)),
    items: rows.waiting.map((row) =>
      itemOf(row, refusals.get(row.id) ?? new Map<string, number>()),
    ),
  };
}

/** Whether a desk has been heard of lately enough to count as there. */
export function isConnected(heartbeatAt: Date | null, now: Date, timeoutMs: number): boolean {
  return heartbeatAt !== null && now.getTime() - heartbeatAt.getTime() <= timeoutMs;
}

function agentOf(load: AgentLoad, rows: SnapshotRows): PlannedAgent {
  const member = rows.memberships.get(load.id);
  return {
    id: load.id,
    name: load.name,
    status: load.status,
    connected: isConnected(load.heartbeatAt, rows.now, rows.heartbeatTimeoutMs),
    groupIds: new Set(member?.group_ids),
    skillIds: new Set(member?.skill_ids),
    capacity: load.capacity,
    used: load.used,
    lastAt: {
      messaging: load.lastAt.messaging?.getTime() ?? null,
      email: load.lastAt.email?.getTime() ?? null,
    },
  };
}

function itemOf(row: WaitingRow, refusals: ReadonlyMap<string, number>): PlannedItem {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    queueId: row.queue_id,
    channelClass: row.channel_class,
    priorityRank: row.priority_rank,
    eligibleAt: row.eligible_at.getTime(),
    requiredSkills: row.required_skills,
    preferredAgentId: row.preferred_agent_id,
    refusals,
  };
}
