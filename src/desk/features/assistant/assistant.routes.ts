import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { turnPathSchema, turnStateSchema } from '../../../contracts/assistant-decisions.ts';
import { appRoute } from '../session-gate/session-gate.routes.ts';
import type { TurnFilter } from './activity/queries.ts';

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

const turnFilter = z.object({
  path: turnPathSchema.optional().catch(undefined),
  outcome: turnStateSchema.optional().catch(undefined),
  category: z.string().max(120).optional().catch(undefined),
  articleId: z.uuid().optional().catch(undefined),
});

/** What the assistant did with all cases. */
export const activityRoute = createRoute({
  getParentRoute: () => assistantRoute,
  path: '/activity',
  validateSearch: (search): TurnFilter => turnFilter.parse(search),
  component: lazyRouteComponent(() => import('./activity/activity-page.tsx'), 'ActivityPage'),
});

/** The record of one turn. */
export const turnRoute = createRoute({
  getParentRoute: () => assistantRoute,
  path: '/turns/$turnId',
  component: lazyRouteComponent(() => import('./record/record-page.tsx'), 'RecordPage'),
});

const approvalsSearch = z.object({
  which: z.literal('settled').optional().catch(undefined),
  one: z.uuid().optional().catch(undefined),
});
/** Which approvals are listed, and which one is open. */
type ApprovalsSearch = { which?: 'settled' | undefined; one?: string | undefined };

/** What waits for a person's yes. */
export const approvalsRoute = createRoute({
  getParentRoute: () => assistantRoute,
  path: '/approvals',
  validateSearch: (search): ApprovalsSearch => approvalsSearch.parse(search),
  component: lazyRouteComponent(() => import('./approvals/approvals-page.tsx'), 'ApprovalsPage'),
});

const policySearch = z.object({ version: z.number().int().min(1).optional().catch(undefined) });

/** What people let the assistant do; a version in the address is compared. */
export const policyRoute = createRoute({
  getParentRoute: () => assistantRoute,
  path: '/policy',
  validateSearch: (search): { version?: number | undefined } => policySearch.parse(search),
  component: lazyRouteComponent(() => import('./policy/policy-page.tsx'), 'PolicyPage'),
});
