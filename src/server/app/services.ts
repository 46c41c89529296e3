import type { Config } from '../config.ts';
import { createAgentService } from '../features/agents/index.ts';
import {
  createAttachmentService,
  createAttachmentView,
  createConversationService,
} from '../features/conversations/index.ts';
import { createCustomerService } from '../features/customers/index.ts';
import { createDirectoryService } from '../features/directory/index.ts';
import { createFollowupService } from '../features/followups/index.ts';
import { createAccounts, createMemberService, type Auth } from '../features/identity/index.ts';
import {
  createMailService,
  createMailTransport,
  createOutgoingService,
} from '../features/mail/index.ts';
import { createOnboardingService } from '../features/onboarding/index.ts';
import { createOperationsService } from '../features/operations/index.ts';
import {
  createOfferService,
  createRouter,
  createRoutingReader,
  createWorkService,
} from '../features/routing/index.ts';
import { createSessionService } from '../features/sessions/index.ts';
import { createTagService } from '../features/tags/index.ts';
import {
  createEndingService,
  createTicketChanger,
  createTicketCreator,
  createTicketReplier,
  createTicketService,
  lockTicket,
  updateTicket,
} from '../features/tickets/index.ts';
import { createVisitors, createWidgetService } from '../features/widget/index.ts';
import { createWorkspaceService, findWorkspace, settingsOf } from '../features/workspaces/index.ts';
import type { Core } from '../platform/core.ts';
import type { Scope } from '../platform/db/database.ts';
import type { Log } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';
import type pg from 'pg';

export interface ServiceDeps extends Core {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly auth: Auth;
  readonly authPool: pg.Pool;
  readonly log: Log;
  /** Where the mail listener of this process is; null while there is none. */
  readonly smtpAddress: () => { host: string; port: number } | null;
  /** Address of the desk; known once the port is. */
  readonly deskUrl: () => string;
}

export type Services = ReturnType<typeof createServices>;

/** Every service, each made from just what it needs. */
export function createServices(deps: ServiceDeps) {
  const { config, secrets } = deps;
  const core: Core = { database: deps.database, clock: deps.clock, ids: deps.ids };
  const accounts = createAccounts({ auth: deps.auth, pool: deps.authPool, ids: core.ids });
  const conversations = createConversationService(core);
  const attachmentView = createAttachmentView(config.filesUrl);
  const attachments = createAttachmentService({ ...core, view: attachmentView });
  const customers = createCustomerService(core);
  const work = createWorkService(core);
  const createTicket = createTicketCreator({ ...core, work });
  const change = createTicketChanger({ ...core, work });
  const sessions = createSessionService({
    ...core,
    settingsOf,
    conversations,
    work,
    tickets: {
      lock: lockTicket,
      route: (scope, id, channel) =>
        updateTicket(scope, id, { routing_channel: channel }, core.clock.now()),
      create: createTicket,
    },
  });
  const transport = config.outgoingSmtp === null ? null : createMailTransport(config.outgoingSmtp);
  const outgoing = createOutgoingService({
    ...core,
    findWorkspace,
    settingsOf,
    serverConfigured: transport !== null,
  });
  const reply = createTicketReplier({
    ...core,
    conversations,
    work,
    change,
    queueReply: (scope, message) => outgoing.queueReply(scope, message),
  });
  const reading = {
    attachmentView,
    assistantNameOf: async (scope: Scope) => (await settingsOf(scope)).assistantName,
  };
  return {
    accounts,
    agents: createAgentService({ ...core, settingsOf }),
    attachments,
    change,
    conversations,
    createTicket,
    customers,
    directory: createDirectoryService(core),
    endings: createEndingService({ ...core, ...reading, sessions, settingsOf, work }),
    followups: createFollowupService({ ...core, change }),
    mail: createMailService({
      ...core,
      log: deps.log,
      findWorkspace,
      conversations,
      attachments,
      customers,
      createTicket,
      changeTicket: change,
      transport,
      smtpAddress: deps.smtpAddress,
    }),
    mailTransport: transport,
    members: createMemberService({
      ...core,
      accounts,
      secret: secrets.keyFor('invitations'),
      deskUrl: deps.deskUrl,
    }),
    offers: createOfferService({ ...core, conversations }),
    onboarding: createOnboardingService({ ...core, accounts }),
    operations: createOperationsService(core),
    router: createRouter({ ...core, settingsOf }),
    routingReader: createRoutingReader({ ...core, settingsOf }),
    sessions,
    tags: createTagService(core),
    tickets: createTicketService({ ...core, ...reading, work, change, reply }),
    visitors: createVisitors({ secret: secrets.keyFor('visitors'), ids: core.ids }),
    widget: createWidgetService({
      ...core,
      log: deps.log,
      settingsOf,
      findWorkspace,
      conversations,
      customers,
      sessions,
      createTicket,
      changeTicket: change,
      attachmentView,
      uploadMaxBytes: config.uploadMaxBytes,
    }),
    work,
    workspaces: createWorkspaceService(core),
  };
}
