export { portalRoutes } from './portal.routes.ts';
export { createPortalService } from './portal.service.ts';
