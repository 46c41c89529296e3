import { idParamsSchema } from '../../../contracts/common.ts';
import { customerDeletionSchema, customerHoldingsSchema } from '../../../contracts/privacy.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { DeletionService } from './deletion.service.ts';
import type { ExportService } from './export.service.ts';

export interface PrivacyRoutesDeps {
  readonly deletions: DeletionService;
  readonly exports: ExportService;
}

/** A customer's data as a whole: counted, taken out, deleted. */
export function privacyRoutes(app: HttpApp, { deletions, exports }: PrivacyRoutesDeps): void {
  app.get(
    '/api/customers/:id/holdings',
    {
      config: { access: 'customer:delete' },
      schema: { params: idParamsSchema, response: { 200: customerHoldingsSchema } },
    },
    (request) => deletions.holdings(callerOf(request).workspaceId, request.params.id),
  );
  app.get(
    '/api/customers/:id/export',
    { config: { access: 'customer:export' }, schema: { params: idParamsSchema } },
    async (request, reply) => {
      const { workspaceId } = callerOf(request);
      const { fileName, content } = await exports.open(workspaceId, request.params.id);
      return reply
        .headers({
          'content-disposition': `attachment; filename="${fileName}"`,
          'cache-control': 'no-store',
        })
        .type('application/zip')
        .send(content);
    },
  );
  app.get(
    '/api/customers/:id/deletion',
    {
      config: { access: 'customer:read' },
      schema: { params: idParamsSchema, response: { 200: customerDeletionSchema } },
    },
    (request) => deletions.deletion(callerOf(request).workspaceId, request.params.id),
  );
  app.delete(
    '/api/customers/:id',
    {
      config: { access: 'customer:delete' },
      schema: { params: idParamsSchema, response: { 200: customerDeletionSchema } },
    },
    (request) => deletions.delete(callerOf(request), request.params.id),
  );
}
