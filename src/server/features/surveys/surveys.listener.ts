import type { SurveyKind } from '../../../contracts/surveys.ts';
import { job, type JobSpec } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** The end of a chat and the solution of a ticket each ask once. */
export const surveyListener: Listener = {
  jobs({ workspaceId, event }) {
    if (event.type === 'session.ended' && event.ticketId !== null)
      return [planJob({ workspaceId, ticketId: event.ticketId, kind: 'session' })];
    if (event.type === 'ticket.solved')
      return [planJob({ workspaceId, ticketId: event.ticketId, kind: 'ticket' })];
    return [];
  },
};

function planJob(payload: { workspaceId: string; ticketId: string; kind: SurveyKind }): JobSpec {
  return job('survey.plan', payload, { key: `survey.plan:${payload.ticketId}:${payload.kind}` });
}

/** The job that sends a planned survey at its time. */
export function surveyJob(workspaceId: string, surveyId: string, runAt: Date): JobSpec {
  const key = `survey.send:${surveyId}`;
  return job('survey.send', { workspaceId, surveyId }, { key, runAt });
}
