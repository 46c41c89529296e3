export { directoryRoutes } from './directory.routes.ts';
export { createDirectoryService } from './directory.service.ts';
