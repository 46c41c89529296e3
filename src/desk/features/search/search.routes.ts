import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { appRoute } from '../session-gate/session-gate.routes.ts';

// A number in the address is read as a number by the router.
const searchSchema = z.object({ q: z.coerce.string().max(500).optional().catch(undefined) });

/** The page of all results. */
export const searchRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/search',
  validateSearch: (search): { q?: string | undefined } => searchSchema.parse(search),
  component: lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
});
