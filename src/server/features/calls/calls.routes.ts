import {
  customerMatchesSchema,
  findCustomersQuerySchema,
  logCallSchema,
  loggedCallSchema,
  myCallSchema,
  startCallSchema,
} from '../../../contracts/calls.ts';
import { idParamsSchema } from '../../../contracts/common.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { CallService } from './calls.service.ts';
import type { RunningCallService } from './running.service.ts';

/** The phone: calls in progress, the log of them, and the look-up of who is calling. */
export function callRoutes(app: HttpApp, calls: CallService, running: RunningCallService): void {
  app.get(
    '/api/customers',
    {
      config: { access: 'customer:read' },
      schema: { querystring: findCustomersQuerySchema, response: { 200: customerMatchesSchema } },
    },
    async (request) => ({
      customers: await calls.find(callerOf(request).workspaceId, request.query.q),
    }),
  );
  app.post(
    '/api/calls',
    {
      config: { access: 'ticket:write' },
      schema: { body: logCallSchema, response: { 200: loggedCallSchema } },
    },
    (request) => calls.log(callerOf(request), request.body),
  );
  app.get(
    '/api/me/call',
    { config: { access: 'ticket:write' }, schema: { response: { 200: myCallSchema } } },
    (request) => running.read(callerOf(request)),
  );
  app.put(
    '/api/me/call',
    {
      config: { access: 'ticket:write' },
      schema: { body: startCallSchema, response: { 200: myCallSchema } },
    },
    (request) => running.start(callerOf(request), request.body),
  );
  app.delete(
    '/api/me/call/:id',
    {
      config: { access: 'ticket:write' },
      schema: { params: idParamsSchema, response: { 200: myCallSchema } },
    },
    (request) => running.drop(callerOf(request), request.params.id),
  );
}
