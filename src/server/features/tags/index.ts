export { tagRoutes } from './tags.routes.ts';
export { createTagService, type TagService } from './tags.service.ts';
