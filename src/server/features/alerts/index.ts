export { alertCheckJob, alertSweepJob } from './alerts.jobs.ts';
export { alertRoutes } from './alerts.routes.ts';
export { createAlertService } from './alerts.service.ts';
