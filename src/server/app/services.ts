import type { Config } from '../config.ts';
import { createAgentService } from '../features/agents/index.ts';
import {
  createAttachmentService,
  createAttachmentView,
  createConversationService,
} from '../features/conversations/index.ts';
import { createCustomerService } from '../features/customers/index.ts';
import { createFollowupService } from '../features/followups/index.ts';
import { createAccounts, createMemberService, type Auth } from '../features/identity/index.ts';
import { createOnboardingService } from '../features/onboarding/index.ts';
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
  type OutgoingReply,
} from '../features/tickets/index.ts';
import { createWorkspaceService, settingsOf } from '../features/workspaces/index.ts';
import type { Core } from '../platform/core.ts';
import type { Scope } from '../platform/db/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import type pg from 'pg';

export interface ServiceDeps extends Core {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly auth: Auth;
  readonly authPool: pg.Pool;
  readonly queueReply: (scope: Scope, reply: OutgoingReply) => Promise<void>;
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
      route: (scope, id, channel) => updateTicket(scope, id, { routing_channel: channel }, core.clock.now()),
      create: createTicket,
    },
  });
  const reply = createTicketReplier({
    ...core,
    conversations,
    work,
    change,
    queueReply: deps.queueReply,
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
    endings: createEndingService({ ...core, ...reading, sessions, settingsOf }),
    followups: createFollowupService({ ...core, change }),
    members: createMemberService({
      ...core,
      accounts,
      secret: secrets.keyFor('invitations'),
      deskUrl: deps.deskUrl,
    }),
    offers: createOfferService({ ...core, conversations }),
    onboarding: createOnboardingService({ ...core, accounts }),
    router: createRouter({ ...core, settingsOf }),
    routingReader: createRoutingReader({ ...core, settingsOf }),
    sessions,
    tags: createTagService(core),
    tickets: createTicketService({ ...core, ...reading, work, change, reply }),
    work,
    workspaces: createWorkspaceService(core),
  };
}
