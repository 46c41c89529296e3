export { queueAdminRoutes } from './queues.routes.ts';
export { createQueueAdminService } from './queues.service.ts';
export { nearestStatus } from './statuses.rules.ts';
export { findStatus } from './statuses.store.ts';
export { teamListener } from './team.listener.ts';
export { teamRoutes } from './team.routes.ts';
export { createTeamService } from './team.service.ts';
export { assertKnown, assertKnownCategories, type Reference } from './references.ts';
