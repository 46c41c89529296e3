import type { FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors.ts';
import type { UploadedFile } from './portal.service.ts';
import type { Typed } from '../questions/index.ts';

/** What a form sent: its fields as they were typed, and its files. */
export interface SentForm {
  readonly typed: Typed;
  readonly files: readonly UploadedFile[];
}

const limits = { files: 5, fields: 40, fieldSize: 50_000 };

/** Reads a form of the portal. Empty file fields count for nothing; a field is taken once. */
export async function readForm(request: FastifyRequest): Promise<SentForm> {
  if (!request.isMultipart()) throw new AppError('request_invalid', 'Send the form as it is.');
  const typed = new Map<string, string>();
  const files: UploadedFile[] = [];
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string')
        typed.set(part.fieldname, part.value.replaceAll('\u0000', ''));
    } else {
      const content = await part.toBuffer();
      if (content.byteLength > 0) files.push({ name: part.filename, type: part.mimetype, content });
    }
  }
  return { typed: Object.fromEntries(typed), files };
}
