import type { Agent, AgentStatus, SetStatus } from '../../../contracts/people.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import {
  createShiftBook,
  idleTo,
  isConnected,
  readLoads,
  type AgentLoad,
} from '../routing/index.ts';
import type { BusinessHours } from '../schedules/index.ts';
import { findStatus, nearestStatus } from '../team/index.ts';
import {
  endHeartbeat,
  findChosenStatus,
  listAgentPeople,
  saveHeartbeat,
  updateStatus,
  type AgentPerson,
  type ChosenStatus,
} from './agents.store.ts';

export interface AgentDeps extends Core {
  readonly businessHours: BusinessHours;
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
}

export type AgentService = ReturnType<typeof createAgentService>;

/** Agents: who is there, in which status, carrying how much. */
export function createAgentService({ database, clock, settingsOf, businessHours }: AgentDeps) {
  const shiftEndsOf = createShiftBook(businessHours);

  async function read(scope: Scope, only?: string): Promise<Agent[]> {
    const people = await listAgentPeople(scope, only);
    const loads = await readLoads(scope, only === undefined ? undefined : [only]);
    const timeoutMs = (await settingsOf(scope)).presence.heartbeatTimeoutSeconds * 1_000;
    const now = clock.now();
    const shiftEnd = await shiftEndsOf(scope, loads, now);
    const byId = new Map(loads.map((load) => [load.id, load]));
    return people.flatMap((person) => {
      const load = byId.get(person.id);
      return load
        ? [
            agentOf(person, load, {
              connected: isConnected(load.heartbeatAt, now, timeoutMs),
              shiftEndsAt: shiftEnd(load),
            }),
          ]
        : [];
    });
  }

  async function readOne(scope: Scope, id: string): Promise<Agent> {
    const [agent] = await read(scope, id);
    if (!agent) throw notFound('agent');
    return agent;
  }

  /** A status of the workspace's own stands beside the built-in one nearest to it. */
  async function statusOf(scope: Scope, to: AgentStatus | SetStatus): Promise<ChosenStatus> {
    if (typeof to === 'string') return { status: to, customStatusId: null };
    if ('status' in to) return { status: to.status, customStatusId: null };
    const custom = await findStatus(scope, to.customStatusId);
    if (!custom) throw notFound('status');
    return { status: nearestStatus(custom), customStatusId: custom.id };
  }

  /** Sets somebody who has not touched a desk for long to a status that gets less than their own. */
  async function leaveIdle(scope: Scope, id: string, to: 'away' | 'offline' | null) {
    if (to === null) return false;
    const status = await findChosenStatus(scope, id);
    const gets = to === 'away' ? ['online'] : ['online', 'away', 'transfers_only'];
    if (status === undefined || !gets.includes(status)) return false;
    return updateStatus(scope, id, { status: to, customStatusId: null }, clock.now());
  }

  return {
    list: (workspaceId: string): Promise<Agent[]> =>
      database.inWorkspace(workspaceId, (scope) => read(scope)),

    get: (workspaceId: string, id: string): Promise<Agent> =>
      database.inWorkspace(workspaceId, (scope) => readOne(scope, id)),

    /** Changes what the router gives this agent from now on; work in hand stays. */
    async setStatus(workspaceId: string, id: string, to: AgentStatus | SetStatus): Promise<Agent> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const changed = await updateStatus(scope, id, await statusOf(scope, to), clock.now());
        if (changed) scope.record({ type: 'agent.changed', agentId: id });
        return readOne(scope, id);
      });
    },

    /**
     * A desk of this agent is alive; supply changes when it had not been heard of for too long. `idleSeconds`:
     * since somebody touched it. When nobody has touched any of them for as long as the workspace says, their
     * status changes.
     */
    async beat(workspaceId: string, id: string, idleSeconds: number | null = null): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        const now = clock.now();
        const activeAt =
          idleSeconds === null ? null : new Date(now.getTime() - idleSeconds * 1_000);
        const heard = await saveHeartbeat(scope, id, { at: now, activeAt });
        const { presence } = await settingsOf(scope);
        const known = isConnected(heard.before, now, presence.heartbeatTimeoutSeconds * 1_000);
        const left = await leaveIdle(scope, id, idleTo(presence, heard.activeAt, now));
        if (!known || left) scope.record({ type: 'agent.changed', agentId: id });
      });
    },

    /**
     * The last desk of this agent was closed: they are not there, and gone since now. Whoever loads the page again
     * keeps what they have.
     */
    async leave(workspaceId: string, id: string): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        const timeoutMs = (await settingsOf(scope)).presence.heartbeatTimeoutSeconds * 1_000;
        await endHeartbeat(scope, id, new Date(clock.now().getTime() - timeoutMs - 1));
        scope.record({ type: 'agent.changed', agentId: id });
      });
    },
  };
}

function agentOf(
  person: AgentPerson,
  load: AgentLoad,
  { connected, shiftEndsAt }: { connected: boolean; shiftEndsAt: number | null },
): Agent {
  const { capacity, used, items, call } = load;
  const channel = (name: 'messaging' | 'email') => ({
    used: used[name],
    ceiling: capacity.ceiling[name],
    items: items[name],
  });
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
    status: load.status,
    customStatus: load.custom && { id: load.custom.id, name: load.custom.name },
    connected,
    statusSince: person.status_since.toISOString(),
    shiftEndsAt: shiftEndsAt === null ? null : new Date(shiftEndsAt).toISOString(),
    groups: person.groups,
    skills: person.skills,
    capacity: {
      budget: capacity.budget,
      used: used.messaging + used.email + (call?.units ?? 0),
      channels: { messaging: channel('messaging'), email: channel('email') },
    },
    onCallSince: call?.since.toISOString() ?? null,
  };
}
