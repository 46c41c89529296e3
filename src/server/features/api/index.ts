export { apiKeyRoutes } from './keys.routes.ts';
export { createApiKeyService } from './keys.service.ts';
export { apiTicketRoutes } from './tickets.routes.ts';
export { createApiTicketService } from './tickets.service.ts';
