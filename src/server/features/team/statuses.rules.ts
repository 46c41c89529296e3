import type { AgentStatus } from '../../../contracts/people.ts';
import type { SaveStatus } from '../../../contracts/team.ts';

/** The built-in status nearest to one of the workspace's own: what it takes decides, its name does not. */
export function nearestStatus({ takes, transfers }: Omit<SaveStatus, 'name'>): AgentStatus {
  if (takes.includes('messaging') || takes.includes('call')) return 'online';
  if (takes.includes('email')) return 'away';
  return transfers ? 'transfers_only' : 'offline';
}
