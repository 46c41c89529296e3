import { timingSafeEqual } from 'node:crypto';
import type { Attachment } from '../../../contracts/attachments.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { typeOfContent } from './attachment-type.rules.ts';
import { findAttachment, insertAttachment } from './attachments.store.ts';
import type { AttachmentView } from './attachments.view.ts';

export interface FileToStore {
  readonly name: string;
  readonly declaredType: string;
  readonly content: Uint8Array;
  readonly uploader: string;
  readonly messageId?: string;
  readonly contentId?: string | null;
}

export type AttachmentService = ReturnType<typeof createAttachmentService>;

/** Files that travel with messages: stored in the database, served under an unguessable token. */
export function createAttachmentService({
  database,
  clock,
  ids,
  view,
}: Core & { view: AttachmentView }) {
  async function store(scope: Scope, file: FileToStore): Promise<Attachment> {
    const id = ids.next();
    const token = ids.secret(24);
    const type = typeOfContent(file.content, file.declaredType);
    const name = safeName(file.name);
    await insertAttachment(scope, {
      id,
      token,
      name,
      type,
      messageId: file.messageId ?? null,
      uploader: file.uploader,
      content: file.content,
      contentId: file.contentId ?? null,
      at: clock.now(),
    });
    return view(scope.workspaceId, { id, name, type, size_bytes: file.content.byteLength, token });
  }

  return {
    store,

    /** Keeps an upload until its message is sent. Throws `request_invalid` for an empty file. */
    async upload(workspaceId: string, file: FileToStore): Promise<Attachment> {
      if (file.content.byteLength === 0)
        throw new AppError('request_invalid', 'The file is empty.');
      return database.inWorkspace(workspaceId, (scope) => store(scope, file));
    },

    /** The file behind an address. A wrong token and a missing file are the same answer. */
    async open(workspaceId: string, id: string, token: string) {
      const row = await database.inWorkspace(workspaceId, (scope) => findAttachment(scope, id));
      if (!row || !sameToken(row.token, token)) throw notFound('file');
      return row;
    },
  };
}

function sameToken(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A file name without path, control characters, leading dots and direction tricks. */
function safeName(name: string): string {
  const cleaned = name
    .replace(/^.*[\\/]/, '')
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(-150);
  return cleaned === '' ? 'file' : cleaned;
}
