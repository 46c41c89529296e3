export { incidentListener } from './incidents.listener.ts';
export { incidentRoutes } from './incidents.routes.ts';
export { createIncidentService, incidentOfTicket } from './incidents.service.ts';
