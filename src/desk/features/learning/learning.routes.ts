import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { gapStateSchema, type GapState } from '../../../contracts/learning.ts';
import { assistantRoute } from '../assistant/assistant.routes.ts';
import { appRoute } from '../session-gate/session-gate.routes.ts';

/** The period and the category of figures, kept in the address; undefined: the last thirty days, everything. */
export type FiguresSearch = {
  from?: string | undefined;
  to?: string | undefined;
  /** `-` for cases without one. */
  category?: string | undefined;
};

const figuresSearch = z.object({
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  category: z.string().max(120).optional().catch(undefined),
});

const figuresRoute = createRoute({
  getParentRoute: () => assistantRoute,
  path: '/figures',
  validateSearch: (search): FiguresSearch => figuresSearch.parse(search),
  component: lazyRouteComponent(() => import('./figures/figures-page.tsx'), 'FiguresPage'),
});

const samplesRoute = createRoute({
  getParentRoute: () => assistantRoute,
  path: '/figures/samples',
  validateSearch: (search): FiguresSearch => figuresSearch.parse(search),
  component: lazyRouteComponent(() => import('./figures/samples-page.tsx'), 'SamplesPage'),
});

const setUpRoute = createRoute({
  getParentRoute: () => assistantRoute,
  path: '/set-up',
  validateSearch: (search): { replay?: string | undefined } =>
    z.object({ replay: z.uuid().optional().catch(undefined) }).parse(search),
  component: lazyRouteComponent(() => import('./set-up/set-up-page.tsx'), 'SetUpPage'),
});

const proposalsRoute = createRoute({
  getParentRoute: () => assistantRoute,
  path: '/proposals',
  component: lazyRouteComponent(() => import('./proposals/proposals-page.tsx'), 'ProposalsPage'),
});

/** What learning adds to the section of the assistant. */
export const learningRoutes = [figuresRoute, samplesRoute, setUpRoute, proposalsRoute];

const gapsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/knowledge/gaps',
  validateSearch: (search): { gaps?: GapState | undefined; page?: number | undefined } =>
    z
      .object({
        gaps: gapStateSchema.optional().catch(undefined),
        page: z.number().int().min(1).optional().catch(undefined),
      })
      .parse(search),
  component: lazyRouteComponent(() => import('./gaps/gaps-page.tsx'), 'GapsPage'),
});

const healthRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/knowledge/health',
  component: lazyRouteComponent(() => import('./health/health-page.tsx'), 'HealthPage'),
});

/** What learning adds to the knowledge base. */
export const learningKnowledgeRoutes = [gapsRoute, healthRoute];
