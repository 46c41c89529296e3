import { idParamsSchema } from '../../../contracts/common.ts';
import { changeCustomerSchema, customerSchema } from '../../../contracts/people.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { CustomerService } from './customers.service.ts';

/** Customers, as agents read and correct them. */
export function customerRoutes(app: HttpApp, customers: CustomerService): void {
  app.get(
    '/api/customers/:id',
    {
      config: { access: 'customer:read' },
      schema: { params: idParamsSchema, response: { 200: customerSchema } },
    },
    (request) => customers.get(callerOf(request).workspaceId, request.params.id),
  );
  app.patch(
    '/api/customers/:id',
    {
      config: { access: 'customer:write' },
      schema: {
        params: idParamsSchema,
        body: changeCustomerSchema,
        response: { 200: customerSchema },
      },
    },
    (request) => customers.change(callerOf(request), request.params.id, request.body),
  );
}
