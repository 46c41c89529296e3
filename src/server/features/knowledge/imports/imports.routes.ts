import { z } from 'zod';
import { idParamsSchema } from '../../../../contracts/common.ts';
import {
  importKindSchema,
  importOptionsSchema,
  importSchema,
  importsSchema,
  importUrlsSchema,
} from '../../../../contracts/knowledge.ts';
import { callerOf } from '../../../platform/http/access.ts';
import type { HttpApp } from '../../../platform/http/app.ts';
import { AppError } from '../../../platform/errors.ts';
import type { ImportService } from './imports.service.ts';

const write = { access: 'knowledge:write' } as const;

/** Query of an upload: what the file is, and how its articles are filed. */
const uploadQuerySchema = z.object({
  kind: importKindSchema.exclude(['urls']),
  dryRun: z.stringbool().default(false),
  ...importOptionsSchema.omit({ publish: true }).shape,
  publish: z.stringbool().default(true),
});

/** Imports: taken in at once, carried out by a job, followed by their id. */
export function importRoutes(app: HttpApp, imports: ImportService): void {
  app.get(
    '/api/knowledge/imports',
    {
      config: write,
      schema: { response: { 200: importsSchema } },
    },
    async (request) => ({ imports: await imports.list(callerOf(request).workspaceId) }),
  );
  app.get(
    '/api/knowledge/imports/:id',
    { config: write, schema: { params: idParamsSchema, response: { 200: importSchema } } },
    (request) => imports.get(callerOf(request).workspaceId, request.params.id),
  );
  app.post(
    '/api/knowledge/imports/files',
    {
      config: write,
      schema: { querystring: uploadQuerySchema, response: { 200: importSchema } },
    },
    async (request) => {
      const part = await request.file();
      if (!part) {
        throw new AppError('request_invalid', 'Send the file as the multipart field "file".', {
          fields: [{ path: 'file', message: 'is missing' }],
        });
      }
      const { kind, dryRun, ...options } = request.query;
      const content = await part.toBuffer();
      const fileName = part.filename;
      return imports.start(callerOf(request), { kind, dryRun, content, fileName, options });
    },
  );
  app.post(
    '/api/knowledge/imports/urls',
    { config: write, schema: { body: importUrlsSchema, response: { 200: importSchema } } },
    (request) => {
      const { urls, dryRun, ...options } = request.body;
      const content = Buffer.from([...new Set(urls)].join('\n'));
      return imports.start(callerOf(request), { kind: 'urls', dryRun, content, options });
    },
  );
}
