export { portalRoutes } from './portal.routes.ts';
export { createPortalService, type PortalService } from './portal.service.ts';
