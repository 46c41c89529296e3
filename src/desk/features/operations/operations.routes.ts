import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import {
  boardFilterSchema,
  boardSortSchema,
  type BoardFilter,
  type BoardSort,
} from '../../../contracts/board.ts';
import { idSchema } from '../../../contracts/common.ts';
import {
  attainmentVerdictSchema,
  type AttainmentVerdict,
} from '../../../contracts/sla-attainment.ts';
import { slaMetricSchema, type SlaMetric } from '../../../contracts/sla-chip.ts';
import { FEED_FILTERS, type FeedFilter } from './feed.rules.ts';
import { appRoute } from '../session-gate/session-gate.routes.ts';

/** What the board shows at once. */
export const BOARD_TABS = [
  'overview',
  'after_chat',
  'at_risk',
  'reassign',
  'open',
  'incidents',
  'escalations',
  'alerts',
  'promises',
] as const;
export type BoardTab = (typeof BOARD_TABS)[number];

/** The state of the board, kept in the address. */
export type BoardSearch = BoardFilter & {
  show?: BoardTab | undefined;
  order?: BoardSort | undefined;
  dir?: 'asc' | 'desc' | undefined;
  /** What of the escalations is shown. */
  feed?: FeedFilter | undefined;
  /** The period of promises in whole days, and the figure whose cases are shown. */
  from?: string | undefined;
  to?: string | undefined;
  policy?: string | undefined;
  metric?: SlaMetric | undefined;
  verdict?: AttainmentVerdict | undefined;
};

const { queue, owner, state, sla, priority, need } = boardFilterSchema.shape;
const boardSearch = z.object({
  show: z.enum(BOARD_TABS).optional().catch(undefined),
  order: boardSortSchema.optional().catch(undefined),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  feed: z.enum(FEED_FILTERS).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  policy: idSchema.optional().catch(undefined),
  metric: slaMetricSchema.optional().catch(undefined),
  verdict: attainmentVerdictSchema.optional().catch(undefined),
  queue: queue.catch(undefined),
  owner: owner.catch(undefined),
  state: state.catch(undefined),
  sla: sla.catch(undefined),
  priority: priority.catch(undefined),
  need: need.catch(undefined),
});

/** The operations board, for supervisors. */
export const operationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/operations',
  validateSearch: (search): BoardSearch => boardSearch.parse(search) as BoardSearch,
  component: lazyRouteComponent(() => import('./operations-page.tsx'), 'OperationsPage'),
});
