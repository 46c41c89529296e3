import type { Config } from '../config.ts';
import { listAssistantHours } from '../features/assistant/index.ts';
import { createAgentService } from '../features/agents/index.ts';
import { createAlertService } from '../features/alerts/index.ts';
import { createApiKeyService, createApiTicketService } from '../features/api/index.ts';
import { createBoardService } from '../features/board/index.ts';
import { createCallService, createRunningCallService } from '../features/calls/index.ts';
import { createDirectoryService, type DirectoryService } from '../features/directory/index.ts';
import { createAccounts, createMemberService, type Auth } from '../features/identity/index.ts';
import { createEvaluationService } from '../features/evaluations/index.ts';
import { createIncidentService, createTellingService } from '../features/incidents/index.ts';
import { createMailService, createMailTransport } from '../features/mail/index.ts';
import { createOnboardingService } from '../features/onboarding/index.ts';
import { createOperationsService } from '../features/operations/index.ts';
import {
  createCallKeeper,
  createNeedsService,
  createRouter,
  createRoutingPreviewer,
  createUpkeep,
  createRoutingReader,
} from '../features/routing/index.ts';
import {
  createBusinessHours,
  createScheduleService,
  type BusinessHours,
} from '../features/schedules/index.ts';
import {
  createClockFollower,
  createSlaReader,
  createAttainment,
  createSlaService,
  listUsersOfSchedules,
} from '../features/sla/index.ts';
import { createSearchService } from '../features/search/index.ts';
import { createPortalService } from '../features/portal/index.ts';
import { createDeletionService, createExportService } from '../features/privacy/index.ts';
import { createRecipeService, type RecipeMakers } from '../features/recipes/index.ts';
import { createTagService } from '../features/tags/index.ts';
import { createQueueAdminService, createTeamService } from '../features/team/index.ts';
import { createTicketCloser } from '../features/tickets/index.ts';
import { createViewService } from '../features/views/index.ts';
import { describeRule, tellWebhook, webhookExists } from '../features/triggers/index.ts';
import { createVisitors, createWidgetService } from '../features/widget/index.ts';
import { createWorkspaceService, findWorkspace, settingsOf } from '../features/workspaces/index.ts';
import type { Core } from '../platform/core.ts';
import type { Scope } from '../platform/db/database.ts';
import { within } from '../platform/db/within.ts';
import type { Log } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';
import type pg from 'pg';
import { createAssistant } from './assistant.ts';
import { createKnowledge, type Knowledge } from './knowledge.ts';
import { createModelServices } from './models.ts';
import { createCasework, type Casework } from './casework.ts';
import { createLearning } from './learning.ts';

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
  const core: Core = { database: deps.database, clock: deps.clock, ids: deps.ids };
  const businessHours = createBusinessHours();
  const modelling = createModelServices(deps, core);
  const casework = createCasework(deps, { ...core, ...modelling }, businessHours);
  const knowledge = createKnowledge(deps, core, modelling);
  const assisting = createAssistant(deps, core, {
    ...casework,
    ...knowledge,
    ...modelling,
    businessHours,
  });
  const people = createPeople(deps, core, { work: casework.work, businessHours });
  const directory = createDirectoryService(core);
  return {
    ...casework,
    ...knowledge,
    ...modelling,
    ...people,
    ...assisting,
    alerts: createAlerts(deps, core, { businessHours, letters: casework.letters }),
    board: createBoardService({ ...core, settingsOf, listAgents: people.agents.list }),
    ...createEdges(deps, core, { ...casework, ...knowledge }),
    apiKeys: createApiKeyService(core),
    apiTickets: createApiTicketService({
      ...core,
      ...casework,
      categories: (workspaceId) => directory.categories(workspaceId),
    }),
    ...createPhone(core, casework),
    portal: createPortal(deps, core, { ...casework, ...knowledge, directory }),
    directory,
    evaluations: createEvaluationService({
      ...core,
      settingsOf,
      ask: (workspaceId, question) =>
        knowledge.answers.answer(workspaceId, question, { audience: 'customer' }),
      models: casework.categoryModels,
    }),
    incidents: createIncidentService(core),
    tellings: createTellingService({ ...core, tell: casework.tellCustomer }),
    deletions: createDeletionService({
      ...core,
      sessions: casework.sessions,
      closeTicket: createTicketCloser({ ...core, work: casework.work }),
    }),
    exports: createExportService(core),
    learning: createLearning(core, { ...knowledge, ...assisting }),
    operations: createOperationsService(core),
    router: createRouter({
      ...core,
      settingsOf,
      businessHours,
      conversations: casework.conversations,
    }),
    upkeep: createUpkeep({ ...core, settingsOf }),
    routingPreviewer: createRoutingPreviewer({ ...core, settingsOf, businessHours }),
    routingReader: createRoutingReader({ ...core, settingsOf }),
    needs: createNeedsService(core),
    queueAdmin: createQueueAdminService({ ...core, work: casework.work }),
    businessHours,
    schedules: createScheduleService({ ...core, businessHours, usersOf: usersOfSchedules }),
    ...createPromises(core, casework, businessHours),
    search: createSearchService(core),
    tags: createTagService(core),
    team: createTeamService(core),
    recipes: createRecipes(deps, core),
    views: createViewService(core),
    workspaces: createWorkspaceService({
      ...core,
      onChatClosed: casework.sessions.endOfChannel,
    }),
  };
}

