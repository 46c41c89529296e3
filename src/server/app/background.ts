import { alertSweepJob } from '../features/alerts/index.ts';
import { assistantListener } from '../features/assistant/index.ts';
import { createDeskListener } from '../features/desk/index.ts';
import { followupListener } from '../features/followups/index.ts';
import { createClassificationListener, trainingJob } from '../features/classification/index.ts';
import { evaluationListener } from '../features/evaluations/index.ts';
import { incidentListener } from '../features/incidents/index.ts';
import {
  createAnswerListener,
  createVectorListener,
  knowledgeListener,
  createSynonymListener,
  vectorJob,
} from '../features/knowledge/index.ts';
import { createLearningListener } from '../features/learning/index.ts';
import { mailListener, startSmtp, type RunningSmtp } from '../features/mail/index.ts';
import { forgetCallsJob } from '../features/models/index.ts';
import { routingListener, upkeepJob } from '../features/routing/index.ts';
import { createSearchListener } from '../features/search/index.ts';
import { createSessionListener } from '../features/sessions/index.ts';
import { clockSweepJob, slaListener } from '../features/sla/index.ts';
import { surveyListener } from '../features/surveys/index.ts';
import { teamListener } from '../features/team/index.ts';
import { bulkListener } from '../features/views/index.ts';
import { triggerListener } from '../features/triggers/index.ts';
import { createWidgetListener } from '../features/widget/index.ts';
import { listWorkspaceIds } from '../features/workspaces/index.ts';
import { findFreePort } from '../platform/http/listen.ts';
import { systemClock } from '../platform/clock.ts';
import { enqueue, startJobs, type JobRunner } from '../platform/jobs/jobs.ts';
import { startRelay, type Relay } from '../platform/outbox/relay.ts';
import type { Hub } from '../platform/realtime/hub.ts';
import type { Ground } from './ground.ts';
import { createJobHandlers } from './jobs.ts';

/** Moves what has happened to jobs and screens; every process does. */
export function startTelling({ clock, database, log, services, state }: Ground, hub: Hub): Relay {
  const relay = startRelay({
    pool: database.ownerPool,
    log,
    listeners: [
      routingListener,
      followupListener,
      createSessionListener(clock),
      createSearchListener(clock),
      teamListener,
      bulkListener,
      createAnswerListener(services.answers),
      createClassificationListener(clock),
      evaluationListener,
      incidentListener,
      knowledgeListener,
      createSynonymListener(clock),
      createVectorListener(clock),
      assistantListener,
      createLearningListener(clock),
      mailListener,
      slaListener,
      surveyListener,
      triggerListener,
      createDeskListener(hub.desk),
      createWidgetListener({ namespace: hub.widget, widget: services.widget, log }),
    ],
  });
  state.onEvents = () => relay.poke();
  return relay;
}

/** Runs background jobs, where the configuration asks for it. */
export async function startWorking({
  config,
  database,
  log,
  services,
}: Ground): Promise<JobRunner | null> {
  if (!config.roles.has('worker')) return null;
  const now = systemClock.now();
  // What was made before there was an encoder, or with another one.
  const workspaceIds = await listWorkspaceIds(database.owner);
  await enqueue(database.ownerPool, [
    ...(config.encoder ? workspaceIds.map((id) => vectorJob(id, now)) : []),
    ...workspaceIds.map((id) => trainingJob(id, now)),
    clockSweepJob(now, 0),
    alertSweepJob(now),
    upkeepJob(now, 60_000),
    forgetCallsJob(now, 60_000),
  ]);
  return startJobs({
    pool: database.ownerPool,
    log,
    handlers: createJobHandlers(database, services),
  });
}

/** Listens for mail, where the configuration asks for it. */
export async function startMail({
  config,
  log,
  services,
  state,
  onProgress,
}: Ground): Promise<RunningSmtp | null> {
  if (!config.roles.has('mail')) return null;
  const { host, port: wanted } = config.smtp;
  const port = await findFreePort(host, wanted);
  if (wanted !== 0 && port !== wanted)
    onProgress(`Port ${wanted} is taken: mail comes in on ${port}.`);
  const smtp = await startSmtp({
    receiver: services.mail.receiver,
    log,
    host,
    port,
    hostName: 'segue',
    limits: { mailBytes: config.smtp.maxBytes },
  });
  state.smtp = { host: smtp.host, port: smtp.port };
  return smtp;
}
