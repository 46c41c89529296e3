export { lockAgents, readLoads, type AgentLoad } from './capacity.store.ts';
export { createOfferService, type OfferService } from './offers.service.ts';
export {
  findQueuePlace,
  listGroupNames,
  listQueues,
  listWaitingConversations,
} from './queues.store.ts';
export { createRoutingReader, type RoutingReader } from './read.ts';
export { createRouter, type Router } from './router.ts';
export { routingJob, routingListener } from './routing.listener.ts';
export { routingRoutes } from './routing.routes.ts';
export { isConnected } from './snapshot.ts';
export { listMemberships } from './snapshot.store.ts';
export { explainHeld } from './work.rules.ts';
export { createWorkService, type WorkService } from './work.service.ts';
export { findWorkOfTicket, setRequiredSkills } from './work.store.ts';
