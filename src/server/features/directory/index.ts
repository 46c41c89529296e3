export { directoryRoutes } from './directory.routes.ts';
export { createDirectoryService, type DirectoryService } from './directory.service.ts';
