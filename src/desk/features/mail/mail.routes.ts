import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { appRoute } from '../session-gate/session-gate.routes.ts';

const mailSearch = z.object({ tab: z.enum(['outbox', 'quarantine']).optional().catch(undefined) });

/** Outbox and quarantine, for supervisors. */
export const mailRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/mail',
  validateSearch: (search): { tab?: 'outbox' | 'quarantine' | undefined } =>
    mailSearch.parse(search),
  component: lazyRouteComponent(() => import('./mail-page.tsx'), 'MailPage'),
});
