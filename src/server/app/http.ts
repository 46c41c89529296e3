import { agentRoutes } from '../features/agents/index.ts';
import { alertRoutes } from '../features/alerts/index.ts';
import { apiKeyRoutes, apiTicketRoutes } from '../features/api/index.ts';
import {
  approvalRoutes,
  assistantRoutes,
  feedbackPages,
  policyRoutes,
} from '../features/assistant/index.ts';
import { boardRoutes } from '../features/board/index.ts';
import { callRoutes } from '../features/calls/index.ts';
import { attachmentRoutes } from '../features/conversations/index.ts';
import { classificationRoutes, entityPatternRoutes } from '../features/classification/index.ts';
import { customerRoutes } from '../features/customers/index.ts';
import { directoryRoutes } from '../features/directory/index.ts';
import { followupRoutes } from '../features/followups/index.ts';
import {
  answerRoutes,
  articleRoutes,
  importRoutes,
  rememberRendered,
  renderMarkdown,
  shelfRoutes,
  synonymProposalRoutes,
} from '../features/knowledge/index.ts';
import { learningRoutes } from '../features/learning/index.ts';
import { identityRoutes, listMemberships } from '../features/identity/index.ts';
import { evaluationRoutes } from '../features/evaluations/index.ts';
import { incidentRoutes, tellingRoutes } from '../features/incidents/index.ts';
import { macroRoutes } from '../features/macros/index.ts';
import { mailRoutes } from '../features/mail/index.ts';
import { modelRoutes } from '../features/models/index.ts';
import { operationsRoutes } from '../features/operations/index.ts';
import { routingRoutes } from '../features/routing/index.ts';
import { scheduleRoutes } from '../features/schedules/index.ts';
import { slaRoutes } from '../features/sla/index.ts';
import { followupModeRoutes } from '../features/sessions/index.ts';
import { searchRoutes } from '../features/search/index.ts';
import { surveyPages, surveyRoutes } from '../features/surveys/index.ts';
import { tagRoutes } from '../features/tags/index.ts';
import { privacyRoutes } from '../features/privacy/index.ts';
import { onboardingRoutes } from '../features/onboarding/index.ts';
import { portalRoutes } from '../features/portal/index.ts';
import { recipeRoutes } from '../features/recipes/index.ts';
import { queueAdminRoutes, teamRoutes } from '../features/team/index.ts';
import { endingRoutes, ticketRoutes } from '../features/tickets/index.ts';
import { transcriptRoutes } from '../features/transcripts/index.ts';
import { bulkRoutes, viewRoutes } from '../features/views/index.ts';
import { triggerRoutes, webhookRoutes } from '../features/triggers/index.ts';
import { chatPageRoutes, widgetRoutes } from '../features/widget/index.ts';
import { findWorkspace, settingsRoutes, workspaceViewOf } from '../features/workspaces/index.ts';
import { guardRoutes, type Caller } from '../platform/http/access.ts';
import { createHttpApp, type HttpApp } from '../platform/http/app.ts';
import type { Ground } from './ground.ts';
import { serveDesk, servePages } from './pages.ts';

