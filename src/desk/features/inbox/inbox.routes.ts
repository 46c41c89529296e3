import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { viewSchema, type View } from '../../../contracts/tickets.ts';
import { appRoute } from '../session-gate/session-gate.routes.ts';

/** What the inbox shows, kept in the address: a view or a queue, and a search. */
export type InboxSearch = {
  view?: View | undefined;
  queue?: string | undefined;
  q?: string | undefined;
};

const inboxSearch = z.object({
  view: viewSchema.optional().catch(undefined),
  queue: z.uuid().optional().catch(undefined),
  // A number in the address is read as a number by the router.
  q: z.coerce.string().max(200).optional().catch(undefined),
});

const inboxRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/inbox',
  validateSearch: (search): InboxSearch => inboxSearch.parse(search),
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
});

// The page itself reads which ticket is open, so that list and views stay as they are.
const ticketRoute = createRoute({ getParentRoute: () => inboxRoute, path: '/$ticketId' });

/** The inbox, with or without an opened ticket. */
export const inboxRoutes = inboxRoute.addChildren([ticketRoute]);
