/** What a status lets in, by channel. */
import type { AgentStatus } from '../../../contracts/people.ts';
import { workClassSchema, type CustomStatus, type WorkClass } from '../../../contracts/team.ts';

/** What decides what a status lets in. */
export type Allowing = { takes: readonly WorkClass[] } & Pick<CustomStatus, 'transfers'>;

/** What comes from the queues, and what besides only when a colleague hands it over by name. */
export function allowedBy({
  takes,
  transfers,
}: Allowing): Record<'queues' | 'byName', WorkClass[]> {
  const classes = workClassSchema.options;
  return {
    queues: classes.filter((one) => takes.includes(one)),
    byName: transfers ? classes.filter((one) => !takes.includes(one)) : [],
  };
}

/** The built-in status nearest to one of the workspace's own. */
export function nearestTo({ takes, transfers }: Allowing): AgentStatus {
  if (takes.includes('messaging') || takes.includes('call')) return 'online';
  if (takes.includes('email')) return 'away';
  return transfers ? 'transfers_only' : 'offline';
}
