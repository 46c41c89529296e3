import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { appRoute } from '../session-gate/session-gate.routes.ts';

/** Parts of the settings. */
export const SETTINGS_TABS = ['chats', 'widget', 'people', 'tags', 'queues'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

const settingsSearch = z.object({ tab: z.enum(SETTINGS_TABS).optional().catch(undefined) });

/** The settings; supervisors see tags and queues, admins everything. */
export const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  validateSearch: (search): { tab?: SettingsTab | undefined } => settingsSearch.parse(search),
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});
