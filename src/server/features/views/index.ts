export { bulkListener } from './bulk.listener.ts';
export { bulkRoutes } from './bulk.routes.ts';
export { createBulkService, type BulkService } from './bulk.service.ts';
export { viewRoutes } from './views.routes.ts';
export { createViewService, type ViewService } from './views.service.ts';
