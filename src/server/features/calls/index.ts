export { callRoutes } from './calls.routes.ts';
export { createCallService, type CallService } from './calls.service.ts';
