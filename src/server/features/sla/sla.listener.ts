import type { Listener } from '../../platform/outbox/relay.ts';
import { job, type JobSpec } from '../../platform/jobs/jobs.ts';

interface Place {
  readonly workspaceId: string;
  readonly ticketId: string;
}

const sweepEveryMs = 60_000;

/** What happens to a ticket within this time is followed at once: a mail and its answer are five happenings. */
const gatherMs = 500;

/** The job that makes the clocks of a ticket follow; those that wait are one. */
export function clockJob(place: Place, runAt?: Date): JobSpec {
  // A planned wake-up must not push back what is to be done now, so it has a key of its own.
  return runAt === undefined
    ? job('sla.follow', place, { key: `sla:${place.ticketId}`, gatherMs })
    : job('sla.follow', place, { key: `sla.wake:${place.ticketId}`, runAt });
}

/** The job that looks for lost wake-ups, of all workspaces; a minute after the last one by default. */
export function clockSweepJob(now: Date, inMs = sweepEveryMs): JobSpec {
  return job('sla.sweep', {}, { key: 'sla.sweep', runAt: new Date(now.getTime() + inMs) });
}

/**
 * Clocks follow what happens to tickets, and what is decided about policies and schedules. Whose work it is
 * moves no clock and stands in no condition, so `work.given` is not followed: a burst gives out thousands.
 */
export const slaListener: Listener = {
  jobs: ({ workspaceId, event }) => {
    switch (event.type) {
      case 'ticket.created':
      case 'ticket.changed':
        return [clockJob({ workspaceId, ticketId: event.ticketId })];
      case 'message.created':
        return event.ticketId === null || event.channel === 'note'
          ? []
          : [clockJob({ workspaceId, ticketId: event.ticketId })];
      case 'session.ended':
        return event.ticketId === null ? [] : [clockJob({ workspaceId, ticketId: event.ticketId })];
      case 'sla.changed':
        return event.wakeAt === null
          ? []
          : [clockJob({ workspaceId, ticketId: event.ticketId }, new Date(event.wakeAt))];
      case 'schedules.changed':
      case 'sla_policies.changed':
        return [job('sla.rematch', { workspaceId }, { key: `sla.rematch:${workspaceId}` })];
      default:
        return [];
    }
  },
};
