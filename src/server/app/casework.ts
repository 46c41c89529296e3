import { createHolder } from '../features/assistant/index.ts';
import {
  createAttachmentService,
  createAttachmentView,
  createConversationService,
} from '../features/conversations/index.ts';
import {
  createCategoryModels,
  createEntityPatterns,
  createClassificationService,
} from '../features/classification/index.ts';
import { createCustomerService } from '../features/customers/index.ts';
import { createFollowupService, guessCategoryByWords } from '../features/followups/index.ts';
import { createActApplier, createMacroService } from '../features/macros/index.ts';
import { createLetterService, createOutgoingService } from '../features/mail/index.ts';
import { createOfferService, createWorkService } from '../features/routing/index.ts';
import { type BusinessHours } from '../features/schedules/index.ts';
import { createQuestionDesk } from '../features/questions/index.ts';
import { createSessionService } from '../features/sessions/index.ts';
import { createTranscriptService } from '../features/transcripts/index.ts';
import {
  createSurveyLinks,
  createSurveyPages,
  createSurveyReader,
  createSurveyService,
} from '../features/surveys/index.ts';
import {
  createClosingService,
  createCustomerFollower,
  createEndingService,
  createTicketChanger,
  createTicketCreator,
  createTicketReplier,
  createTicketService,
  lockTicket,
  updateTicket,
  type TicketChanger,
} from '../features/tickets/index.ts';
import { createBulkService } from '../features/views/index.ts';
import { findWorkspace, settingsOf } from '../features/workspaces/index.ts';
import type { Core } from '../platform/core.ts';
import { createHttpClient } from '../platform/http-client/index.ts';
import type { Scope } from '../platform/db/database.ts';
import { type ModelServices } from './models.ts';
import { createRules } from './rules.ts';
import type { ServiceDeps } from './services.ts';

export type Casework = ReturnType<typeof createCasework>;

/** With the models a workspace connected, and the encoder that comes with Segue. */
type CaseworkCore = Core & Pick<ModelServices, 'models' | 'encoder'>;

/** Conversations, sessions, tickets and the work they are. */
export function createCasework(
  deps: ServiceDeps,
  core: CaseworkCore,
  businessHours: BusinessHours,
) {
  const { config } = deps;
  const conversations = createConversationService(core);
  const attachmentView = createAttachmentView(config.filesUrl);
  const { work, createTicket, change } = createTicketing(core);
  const classifying = createClassifying(core, change);
  const sessions = createSessionService({
    ...core,
    settingsOf,
    conversations,
    work,
    tickets: {
      lock: lockTicket,
      route: (scope, id, channel) =>
        updateTicket(scope, id, { routing_channel: channel }, core.clock.now()),
      change,
      create: createTicket,
    },
  });
  const { outgoing, letters, notices } = createWriters(deps, core);
  const applyActs = createActApplier({ ...core, change, conversations, sessions, work });
  const reply = createTicketReplier({
    ...core,
    conversations,
    work,
    change,
    queueReply: (scope, message) => outgoing.queueReply(scope, message),
    applyActs,
  });
  const reading = {
    attachmentView,
    assistantNameOf: async (scope: Scope) => (await settingsOf(scope)).assistantName,
  };
  const surveying = createSurveys(deps, { ...core, ...notices, conversations });
  const triggers = createRules({
    ...core,
    ...surveying,
    log: deps.log,
    http: createHttpClient({ allowedHosts: config.allowedHosts }),
    withinHours: businessHours.withinHours,
    change,
    conversations,
    letters,
    outgoing,
    reply,
    sessions,
    work,
  });
  return {
    attachmentView,
    attachments: createAttachmentService({ ...core, view: attachmentView }),
    change,
    closing: createClosingService({ ...core, settingsOf, work }),
    conversations,
    createTicket,
    customers: createCustomerService({ ...core, onChanged: createCustomerFollower(work) }),
    endings: createEndingService({ ...core, ...reading, sessions, settingsOf, work }),
    ...classifying,
    followups: createFollowupService({
      ...core,
      change,
      understand: classifying.categoryModels.read,
    }),
    letters,
    outgoing,
    macros: createMacroService({ ...core, applyActs }),
    bulks: createBulkService({ ...core, change, work, markTaken: reply.markTaken }),
    markTaken: reply.markTaken,
    offers: createOfferService({ ...core, conversations }),
    questions: createQuestionDesk({ ...core, conversations, createTicket, changeTicket: change }),
    sessions,
    tellCustomer: reply.tell,
    tickets: createTicketService({ ...core, ...reading, work, change, reply }),
    transcripts: createTranscriptService({ ...core, ...notices, settingsOf }),
    ...surveying,
    triggers,
    work,
  };
}

/** What tickets are about: what is read out of them, and what that is learned from. */
function createClassifying(core: CaseworkCore, change: TicketChanger) {
  const categoryModels = createCategoryModels(core);
  const entityPatterns = createEntityPatterns(core);
  return {
    categoryModels,
    entityPatterns,
    classification: createClassificationService({
      ...core,
      models: categoryModels,
      judge: core.models,
      patterns: entityPatterns,
      change,
      settingsOf,
      guessByWords: guessCategoryByWords,
    }),
  };
}

/** Tickets and the work they are, which the assistant may keep from the queues for a moment. */
function createTicketing(core: Core) {
  const { onCreated, onReturn, onTaken } = createHolder(core);
  const work = createWorkService({ ...core, settingsOf, onTaken });
  return {
    work,
    createTicket: createTicketCreator({ ...core, work, onCreated }),
    change: createTicketChanger({ ...core, work, onReturn }),
  };
}

/** What writes mails: replies and notices of tickets, and letters that belong to none. */
function createWriters({ config }: ServiceDeps, core: Core) {
  const shared = { ...core, findWorkspace, serverConfigured: config.outgoingSmtp !== null };
  const outgoing = createOutgoingService({ ...shared, settingsOf });
  const letters = createLetterService(shared);
  return { outgoing, letters, notices: { queueNotice: outgoing.queueNotice } };
}

type SurveyParts = Core &
  Pick<Parameters<typeof createSurveyService>[0], 'conversations' | 'queueNotice'>;

/** Asking customers how it was. */
function createSurveys({ secrets, deskUrl }: ServiceDeps, parts: SurveyParts) {
  const links = createSurveyLinks({ secret: secrets.keyFor('surveys') });
  const pageUrl = (path: string) => new URL(path, deskUrl()).href;
  const shared = { ...parts, settingsOf, findWorkspace, links };
  const surveys = createSurveyService({ ...shared, pageUrl });
  return {
    surveys,
    surveyPages: createSurveyPages({ ...shared, surveys }),
    surveyReader: createSurveyReader(shared),
  };
}
