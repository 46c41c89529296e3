import { setTimeout as sleep } from 'node:timers/promises';
import { alertCheckJob, alertSweepJob } from '../features/alerts/index.ts';
import { vectorRetryJob } from '../features/knowledge/index.ts';
import { forgetCallsJob } from '../features/models/index.ts';
import { routingJob, upkeepJob } from '../features/routing/index.ts';
import { closingJob, sessionWakeJob } from '../features/sessions/index.ts';
import { sweepJob } from '../features/triggers/index.ts';
import { clockJob, clockSweepJob } from '../features/sla/index.ts';
import { surveyJob } from '../features/surveys/index.ts';
import { systemClock } from '../platform/clock.ts';
import type { Database } from '../platform/db/database.ts';
import { enqueue, job, type JobHandlers, type JobSpec } from '../platform/jobs/jobs.ts';
import type { Services } from './services.ts';

/** What runs each job. */
export function createJobHandlers(
  database: Database,
  services: Pick<
    Services,
    | 'alerts'
    | 'assistant'
    | 'bulks'
    | 'callRetention'
    | 'categoryModels'
    | 'classification'
    | 'evaluations'
    | 'synonymProposals'
    | 'incidents'
    | 'closing'
    | 'triggers'
    | 'sessions'
    | 'router'
    | 'search'
    | 'upkeep'
    | 'vectors'
    | 'imports'
    | 'learning'
    | 'queueAdmin'
    | 'followups'
    | 'mail'
    | 'sla'
    | 'surveys'
    | 'tellings'
    | 'widget'
  >,
): JobHandlers {
  return {
    ...services.mail.jobs,
    'queues.rematch': ({ workspaceId }) => services.queueAdmin.rematch(workspaceId),
    'ticket.understand': ({ workspaceId, ticketId }) =>
      services.classification.understand(workspaceId, ticketId),
    'ticket.place': ({ workspaceId, ticketId }) => services.incidents.place(workspaceId, ticketId),
    'incident.tell': ({ workspaceId, tellingId }) => services.tellings.run(workspaceId, tellingId),
    'synonyms.propose': ({ workspaceId }) => services.synonymProposals.propose(workspaceId),
    'evaluation.run': ({ workspaceId, evaluationId }) =>
      services.evaluations.run(workspaceId, evaluationId),
    'assistant.consider': ({ workspaceId, ticketId }) =>
      services.assistant.consider(workspaceId, ticketId),
    'assistant.clock': ({ workspaceId, ticketId }) =>
      services.assistant.clock(workspaceId, ticketId),
    'assistant.release': ({ workspaceId, ticketId }) =>
      services.assistant.release(workspaceId, ticketId),
    'assistant.compare': ({ workspaceId, ticketId, messageId }) =>
      services.assistant.reader.compare(workspaceId, ticketId, messageId),
    'approval.expire': ({ workspaceId, approvalId }) =>
      services.assistant.approvals.expire(workspaceId, approvalId),
    'categories.train': ({ workspaceId }) => services.categoryModels.train(workspaceId),
    async 'knowledge.import'({ workspaceId, importId }, { stopping }) {
      const isOver = await services.imports.run(workspaceId, importId, stopping);
      if (!isOver) await enqueueNow(database, job('knowledge.import', { workspaceId, importId }));
    },
    async 'knowledge.embed'({ workspaceId }, { stopping }) {
      const runAt = await services.vectors.run(workspaceId, stopping);
      if (runAt !== null) await enqueueNow(database, vectorRetryJob(workspaceId, runAt));
    },
    'learning.follow': ({ workspaceId, ticketId }) =>
      services.learning.follow(workspaceId, ticketId),
    'learning.article': ({ workspaceId, articleId }) =>
      services.learning.gaps.close(workspaceId, articleId),
    'learning.look': ({ workspaceId }) => services.learning.look(workspaceId),
    'assistant.replay': ({ workspaceId, replayId }) =>
      services.learning.replays.run(workspaceId, replayId),
    'trigger.run': ({ workspaceId, ticketId }) => services.triggers.runOn(workspaceId, ticketId),
    async 'trigger.sweep'({ workspaceId }) {
      const runAt = await services.triggers.sweep(workspaceId);
      if (runAt !== null) await enqueueNow(database, sweepJob(workspaceId, runAt));
    },
    'webhook.send': ({ workspaceId, deliveryId }, { lastAttempt }) =>
      services.triggers.webhooks.send(workspaceId, deliveryId, lastAttempt),
    'bulk.run': ({ workspaceId, bulkId }) => services.bulks.run(workspaceId, bulkId),
    'queue.tell': (payload) => services.widget.tellQueue(payload),
    'brief.write': ({ workspaceId, ticketId }) => services.followups.write(workspaceId, ticketId),
    async 'session.check'(place) {
      const runAt = await services.sessions.check(place.workspaceId, place.conversationId);
      if (runAt !== null) await enqueueNow(database, sessionWakeJob(place, runAt));
    },
    async 'tickets.close'({ workspaceId }) {
      const runAt = await services.closing.close(workspaceId);
      if (runAt !== null) await enqueueNow(database, closingJob(workspaceId, runAt));
    },
    async 'survey.plan'({ workspaceId, ticketId, kind }) {
      const { surveyId, ...planned } = await services.surveys.plan(workspaceId, ticketId, kind);
      if (surveyId === null || !('dueAt' in planned)) return;
      await enqueueNow(database, surveyJob(workspaceId, surveyId, planned.dueAt));
    },
    'survey.send': ({ workspaceId, surveyId }) => services.surveys.send(workspaceId, surveyId),
    'search.index': ({ workspaceId }) => services.search.index(workspaceId),
    'sla.follow': ({ workspaceId, ticketId }) => services.sla.follow(workspaceId, ticketId),
    'sla.rematch': ({ workspaceId }) => services.sla.rematch(workspaceId),
    async 'sla.sweep'() {
      // The next one first: a sweep that fails must not be the last.
      await enqueueNow(database, clockSweepJob(systemClock.now()));
      for (const place of await services.sla.overdue()) {
        await enqueueNow(database, clockJob(place));
      }
    },
    async 'alerts.sweep'() {
      // The next one first, as above.
      await enqueueNow(database, alertSweepJob(systemClock.now()));
      for (const workspaceId of await services.alerts.workspaces()) {
        await enqueueNow(database, alertCheckJob(workspaceId));
      }
    },
    'alerts.check': ({ workspaceId }) => services.alerts.check(workspaceId),
    async 'models.forget'() {
      await enqueueNow(database, forgetCallsJob(systemClock.now()));
      await services.callRetention.run();
    },
    async 'routing.upkeep'() {
      await enqueueNow(database, upkeepJob(systemClock.now()));
      await services.upkeep.run();
    },
    async 'routing.plan'({ workspaceId }) {
      let goesOn = false;
      let looksLeft = mostLooksAgain;
      for (;;) {
        const { wakeAt, more, passedOver } = await services.router.route(workspaceId, { goesOn });
        if (wakeAt !== null) await enqueueNow(database, routingJob(workspaceId, wakeAt));
        if (!more) {
          if (!passedOver || looksLeft === 0) return;
          looksLeft -= 1;
          await sleep(lookAgainMs);
        }
        goesOn = more;
      }
    },
  };
}

/**
 * What a plan passed over is usually free within milliseconds (a customer's page is told that their chat waits, and so
 * holds its row): it is looked at again here, because a job of later is only found by the next poll.
 */
const lookAgainMs = 50;
const mostLooksAgain = 2;

async function enqueueNow(database: Database, spec: JobSpec): Promise<void> {
  const client = await database.ownerPool.connect();
  try {
    await enqueue(client, [spec]);
  } finally {
    client.release();
  }
}
