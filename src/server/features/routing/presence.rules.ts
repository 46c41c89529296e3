/** What a status takes, from the router and by name, and who counts as there. */
import type { AgentStatus, ChannelClass } from '../../../contracts/people.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import { builtInTakes, type WorkClass } from '../../../contracts/team.ts';

export interface StatusOfAgent {
  readonly status: AgentStatus;
  readonly custom: { readonly takes: readonly WorkClass[]; readonly transfers: boolean } | null;
}

/** Classes the router may give; a status of the workspace's own says so itself. */
export function takesOf({ status, custom }: StatusOfAgent): readonly WorkClass[] {
  return custom ? custom.takes : builtInTakes[status];
}

/**
 * Whether colleagues may hand work over by name. Mail may wait for somebody who is offline; a customer in
 * a chat may not. A status of the workspace's own says so itself.
 */
export function acceptsHandOver({ status, custom }: StatusOfAgent, channel: ChannelClass): boolean {
  return custom ? custom.transfers : status !== 'offline' || channel === 'email';
}

const builtInNames: Record<AgentStatus, string> = {
  online: 'Online',
  away: 'Away',
  transfers_only: 'Transfers only',
  offline: 'Offline',
};

/** What people call the status somebody is in. */
export function statusName(agent: {
  readonly status: AgentStatus;
  readonly custom: { readonly name: string } | null;
}): string {
  return agent.custom?.name ?? builtInNames[agent.status];
}

/** The status of somebody whose desks nobody has touched since `activeAt`; null: theirs stays. */
export function idleTo(
  { idleMinutes, idleStatus }: WorkspaceSettings['presence'],
  activeAt: Date | null,
  now: Date,
): WorkspaceSettings['presence']['idleStatus'] | null {
  if (idleMinutes === 0 || activeAt === null) return null;
  return now.getTime() - activeAt.getTime() >= idleMinutes * 60_000 ? idleStatus : null;
}

/** Whether a desk has been heard of lately enough to count as there. */
export function isConnected(heartbeatAt: Date | null, now: Date, timeoutMs: number): boolean {
  return heartbeatAt !== null && now.getTime() - heartbeatAt.getTime() <= timeoutMs;
}
