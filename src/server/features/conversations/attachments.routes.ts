import { z } from 'zod';
import { attachmentSchema } from '../../../contracts/attachments.ts';
import { idSchema } from '../../../contracts/common.ts';
import { AppError } from '../../platform/errors.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { AttachmentService } from './attachments.service.ts';
import { isInlineType } from './attachments.view.ts';

const fileParamsSchema = z.object({
  workspaceId: idSchema,
  id: idSchema,
  token: z.string().min(16).max(64),
  name: z.string().max(400),
});

/** Uploads of agents, and the address every file is served at. */
export function attachmentRoutes(app: HttpApp, attachments: AttachmentService): void {
  app.post(
    '/api/attachments',
    {
      config: { access: 'attachment:write' },
      schema: { response: { 200: attachmentSchema } },
    },
    async (request) => {
      const part = await request.file();
      if (!part) {
        throw new AppError('request_invalid', 'Send the file as the multipart field "file".', {
          fields: [{ path: 'file', message: 'is missing' }],
        });
      }
      const { workspaceId, memberId } = callerOf(request);
      return attachments.upload(workspaceId, {
        name: part.filename,
        declaredType: part.mimetype,
        content: await part.toBuffer(),
        uploader: `member:${memberId}`,
      });
    },
  );
  app.get(
    '/files/:workspaceId/:id/:token/:name',
    { config: { access: 'public' }, schema: { params: fileParamsSchema, hide: true } },
    async (request, reply) => {
      const { workspaceId, id, token } = request.params;
      const file = await attachments.open(workspaceId, id, token);
      const disposition = isInlineType(file.type) ? 'inline' : 'attachment';
      // Whatever the bytes are, a browser must neither guess nor run them.
      return reply
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header(
          'content-disposition',
          `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        )
        .type(file.type)
        .send(file.content);
    },
  );
}