/** What was promised to customers, how it stands and how it went. */
function createPromises(
  core: Core,
  { change, work }: Pick<Casework, 'change' | 'work'>,
  businessHours: BusinessHours,
) {
  const follower = createClockFollower({ ...core, businessHours, change, work });
  return {
    sla: createSlaService({ ...core, follower }),
    slaReader: createSlaReader({ ...core, businessHours }),
    attainment: createAttainment(core),
  };
}

/** Recipes: what they make, they make with the services everybody uses, inside one transaction. */
function createRecipes(deps: ServiceDeps, core: Core) {
  return createRecipeService({
    ...core,
    describeRule: (rule) => describeRule(rule, (id) => (id.includes('-') ? 'the default one' : id)),
    makersIn(scope, author): RecipeMakers {
      const inside = createServices({ ...deps, database: within(deps.database, scope) });
      const { workspaceId } = author;
      const viewer = { ...author, mayShare: true };
      return {
        makeRule: async (rule) =>
          (await inside.triggers.rules.create(author, { ...rule, enabled: true })).id,
        removeRule: (id) => inside.triggers.rules.remove(author, id),
        makeQueue: (queue) => inside.queueAdmin.save(workspaceId, null, queue),
        removeQueue: (id) => inside.queueAdmin.remove(workspaceId, id),
        makeView: async (view) => (await inside.views.create(viewer, view)).id,
        removeView: (id) => inside.views.remove(viewer, id),
      };
    },
  });
}

/** What supervisors are told, and by which ways. */
function createAlerts(
  { log, deskUrl }: ServiceDeps,
  core: Core,
  { businessHours, letters }: { businessHours: BusinessHours; letters: Casework['letters'] },
) {
  return createAlertService({
    ...core,
    log,
    settingsOf,
    webhookExists,
    hoursOf: async (scope) => (await businessHours.current(scope, null))?.calendar ?? null,
    boardUrl: () => new URL('/desk/operations', deskUrl()).href,
    queueLetter: letters.queueLetter,
    queueWebhook: (scope, call) => tellWebhook(core, scope, call),
  });
}

/** The public site of each workspace. */
function createPortal(
  { secrets, deskUrl }: ServiceDeps,
  core: Core,
  casework: Casework & Pick<Knowledge, 'answers'> & { directory: DirectoryService },
) {
  return createPortalService({
    ...core,
    ...casework,
    settingsOf,
    findWorkspace,
    categories: (workspaceId) => casework.directory.categories(workspaceId),
    queueLetter: casework.letters.queueLetter,
    secret: secrets.keyFor('portal'),
    portalUrl: (slug) => new URL(`/help/${slug}`, deskUrl()).href,
  });
}

/** Who works here and how they came. */
function createPhone(core: Core, casework: Casework) {
  const keeper = createCallKeeper(core);
  return {
    calls: createCallService({ ...core, ...casework, keeper }),
    runningCalls: createRunningCallService({ ...core, ...casework, keeper }),
  };
}

function createPeople(
  { config, auth, authPool, secrets, deskUrl }: ServiceDeps,
  core: Core,
  { work, businessHours }: Pick<Casework, 'work'> & { businessHours: BusinessHours },
) {
  const accounts = createAccounts({ auth, pool: authPool, ids: core.ids });
  return {
    agents: createAgentService({ ...core, settingsOf, businessHours }),
    members: createMemberService({
      ...core,
      accounts,
      giveBack: work.giveBack,
      secret: secrets.keyFor('invitations'),
      deskUrl,
    }),
    onboarding: createOnboardingService({
      ...core,
      accounts,
      openWorkspaces: config.openWorkspaces,
      sending: config.outgoingSmtp !== null,
    }),
  };
}

/** Where customers come in and answers go out: mail and the widget. */
function createEdges(
  deps: ServiceDeps,
  core: Core,
  casework: Casework & Pick<Knowledge, 'answers'>,
) {
  const { config, log, secrets } = deps;
  const mailTransport =
    config.outgoingSmtp === null ? null : createMailTransport(config.outgoingSmtp);
  const shared = { ...core, ...casework, log, findWorkspace, changeTicket: casework.change };
  return {
    mail: createMailService({
      ...shared,
      transport: mailTransport,
      smtpAddress: deps.smtpAddress,
    }),
    mailTransport,
    visitors: createVisitors({ secret: secrets.keyFor('visitors'), ids: core.ids }),
    widget: createWidgetService({
      ...shared,
      settingsOf,
      uploadMaxBytes: config.uploadMaxBytes,
    }),
  };
}

/** Who counts by schedules: promises and the assistant. Neither is left without hours by deleting them. */
async function usersOfSchedules(scope: Scope): Promise<Map<string, string[]>> {
  const users = await listUsersOfSchedules(scope);
  for (const [id, rules] of await listAssistantHours(scope))
    users.set(id, [...(users.get(id) ?? []), ...rules]);
  return users;
}
