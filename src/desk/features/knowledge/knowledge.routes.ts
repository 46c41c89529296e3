import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { audienceSchema } from '../../../contracts/answers.ts';
import { articleStatusSchema } from '../../../contracts/knowledge.ts';
import { appRoute } from '../session-gate/session-gate.routes.ts';

const knowledgeSearch = z.object({
  section: z.string().optional().catch(undefined),
  status: articleStatusSchema.optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  due: z.boolean().optional().catch(undefined),
});
/** What the list of articles shows; undefined shows all. */
export type KnowledgeSearch = {
  [Key in keyof z.infer<typeof knowledgeSearch>]?: z.infer<typeof knowledgeSearch>[Key] | undefined;
};

const knowledgeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/knowledge',
  validateSearch: (search): KnowledgeSearch => knowledgeSearch.parse(search),
  component: lazyRouteComponent(() => import('./knowledge-page.tsx'), 'KnowledgePage'),
});

const askRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/knowledge/ask',
  validateSearch: z.object({
    q: z.string().max(4_000).optional().catch(undefined),
    audience: audienceSchema.catch('customer'),
  }),
  component: lazyRouteComponent(() => import('./asking/ask-page.tsx'), 'AskPage'),
});

const evaluationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/knowledge/evaluation',
  validateSearch: z.object({
    run: z.uuid().optional().catch(undefined),
    with: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('../evaluations/evaluation-page.tsx'),
    'EvaluationPage',
  ),
});

const articleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/knowledge/$articleId',
  component: lazyRouteComponent(() => import('./article-page.tsx'), 'ArticlePage'),
});

/** The knowledge base: its list, one article, the test bench and its measurement. */
export const knowledgeRoutes = [knowledgeRoute, askRoute, evaluationRoute, articleRoute];
