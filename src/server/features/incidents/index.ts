export { incidentListener } from './incidents.listener.ts';
export { incidentRoutes } from './incidents.routes.ts';
export { createIncidentService } from './incidents.service.ts';
export { tellingRoutes } from './tellings.routes.ts';
export { createTellingService } from './tellings.service.ts';
export { openIncidentOf } from './open-incident.ts';
