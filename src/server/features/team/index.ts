export { queueAdminRoutes } from './queues.routes.ts';
export { createQueueAdminService, type QueueAdminService } from './queues.service.ts';
export { nearestStatus } from './statuses.rules.ts';
export { findStatus } from './statuses.store.ts';
export { teamListener } from './team.listener.ts';
export { teamRoutes } from './team.routes.ts';
export { createTeamService, type TeamService } from './team.service.ts';