/** The web server with every route of every feature, and the built pages. */
export async function createWebServer(ground: Ground): Promise<HttpApp> {
  const { config, services } = ground;
  const app = await createHttpApp({
    log: ground.log,
    trustProxy: config.http.trustProxy,
    uploadMaxBytes: config.uploadMaxBytes,
    version: '0.1.0',
  });
  guardRoutes(app, {
    findCaller: (headers) => ground.callers.find(headers),
    findClient: (headers) => services.apiKeys.find(headers),
    publicUrl: ground.web.url,
  });
  identityRoutes(app, {
    auth: ground.auth,
    members: services.members,
    welcome: () => services.onboarding.welcome(),
    createWorkspace: (answers) => services.onboarding.create(answers),
    me: (caller) => describeMe(ground, caller),
  });
  operationsRoutes(app, {
    operations: services.operations,
    isServing: () => ground.state.serving,
  });
  settingsRoutes(app, services.workspaces);
  onboardingRoutes(app, services.onboarding);
  agentRoutes(app, services.agents);
  alertRoutes(app, services.alerts);
  apiKeyRoutes(app, services.apiKeys);
  apiTicketRoutes(app, services.apiTickets);
  assistantRoutes(app, services.assistant.reader);
  approvalRoutes(app, services.assistant.approvals);
  policyRoutes(app, services.assistantPolicies);
  await feedbackPages(app, {
    feedback: services.assistant.feedback,
    links: services.feedbackLinks,
    accentColorOf: async (id) => (await services.workspaces.settings(id)).accentColor,
  });
  boardRoutes(app, services.board);
  callRoutes(app, services.calls, services.runningCalls);
  classificationRoutes(app, services.classification);
  entityPatternRoutes(app, services.entityPatterns);
  customerRoutes(app, services.customers);
  privacyRoutes(app, services);
  directoryRoutes(app, services.directory);
  evaluationRoutes(app, services.evaluations);
  incidentRoutes(app, services.incidents);
  tellingRoutes(app, services.tellings);
  scheduleRoutes(app, services.schedules);
  slaRoutes(app, services);
  knowledgeRoutes(app, ground);
  synonymProposalRoutes(app, services.synonymProposals);
  modelRoutes(app, services.modelSettings);
  tagRoutes(app, services.tags);
  sharingRoutes(app, services);
  ticketRoutes(app, services.tickets);
  endingRoutes(app, services.endings);
  followupModeRoutes(app, ground);
  followupRoutes(app, services.followups);
  attachmentRoutes(app, services.attachments);
  macroRoutes(app, services.macros);
  viewRoutes(app, services.views);
  bulkRoutes(app, services.bulks);
  searchRoutes(app, services.search);
  transcriptRoutes(app, services.transcripts);
  surveyRoutes(app, services.surveyReader);
  await surveyPages(app, services.surveyPages);
  recipeRoutes(app, services.recipes);
  triggerRoutes(app, services.triggers.rules);
  webhookRoutes(app, services.triggers.webhooks);
  mailRoutes(app, services.mail.desk);
  portalRoutes(app, {
    portal: services.portal,
    publicUrl: ground.web.url,
    renderMarkdown: rememberRendered(renderMarkdown),
    fileUrl: (workspaceId, file) =>
      services.attachmentView(workspaceId, { ...file, type: '', size_bytes: 0 }).url,
  });
  await widgetRoutes(app, services);
  chatPageRoutes(app, services.widget);
  await servePages(app, ground);
  serveDesk(app);
  return app;
}

/** How work is shared out: who can take what, which queues there are, offers and decisions. */
function sharingRoutes(app: HttpApp, services: Ground['services']): void {
  teamRoutes(app, services.team);
  queueAdminRoutes(app, services.queueAdmin);
  routingRoutes(app, {
    offers: services.offers,
    reader: services.routingReader,
    previewer: services.routingPreviewer,
    needs: services.needs,
  });
}

/** What the workspace knows, and what it learns of that. */
function knowledgeRoutes(app: HttpApp, { services }: Ground): void {
  answerRoutes(app, services.answers);
  articleRoutes(app, services.articles);
  shelfRoutes(app, services.shelves);
  learningRoutes(app, services.learning);
  importRoutes(app, services.imports);
}

async function describeMe({ config, database, services, web }: Ground, caller: Caller) {
  const memberships = await listMemberships(database.app, caller.userId);
  const members = await services.members.list(caller.workspaceId);
  const workspace = await database.inWorkspace(caller.workspaceId, findWorkspace);
  return {
    email: members.find((member) => member.id === caller.memberId)?.email ?? '',
    workspace: workspaceViewOf(workspace),
    workspaces: memberships.map((one) => ({ id: one.workspace_id, name: one.workspace_name })),
    demoShopUrl: workspace.is_demo ? `${web.url}/shop/` : null,
    widgetKey: workspace.widget_key,
    uploadMaxBytes: config.uploadMaxBytes,
  };
}
