/** Background jobs: names and payloads. A job carries ids only and reads the rest when it runs. */
import { z } from 'zod';
import { idSchema } from './common.ts';
import { surveyKindSchema } from './surveys.ts';

const inWorkspace = { workspaceId: idSchema };

export const jobSchemas = {
  /** Plans and carries out assignments of one workspace; one at a time per workspace. */
  'routing.plan': z.object(inWorkspace),
  /** Learns handling times and forgets old reasons, in all workspaces. */
  'routing.upkeep': z.object({}),
  /** Forgets calls of models that are older than their workspaces keep them. */
  'models.forget': z.object({}),
  /** Puts waiting work into the queue it belongs to now. */
  'queues.rematch': z.object(inWorkspace),
  /** Makes the vectors of passages that have none yet. */
  'knowledge.embed': z.object(inWorkspace),
  /** Files the articles of an import. */
  'knowledge.import': z.object({ ...inWorkspace, importId: idSchema }),
  /** Tells the customers who wait in a queue their new place. */
  'queue.tell': z.object({ ...inWorkspace, queueId: idSchema }),
  /** Writes the brief of a ticket whose session has ended. */
  'brief.write': z.object({ ...inWorkspace, ticketId: idSchema }),
  /** Looks whether a chat has gone quiet: reminders, inactivity, its end. */
  'session.check': z.object({ ...inWorkspace, conversationId: idSchema }),
  /** Reads risks, wishes and the category out of a ticket. */
  'ticket.understand': z.object({ ...inWorkspace, ticketId: idSchema }),
  /** Looks through solved tickets for words of customers that articles do not know. */
  'synonyms.propose': z.object(inWorkspace),
  /** Asks what is left of an evaluation, and measures it. */
  'evaluation.run': z.object({ ...inWorkspace, evaluationId: idSchema }),
  /** Finds the tickets that a new one is about the same thing as. */
  'ticket.place': z.object({ ...inWorkspace, ticketId: idSchema }),
  /** Tells the customers of an incident what somebody wrote to all of them. */
  'incident.tell': z.object({ ...inWorkspace, tellingId: idSchema }),
  /** The assistant looks at a case and acts, asks or hands over. */
  'assistant.consider': z.object({ ...inWorkspace, ticketId: idSchema }),
  /** Looks whether a customer has been silent for long enough. */
  'assistant.clock': z.object({ ...inWorkspace, ticketId: idSchema }),
  /** Lets a ticket go to its queue that the assistant has not dealt with in time. */
  'assistant.release': z.object({ ...inWorkspace, ticketId: idSchema }),
  /** Compares what an agent wrote with what the assistant would have. */
  'assistant.compare': z.object({ ...inWorkspace, ticketId: idSchema, messageId: idSchema }),
  /** Ends an approval that nobody gave in time. */
  'approval.expire': z.object({ ...inWorkspace, approvalId: idSchema }),
  /** Counts what happened to a case of the assistant, and puts it into the gap it shows. */
  'learning.follow': z.object({ ...inWorkspace, ticketId: idSchema }),
  /** Closes the gap an article was drafted for. */
  'learning.article': z.object({ ...inWorkspace, articleId: idSchema }),
  /** Looks whether outcomes speak for other thresholds, and follows up cases that were missed. */
  'learning.look': z.object(inWorkspace),
  /** Asks the articles what past cases of a category asked. */
  'assistant.replay': z.object({ ...inWorkspace, replayId: idSchema }),
  /** Trains the category model on what the workspace teaches now. */
  'categories.train': z.object(inWorkspace),
  /** Closes tickets that have been solved for long enough. */
  'tickets.close': z.object(inWorkspace),
  /** Asks the rules about what has happened to a ticket. */
  'trigger.run': z.object({ ...inWorkspace, ticketId: idSchema }),
  /** Runs the rules by the clock. */
  'trigger.sweep': z.object(inWorkspace),
  /** Calls a webhook. */
  'webhook.send': z.object({ ...inWorkspace, deliveryId: idSchema }),
  /** Does what is left of a bulk change, or of its undoing. */
  'bulk.run': z.object({ ...inWorkspace, bulkId: idSchema }),
  /** Looks whether the customer of a ticket is to be asked how it was, and when. */
  'survey.plan': z.object({ ...inWorkspace, ticketId: idSchema, kind: surveyKindSchema }),
  /** Asks. */
  'survey.send': z.object({ ...inWorkspace, surveyId: idSchema }),
  /** Puts what was said into the search. */
  'search.index': z.object(inWorkspace),
  /** Makes the clocks of a ticket follow what happened to it. */
  'sla.follow': z.object({ ...inWorkspace, ticketId: idSchema }),
  /** Brings all tickets that are not solved under the policies as they are now. */
  'sla.rematch': z.object(inWorkspace),
  /** Looks for clocks of all workspaces whose wake-up was lost. */
  'sla.sweep': z.object({}),
  /** Looks in all workspaces whether supervisors are to be told something. */
  'alerts.sweep': z.object({}),
  /** Opens, raises and ends the alerts of a workspace. */
  'alerts.check': z.object(inWorkspace),
  /** Turns a received mail into a message. */
  'mail.read': z.object({ ...inWorkspace, intakeId: idSchema }),
  /** Hands an outgoing mail to the mail server. */
  'mail.send': z.object({ ...inWorkspace, mailId: idSchema }),
} as const;
export type JobName = keyof typeof jobSchemas;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobSchemas)[Name]>;
