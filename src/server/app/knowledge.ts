import {
  chooseEmbedder,
  createAnswerService,
  createArticleService,
  createImportService,
  createPageFetcher,
  createShelfService,
  createSynonymProposals,
  createVectorService,
} from '../features/knowledge/index.ts';
import { findWorkspace, settingsOf } from '../features/workspaces/index.ts';
import type { Core } from '../platform/core.ts';
import { createHttpClient } from '../platform/http-client/index.ts';
import type { ModelServices } from './models.ts';
import type { ServiceDeps } from './services.ts';

export type Knowledge = ReturnType<typeof createKnowledge>;

/** What the workspace knows: articles, their order, how they come in, and what they answer. */
export function createKnowledge(
  { config, deskUrl, log }: ServiceDeps,
  core: Core,
  { models, encoder }: Pick<ModelServices, 'models' | 'encoder'>,
) {
  const embedder = chooseEmbedder(
    {
      modelOf: (workspaceId) => models.embedderOf(workspaceId),
      embed: (workspaceId, texts) => models.embed(workspaceId, texts),
    },
    encoder,
  );
  const http = createHttpClient({ allowedHosts: config.allowedHosts });
  return {
    answers: createAnswerService({
      ...core,
      log,
      embedder,
      ticks: () => performance.now(),
      async siteOf(scope) {
        const { portal, bot } = await settingsOf(scope);
        const { slug } = await findWorkspace(scope);
        const urlOf = (id: string) => new URL(`/help/${slug}/articles/${id}`, deskUrl()).href;
        return {
          urlOf: portal.enabled ? urlOf : null,
          answerFrom: bot.answers ? bot.minimumConfidence : null,
        };
      },
    }),
    articles: createArticleService(core),
    imports: createImportService({ ...core, log, fetchPage: createPageFetcher(http) }),
    shelves: createShelfService(core),
    synonymProposals: createSynonymProposals(core),
    vectors: createVectorService({ ...core, embedder }),
  };
}
