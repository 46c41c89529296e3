import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { viewSchema, type View } from '../../../contracts/tickets.ts';
import {
  sortFieldSchema,
  ticketFilterSchema,
  type SortField,
  type TicketFilter,
} from '../../../contracts/views.ts';
import { appRoute } from '../session-gate/session-gate.routes.ts';

/** What the inbox shows, kept in the address: a view or a queue, and how they are changed for now. */
export type InboxSearch = {
  view?: View | undefined;
  /** A saved view. */
  saved?: string | undefined;
  queue?: string | undefined;
  /** A filter in the place of the view's own. */
  f?: TicketFilter | undefined;
  sort?: SortField | undefined;
  dir?: 'asc' | 'desc' | undefined;
  layout?: 'list' | 'table' | undefined;
};

const inboxSearch = z.object({
  view: viewSchema.optional().catch(undefined),
  saved: z.uuid().optional().catch(undefined),
  queue: z.uuid().optional().catch(undefined),
  f: ticketFilterSchema.optional().catch(undefined),
  sort: sortFieldSchema.optional().catch(undefined),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  layout: z.enum(['list', 'table']).optional().catch(undefined),
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
