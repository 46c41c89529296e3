export { createAttainment } from './attainment.ts';
export { createClockFollower } from './follow.ts';
export { listUsersOfSchedules } from './policies.store.ts';
export { createSlaReader } from './read.ts';
export { clockJob, clockSweepJob, slaListener } from './sla.listener.ts';
export { slaRoutes } from './sla.routes.ts';
export { createSlaService } from './sla.service.ts';
