import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '../session-gate/session-gate.routes.ts';

const load = lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage');

/** The list of sections; on wide screens the first one is open beside it. */
const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  component: load,
});

/** One section of the settings. */
const settingsSectionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/$section',
  component: load,
});

/** The settings: which sections somebody sees is decided by their role. */
export const settingsRoutes = [settingsRoute, settingsSectionRoute];
