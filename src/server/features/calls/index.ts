export { callRoutes } from './calls.routes.ts';
export { createCallService } from './calls.service.ts';
export { createRunningCallService } from './running.service.ts';
