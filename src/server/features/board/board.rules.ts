/** Small sums of the board. */
import type { Agent } from '../../../contracts/people.ts';
import { flowStepMinutes, flowSteps } from '../../../contracts/board.ts';
import { takesWork } from '../../../contracts/team.ts';

/** How far back inflow and outflow go. */
export const flowMs = flowSteps * flowStepMinutes * 60_000;

/** Whether somebody is there and can be given work of at least one channel. */
export function isAtWork({ status, connected }: Pick<Agent, 'status' | 'connected'>): boolean {
  return connected && takesWork(status);
}

/** How many agents of these groups are there. */
export function countOnline(
  agents: readonly Pick<Agent, 'status' | 'connected' | 'groups'>[],
  groupIds: readonly string[],
): number {
  const wanted = new Set(groupIds);
  return agents.filter((agent) => isAtWork(agent) && agent.groups.some(({ id }) => wanted.has(id)))
    .length;
}

/** One count of a step; `stepsAgo` is 0 for the step that is running. */
export interface FlowCount {
  readonly queueId: string;
  readonly direction: 'in' | 'out';
  readonly stepsAgo: number;
  readonly count: number;
}

/** The counts of a queue in one direction, by step, the latest last. */
export function flowOf(
  counts: readonly FlowCount[],
  queueId: string,
  direction: FlowCount['direction'],
): number[] {
  const steps = Array.from({ length: flowSteps }, () => 0);
  for (const one of counts) {
    const index = flowSteps - 1 - one.stepsAgo;
    if (one.queueId !== queueId || one.direction !== direction || index < 0) continue;
    steps[index] = (steps[index] ?? 0) + one.count;
  }
  return steps;
}

/** The earliest of some instants; null when there is none. */
export function earliest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.flatMap((at) => (at === null ? [] : [at.getTime()]));
  return known.length === 0 ? null : new Date(Math.min(...known));
}
