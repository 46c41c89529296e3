export { readLoads, lockAgents, type AgentLoad } from './capacity.store.ts';
export { listDecisions } from './decisions.store.ts';
export { createOfferService, type OfferService } from './offers.service.ts';
export { findQueuePlace, listQueues, listWaitingConversations } from './queues.store.ts';
export { createRouter, type Router } from './router.ts';
export { isConnected } from './snapshot.ts';
export { setRequiredSkills } from './work.store.ts';
export { claimOf, explainHeld, rankOf } from './work.rules.ts';
export { createWorkService, type WorkService } from './work.service.ts';
