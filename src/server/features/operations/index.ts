export { operationsRoutes } from './operations.routes.ts';
export { createOperationsService } from './operations.service.ts';
