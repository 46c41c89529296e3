import {
  customerMatchesSchema,
  findCustomersQuerySchema,
  logCallSchema,
  loggedCallSchema,
} from '../../../contracts/calls.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { CallService } from './calls.service.ts';

/** The phone log, and the look-up of who is calling. */
export function callRoutes(app: HttpApp, calls: CallService): void {
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
}
