import {
  createAssistantService,
  createFeedbackLinks,
  createPolicyService,
} from '../features/assistant/index.ts';
import type { EntityPatternService } from '../features/classification/index.ts';
import type { ConversationService } from '../features/conversations/index.ts';
import type { AnswerService } from '../features/knowledge/index.ts';
import { openIncidentOf } from '../features/incidents/index.ts';
import type { Models } from '../features/models/index.ts';
import type { createOutgoingService } from '../features/mail/index.ts';
import type { WorkService } from '../features/routing/index.ts';
import type { BusinessHours } from '../features/schedules/index.ts';
import type { TicketChanger } from '../features/tickets/index.ts';
import { findWorkspace, settingsOf } from '../features/workspaces/index.ts';
import type { Core } from '../platform/core.ts';
import type { ServiceDeps } from './services.ts';

interface AssistantParts {
  readonly answers: AnswerService;
  readonly businessHours: BusinessHours;
  readonly change: TicketChanger;
  readonly conversations: ConversationService;
  readonly entityPatterns: EntityPatternService;
  readonly models: Models;
  readonly outgoing: ReturnType<typeof createOutgoingService>;
  readonly work: WorkService;
}

/** The assistant on tickets: what it may do, what it does, and the links in its mails. */
export function createAssistant(
  { secrets, deskUrl, log }: ServiceDeps,
  core: Core,
  { answers, businessHours, entityPatterns, models, outgoing, ...parts }: AssistantParts,
) {
  const feedbackLinks = createFeedbackLinks({
    secret: secrets.keyFor('answers'),
    pageUrl: (path) => new URL(path, deskUrl()).href,
  });
  return {
    feedbackLinks,
    assistantPolicies: createPolicyService(core),
    assistant: createAssistantService({
      ...core,
      ...parts,
      log,
      ticks: () => performance.now(),
      study: answers.study,
      queueReply: outgoing.queueReply,
      settingsOf,
      findWorkspace,
      withinHours: businessHours.withinHours,
      thingsIn: entityPatterns.findIn,
      links: feedbackLinks,
      incidentOf: openIncidentOf,
      writeBy: models.write,
    }),
  };
}
