import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../session-gate/session-gate.routes.ts';

/** The section of the assistant: its frame with tabs. Every page of it hangs under this route. */
export const assistantRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/assistant',
  component: lazyRouteComponent(() => import('./assistant-layout.tsx'), 'AssistantLayout'),
});

/** `/assistant` leads to the first page that this person may see. */
export const assistantIndexRoute = createRoute({
  getParentRoute: () => assistantRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./assistant-index.tsx'), 'AssistantIndex'),
});
