import { z } from 'zod';
import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import {
  agentSetupSchema,
  capacityRuleSchema,
  customStatusSchema,
  saveAgentSetupSchema,
  saveCapacityRuleSchema,
  saveGroupSchema,
  saveSkillSchema,
  saveStatusSchema,
  skillSchema,
  teamGroupSchema,
} from '../../../contracts/team.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { TeamService } from './team.service.ts';

const done = { done: true as const };

/** A list of things: read by everybody who works here, changed by admins. */
interface NamedThings<Item extends z.ZodType, Save extends z.ZodType> {
  readonly path: string;
  readonly key: string;
  readonly item: Item;
  readonly body: Save;
  list(workspaceId: string): Promise<z.infer<Item>[]>;
  save(workspaceId: string, id: string | null, body: z.infer<Save>): Promise<void>;
  remove(workspaceId: string, id: string): Promise<void>;
}

function routesOf<Item extends z.ZodType, Save extends z.ZodType>(
  app: HttpApp,
  things: NamedThings<Item, Save>,
): void {
  const { path, body } = things;
  app.get(
    path,
    {
      config: { access: 'agent:read' },
      schema: { response: { 200: z.object({ [things.key]: z.array(things.item) }) } },
    },
    async (request) => ({ [things.key]: await things.list(callerOf(request).workspaceId) }),
  );
  app.post(
    path,
    { config: { access: 'team:write' }, schema: { body, response: { 200: doneSchema } } },
    async (request) => {
      await things.save(callerOf(request).workspaceId, null, request.body as z.infer<Save>);
      return done;
    },
  );
  app.put(
    `${path}/:id`,
    {
      config: { access: 'team:write' },
      schema: { params: idParamsSchema, body, response: { 200: doneSchema } },
    },
    async (request) => {
      const { workspaceId } = callerOf(request);
      const { id } = request.params;
      await things.save(workspaceId, id, request.body as z.infer<Save>);
      return done;
    },
  );
  app.delete(
    `${path}/:id`,
    {
      config: { access: 'team:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await things.remove(callerOf(request).workspaceId, request.params.id);
      return done;
    },
  );
}

/** Groups, skills, capacity rules, statuses, and how each agent is set up. */
export function teamRoutes(app: HttpApp, team: TeamService): void {
  routesOf(app, {
    path: '/api/skills',
    key: 'skills',
    item: skillSchema,
    body: saveSkillSchema,
    list: team.skills,
    save: team.saveSkill,
    remove: team.deleteSkill,
  });
  routesOf(app, {
    path: '/api/capacity-rules',
    key: 'rules',
    item: capacityRuleSchema,
    body: saveCapacityRuleSchema,
    list: team.capacityRules,
    save: team.saveCapacityRule,
    remove: team.deleteCapacityRule,
  });
  routesOf(app, {
    path: '/api/team/groups',
    key: 'groups',
    item: teamGroupSchema,
    body: saveGroupSchema,
    list: team.groups,
    save: team.saveGroup,
    remove: team.deleteGroup,
  });
  routesOf(app, {
    path: '/api/statuses',
    key: 'statuses',
    item: customStatusSchema,
    body: saveStatusSchema,
    list: team.statuses,
    save: team.saveStatus,
    remove: team.deleteStatus,
  });
  app.get(
    '/api/team/agents',
    {
      config: { access: 'agent:read' },
      schema: { response: { 200: z.object({ agents: z.array(agentSetupSchema) }) } },
    },
    async (request) => ({ agents: await team.agents(callerOf(request).workspaceId) }),
  );
  app.put(
    '/api/team/agents/:id',
    {
      config: { access: 'team:write' },
      schema: {
        params: idParamsSchema,
        body: saveAgentSetupSchema,
        response: { 200: doneSchema },
      },
    },
    async (request) => {
      await team.saveAgent(callerOf(request).workspaceId, request.params.id, request.body);
      return done;
    },
  );
}
