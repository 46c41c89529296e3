import {
  approvalSchema,
  approvalsQuerySchema,
  approvalsSchema,
  decideApprovalSchema,
} from '../../../../contracts/approvals.ts';
import { idParamsSchema } from '../../../../contracts/common.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import type { ApprovalService } from './approvals.service.ts';

/** Acts of the assistant that wait for a person. */
export function approvalRoutes(app: HttpApp, approvals: ApprovalService): void {
  app.get(
    '/api/approvals',
    {
      config: { access: 'approval:decide' },
      schema: { querystring: approvalsQuerySchema, response: { 200: approvalsSchema } },
    },
    async (request) => ({ approvals: await approvals.list(callerOf(request), request.query) }),
  );
  app.post(
    '/api/approvals/:id',
    {
      config: { access: 'approval:decide' },
      schema: {
        params: idParamsSchema,
        body: decideApprovalSchema,
        response: { 200: approvalSchema },
      },
    },
    (request) => approvals.decide(callerOf(request), request.params.id, request.body),
  );
}
