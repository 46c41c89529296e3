import { z } from 'zod';
import { idParamsSchema } from '../../../contracts/common.ts';
import { agentSchema, setStatusSchema } from '../../../contracts/people.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { AgentService } from './agents.service.ts';

/** Agents, their status and their load. */
export function agentRoutes(app: HttpApp, agents: AgentService): void {
  app.get(
    '/api/agents',
    {
      config: { access: 'agent:read' },
      schema: { response: { 200: z.object({ agents: z.array(agentSchema) }) } },
    },
    async (request) => ({ agents: await agents.list(callerOf(request).workspaceId) }),
  );
  app.get(
    '/api/me/agent',
    { config: { access: 'agent:read' }, schema: { response: { 200: agentSchema } } },
    (request) => agents.get(callerOf(request).workspaceId, callerOf(request).memberId),
  );
  app.put(
    '/api/me/status',
    {
      config: { access: 'presence:write' },
      schema: { body: setStatusSchema, response: { 200: agentSchema } },
    },
    (request) =>
      agents.setStatus(callerOf(request).workspaceId, callerOf(request).memberId, request.body),
  );
  app.put(
    '/api/agents/:id/status',
    {
      config: { access: 'presence:write_others' },
      schema: { params: idParamsSchema, body: setStatusSchema, response: { 200: agentSchema } },
    },
    (request) => agents.setStatus(callerOf(request).workspaceId, request.params.id, request.body),
  );
}
