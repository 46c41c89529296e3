/** What happens in Segue: facts written to the outbox in the transaction that made them true. */
import { z } from 'zod';
import { idSchema } from './common.ts';
import { surveyKindSchema } from './surveys.ts';
import { inactiveReasonSchema, sessionEndedReasonSchema } from './sessions.ts';

const aboutTicket = { ticketId: idSchema, version: z.number().int() };

export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ticket.created'), ...aboutTicket }),
  z.object({ type: z.literal('ticket.changed'), ...aboutTicket }),
  z.object({
    type: z.literal('message.created'),
    messageId: idSchema,
    conversationId: idSchema,
    ticketId: idSchema.nullable(),
    seq: z.number().int(),
    authorKind: z.enum(['customer', 'agent', 'assistant', 'trigger', 'system']),
    channel: z.enum(['messaging', 'email', 'note']),
    /** Version of the conversation after it. */
    version: z.number().int(),
  }),
  z.object({
    type: z.literal('message.changed'),
    messageId: idSchema,
    conversationId: idSchema,
    ticketId: idSchema.nullable(),
  }),
  /** State of a conversation as its customer sees it: queue, agent, seen marks, end. */
  z.object({
    type: z.literal('conversation.changed'),
    conversationId: idSchema,
    ticketId: idSchema.nullable(),
    version: z.number().int(),
    lastSeq: z.number().int(),
  }),
  z.object({
    type: z.literal('session.ended'),
    sessionId: idSchema,
    conversationId: idSchema,
    ticketId: idSchema.nullable(),
    reason: sessionEndedReasonSchema,
    /** The state it was in before; what a condition "changed from" reads. */
    previous: z.enum(['active', 'inactive']).default('active'),
    /** The rule that ended it; null for every other reason. */
    rule: idSchema.nullable().default(null),
  }),
  /** A session went quiet or woke up. Its end is `session.ended`, never this. */
  z.object({
    type: z.literal('session.changed'),
    sessionId: idSchema,
    conversationId: idSchema,
    ticketId: idSchema.nullable(),
    previous: z.enum(['active', 'inactive']),
    state: z.enum(['active', 'inactive']),
    /** Why it is quiet; null when it woke up. */
    inactiveReason: inactiveReasonSchema.nullable(),
  }),
  /** A ticket became solved: some days later it closes. */
  z.object({ type: z.literal('ticket.solved'), ticketId: idSchema }),
  /** Demand changed: work came, went back, was finished or held. */
  z.object({
    type: z.literal('work.changed'),
    workItemId: idSchema,
    ticketId: idSchema,
    /** It was and is kept from the queues at nobody's cost: there is nothing to plan. */
    kept: z.literal(true).optional(),
  }),
  /** A plan gave work to people, or offered it: one fact for all of it. Nothing else about the tickets changed. */
  z.object({
    type: z.literal('work.given'),
    workspaceId: idSchema,
    tickets: z.array(z.object(aboutTicket)),
  }),
  /** Supply changed: status, connection, capacity, groups or skills of an agent. */
  z.object({ type: z.literal('agent.changed'), agentId: idSchema }),
  z.object({
    type: z.literal('offer.changed'),
    offerId: idSchema,
    agentId: idSchema,
    ticketId: idSchema,
  }),
  /** A chat left a queue: those behind it have a new place. */
  z.object({ type: z.literal('queue.moved'), queueId: idSchema }),
  /** A ticket was read once more, whether or not anything new came out. */
  z.object({ type: z.literal('ticket.understood'), ticketId: idSchema }),
  /** The assistant looks at a ticket before people do, until then at most. */
  z.object({ type: z.literal('assistant.held'), ticketId: idSchema, until: z.iso.datetime() }),
  /** The assistant did something in a case, and when it looks again by itself; null when it does not. */
  z.object({
    type: z.literal('assistant.changed'),
    ticketId: idSchema,
    wakeAt: z.iso.datetime().nullable(),
  }),
  /** What the assistant may do is different. */
  z.object({ type: z.literal('assistant_policy.changed'), workspaceId: idSchema }),
  /** An act waits for a person, or was decided; `deadlineAt` is null once it is. */
  z.object({
    type: z.literal('approval.changed'),
    approvalId: idSchema,
    ticketId: idSchema,
    deadlineAt: z.iso.datetime().nullable(),
  }),
  /** What was read out of a ticket is different. */
  z.object({ type: z.literal('signals.changed'), ticketId: idSchema }),
  /** Past answers suggest synonyms. */
  z.object({ type: z.literal('synonyms.proposed'), workspaceId: idSchema }),
  /** A category model was trained, agreed to or declined. */
  z.object({ type: z.literal('model.trained'), workspaceId: idSchema }),
  z.object({ type: z.literal('evaluation.started'), evaluationId: idSchema }),
  z.object({ type: z.literal('evaluation.changed'), evaluationId: idSchema }),
  /** A ticket joined or left a group of tickets about the same thing. */
  z.object({ type: z.literal('group.changed'), groupId: idSchema, ticketId: idSchema }),
  /** A group was marked as an incident, or the incident changed. */
  z.object({ type: z.literal('incident.changed'), groupId: idSchema }),
  /** The customers of an incident are to be told something. */
  z.object({ type: z.literal('telling.started'), tellingId: idSchema }),
  /** A person filed a ticket under a category: the model learns from it. */
  z.object({ type: z.literal('category.corrected'), ticketId: idSchema }),
  /** Somebody's draft is different: what they have open elsewhere follows. */
  z.object({ type: z.literal('draft.changed'), ticketId: idSchema, memberId: idSchema }),
  z.object({ type: z.literal('brief.changed'), ticketId: idSchema, version: z.number().int() }),
  z.object({ type: z.literal('mail.received'), intakeId: idSchema }),
  z.object({ type: z.literal('mail.queued'), mailId: idSchema }),
  z.object({ type: z.literal('mail.changed'), mailId: idSchema }),
  z.object({ type: z.literal('settings.changed'), workspaceId: idSchema }),
  /** A customer was deleted: what was theirs has no words any more. */
  z.object({ type: z.literal('customer.deleted'), customerId: idSchema }),
  /** Groups, skills, capacity rules or statuses are different. */
  z.object({ type: z.literal('team.changed'), workspaceId: idSchema }),
  z.object({ type: z.literal('categories.changed'), workspaceId: idSchema }),
  /** Queues are different: what waits may belong elsewhere. */
  z.object({ type: z.literal('queues.changed'), workspaceId: idSchema }),
  z.object({ type: z.literal('tags.changed'), tagId: idSchema }),
  /** A survey went out. */
  z.object({ type: z.literal('survey.changed'), surveyId: idSchema, ticketId: idSchema }),
  /** A customer answered, or changed an answer (`first` is false). */
  z.object({
    type: z.literal('survey.answered'),
    surveyId: idSchema,
    ticketId: idSchema,
    kind: surveyKindSchema,
    /** From 1 to 5. */
    score: z.number().int(),
    first: z.boolean(),
  }),
  /** A bulk change, or its undoing, is too large for one request. */
  z.object({ type: z.literal('bulk.started'), bulkId: idSchema }),
  /** Rules or webhooks are different. */
  z.object({ type: z.literal('triggers.changed'), workspaceId: idSchema }),
  z.object({ type: z.literal('webhook.queued'), deliveryId: idSchema }),
  /** An article was written, published or put away. */
  z.object({ type: z.literal('article.changed'), articleId: idSchema }),
  /** Sections or synonyms of the knowledge base are different. */
  z.object({ type: z.literal('knowledge.changed'), workspaceId: idSchema }),
  /** What the assistant learnt is different: gaps, proposals, a replay. */
  z.object({ type: z.literal('learning.changed'), workspaceId: idSchema }),
  /** Past cases are to be asked again. */
  z.object({ type: z.literal('replay.started'), replayId: idSchema }),
  z.object({ type: z.literal('import.changed'), importId: idSchema, started: z.boolean() }),
  /** Hours are different: what is due may move. */
  z.object({ type: z.literal('schedules.changed'), scheduleId: idSchema }),
  /** Policies are different: other promises may count. */
  z.object({ type: z.literal('sla_policies.changed'), workspaceId: idSchema }),
  /** A clock of a ticket did something, and when one will do so by itself; null when none will. */
  z.object({
    type: z.literal('sla.changed'),
    ticketId: idSchema,
    wakeAt: z.iso.datetime().nullable(),
  }),
  /** People are told that a promise is at risk or broken. */
  z.object({
    type: z.literal('sla.alerted'),
    ticketId: idSchema,
    alertId: idSchema,
    memberIds: z.array(idSchema),
  }),
  /** Something about the alerts of supervisors is different: opened, raised or over. */
  z.object({
    type: z.literal('alert.changed'),
    alertId: idSchema,
    /** Who is told. */
    memberIds: z.array(idSchema),
    /** True when it is worse than before: a reason to look up. */
    raised: z.boolean(),
  }),
]);
export type DomainEvent = z.infer<typeof eventSchema>;
export type EventType = DomainEvent['type'];
export type EventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>;
