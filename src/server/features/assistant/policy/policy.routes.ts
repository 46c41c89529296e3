import { z } from 'zod';
import {
  policyHistorySchema,
  policyVersionSchema,
  savePolicySchema,
} from '../../../../contracts/assistant.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { PolicyService } from './policy.service.ts';

const versionParams = z.object({ version: z.coerce.number().int().min(1) });

/** What the assistant may do, and the button that stops it. */
export function policyRoutes(app: HttpApp, policies: PolicyService): void {
  const answer = { 200: policyHistorySchema };
  app.get(
    '/api/assistant/policy',
    { config: { access: 'assistant:read' }, schema: { response: answer } },
    (request) => policies.history(callerOf(request).workspaceId),
  );
  app.get(
    '/api/assistant/policy/versions/:version',
    {
      config: { access: 'assistant:read' },
      schema: { params: versionParams, response: { 200: policyVersionSchema } },
    },
    (request) => policies.version(callerOf(request).workspaceId, request.params.version),
  );
  app.put(
    '/api/assistant/policy',
    {
      config: { access: 'assistant:write' },
      schema: { body: savePolicySchema, response: answer },
    },
    (request) => policies.save(callerOf(request), request.body),
  );
  app.post(
    '/api/assistant/policy/versions/:version/restore',
    {
      config: { access: 'assistant:write' },
      schema: {
        params: versionParams,
        response: answer,
      },
    },
    (request) => policies.rollBack(callerOf(request), request.params.version),
  );
  app.put(
    '/api/assistant/stopped',
    {
      config: { access: 'assistant:stop' },
      schema: { body: z.object({ stopped: z.boolean() }), response: answer },
    },
    (request) => policies.stop(callerOf(request), request.body.stopped),
  );
}
