export { bulkListener } from './bulk.listener.ts';
export { bulkRoutes } from './bulk.routes.ts';
export { createBulkService } from './bulk.service.ts';
export { viewRoutes } from './views.routes.ts';
export { createViewService } from './views.service.ts';
