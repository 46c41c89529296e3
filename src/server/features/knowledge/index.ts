export { articleRoutes, shelfRoutes } from './articles/articles.routes.ts';
export { createArticleService, type ArticleService } from './articles/articles.service.ts';
export { listPublished, type PublishedArticle } from './articles/articles.store.ts';
export { renderMarkdown } from './articles/markdown.ts';
export { createShelfService, type ShelfService } from './articles/shelves.service.ts';
export { createPageFetcher } from './imports/fetch-page.ts';
export { importRoutes } from './imports/imports.routes.ts';
export { createImportService } from './imports/imports.service.ts';
export { knowledgeListener } from './knowledge.listener.ts';
