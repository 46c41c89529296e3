import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import {
  activityRoute,
  approvalsRoute,
  assistantIndexRoute,
  assistantRoute,
  policyRoute,
  turnRoute,
} from './features/assistant/assistant.routes.ts';
import { inboxRoutes } from './features/inbox/inbox.routes.ts';
import { knowledgeRoutes } from './features/knowledge/knowledge.routes.ts';
import { learningKnowledgeRoutes, learningRoutes } from './features/learning/learning.routes.ts';
import { mailRoute } from './features/mail/mail.routes.ts';
import { operationsRoute } from './features/operations/operations.routes.ts';
import { searchRoute } from './features/search/search.routes.ts';
import { appRoute, gateRoutes } from './features/session-gate/session-gate.routes.ts';
import { settingsRoutes } from './features/settings/settings.routes.ts';
import { rootRoute } from './root-route.tsx';

const componentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/_components',
  component: lazyRouteComponent(() => import('./pages/components-page.tsx'), 'ComponentsPage'),
});

const componentsFrameRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/_components/frame',
  component: lazyRouteComponent(
    () => import('./pages/components-frame-page.tsx'),
    'ComponentsFramePage',
  ),
});

/**
 * All routes of the desk. A feature exports its own from `features/x/x.routes.ts`, with lazy components, and is listed
 * here in one line. The page of components is only there in development or when the address asks for it.
 */
function routeTree(withComponents: boolean) {
  const app = appRoute.addChildren([
    inboxRoutes,
    searchRoute,
    ...knowledgeRoutes,
    ...learningKnowledgeRoutes,
    assistantRoute.addChildren([
      assistantIndexRoute,
      activityRoute,
      approvalsRoute,
      policyRoute,
      turnRoute,
      ...learningRoutes,
    ]),
    mailRoute,
    operationsRoute,
    ...settingsRoutes,
  ]);
  return rootRoute.addChildren([
    ...gateRoutes,
    app,
    ...(withComponents ? [componentsRoute, componentsFrameRoute] : []),
  ]);
}

/** The router, below /desk. */
export function createDeskRouter({ withComponents }: { withComponents: boolean }) {
  return createRouter({
    routeTree: routeTree(withComponents),
    basepath: '/desk',
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
