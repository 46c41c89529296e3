import { job, type JobSpec } from '../../platform/jobs/jobs.ts';

const everyMs = 60_000;

/** The job that has every workspace looked at; a minute after the last one by default. */
export function alertSweepJob(now: Date, inMs = everyMs): JobSpec {
  return job('alerts.sweep', {}, { key: 'alerts.sweep', runAt: new Date(now.getTime() + inMs) });
}

/** The job that looks at one workspace; those that wait are one. */
export function alertCheckJob(workspaceId: string): JobSpec {
  return job('alerts.check', { workspaceId }, { key: `alerts:${workspaceId}`, maxAttempts: 2 });
}
