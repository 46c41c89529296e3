export { tagRoutes } from './tags.routes.ts';
export { createTagService } from './tags.service.ts';
