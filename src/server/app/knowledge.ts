import {
  createAnswerService,
  createArticleService,
  createImportService,
  createPageFetcher,
  createShelfService,
} from '../features/knowledge/index.ts';
import { findWorkspace, settingsOf } from '../features/workspaces/index.ts';
import type { Core } from '../platform/core.ts';
import { createHttpClient } from '../platform/http-client/index.ts';
import type { ServiceDeps } from './services.ts';

export type Knowledge = ReturnType<typeof createKnowledge>;

/** What the workspace knows: articles, their order, how they come in, and what they answer. */
export function createKnowledge({ config, deskUrl, log }: ServiceDeps, core: Core) {
  const http = createHttpClient({ allowedHosts: config.allowedHosts });
  return {
    answers: createAnswerService({
      ...core,
      log,
      ticks: () => performance.now(),
      async articleUrls(scope) {
        const { portal } = await settingsOf(scope);
        if (!portal.enabled) return null;
        const { slug } = await findWorkspace(scope);
        return (id) => new URL(`/help/${slug}/articles/${id}`, deskUrl()).href;
      },
    }),
    articles: createArticleService(core),
    imports: createImportService({ ...core, fetchPage: createPageFetcher(http) }),
    shelves: createShelfService(core),
  };
}
