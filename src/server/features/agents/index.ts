export { agentRoutes } from './agents.routes.ts';
export { createAgentService, type AgentService } from './agents.service.ts';
