export { createDeletionService } from './deletion.service.ts';
export { createExportService } from './export.service.ts';
export { privacyRoutes } from './privacy.routes.ts';
