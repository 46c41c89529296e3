import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { agentRoutes } from '../features/agents/index.ts';
import { attachmentRoutes } from '../features/conversations/index.ts';
import { customerRoutes } from '../features/customers/index.ts';
import { directoryRoutes } from '../features/directory/index.ts';
import { followupRoutes } from '../features/followups/index.ts';
import {
  identityRoutes,
  listMemberships,
  type Auth,
  type CallerFinder,
} from '../features/identity/index.ts';
import { operationsRoutes } from '../features/operations/index.ts';
import { routingRoutes } from '../features/routing/index.ts';
import { tagRoutes } from '../features/tags/index.ts';
import { endingRoutes, ticketRoutes } from '../features/tickets/index.ts';
import { findWorkspace, settingsRoutes, workspaceViewOf } from '../features/workspaces/index.ts';
import type { Database } from '../platform/db/database.ts';
import { guardRoutes, type Caller } from '../platform/http/access.ts';
import { createHttpApp, type HttpApp } from '../platform/http/app.ts';
import { createStaticFolder, sendFile } from '../platform/http/static-folder.ts';
import { AppError } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import type { Services } from './services.ts';

export interface HttpDeps {
  readonly config: Config;
  readonly log: Log;
  readonly database: Database;
  readonly services: Services;
  readonly auth: Auth;
  readonly callers: CallerFinder;
  readonly isServing: () => boolean;
  /** Address of the demo shop, when this installation has one. */
  readonly demoShopUrl: () => string | null;
  /** Routes of the edges: widget and mail. */
  readonly edges: (app: HttpApp) => Promise<void>;
}

const deskFiles = fileURLToPath(new URL('../../../dist/desk/', import.meta.url));

/** The web server with every route of every feature, and the built desk. */
export async function createHttpRoutes(deps: HttpDeps): Promise<HttpApp> {
  const { config, services } = deps;
  const app = await createHttpApp({
    log: deps.log,
    trustProxy: config.http.trustProxy,
    uploadMaxBytes: config.uploadMaxBytes,
    version: '0.1.0',
  });
  guardRoutes(app, (headers) => deps.callers.find(headers));
  identityRoutes(app, {
    auth: deps.auth,
    members: services.members,
    welcome: () => services.onboarding.welcome(),
    createWorkspace: (answers) => services.onboarding.create(answers),
    me: (caller) => describeMe(deps, caller),
  });
  operationsRoutes(app, { operations: services.operations, isServing: deps.isServing });
  settingsRoutes(app, services.workspaces);
  agentRoutes(app, services.agents);
  customerRoutes(app, services.customers);
  directoryRoutes(app, services.directory);
  tagRoutes(app, services.tags);
  ticketRoutes(app, services.tickets);
  endingRoutes(app, services.endings);
  followupRoutes(app, services.followups);
  routingRoutes(app, { offers: services.offers, reader: services.routingReader });
  attachmentRoutes(app, services.attachments);
  await deps.edges(app);
  serveDesk(app);
  return app;
}

async function describeMe({ database, services, demoShopUrl }: HttpDeps, caller: Caller) {
  const memberships = await listMemberships(database.app, caller.userId);
  const members = await services.members.list(caller.workspaceId);
  const workspace = await database.inWorkspace(caller.workspaceId, findWorkspace);
  return {
    email: members.find((member) => member.id === caller.memberId)?.email ?? '',
    workspace: workspaceViewOf(workspace),
    workspaces: memberships.map((one) => ({ id: one.workspace_id, name: one.workspace_name })),
    demoShopUrl: workspace.is_demo ? demoShopUrl() : null,
    widgetKey: workspace.widget_key,
  };
}

const deskPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob: https: http:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws: wss:",
  "frame-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The desk is one page: every address below /desk that is no file answers with it. */
function serveDesk(app: HttpApp): void {
  const files = createStaticFolder({ folder: deskFiles });
  const open = { config: { access: 'public' as const }, schema: { hide: true } };
  app.get('/', open, (_request, reply) => reply.redirect('/desk/'));
  app.get('/desk', open, (_request, reply) => reply.redirect('/desk/'));
  app.get('/desk/*', open, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const asset = path.startsWith('assets/') ? await files.find(path) : null;
    const file = asset ?? (path.startsWith('assets/') ? null : await files.find('index.html'));
    if (file === null) throw new AppError('not_found', 'There is no such file. Is the desk built?');
    void reply.headers({
      'content-security-policy': deskPolicy,
      'cache-control': asset === null ? 'no-cache' : 'public, max-age=31536000, immutable',
    });
    return sendFile(file, request, reply);
  });
}
