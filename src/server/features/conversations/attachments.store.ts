import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';

export interface NewAttachment {
  readonly id: string;
  readonly messageId: string | null;
  readonly uploader: string;
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  readonly contentId: string | null;
  readonly token: string;
  readonly at: Date;
}

export async function insertAttachment(scope: Scope, attachment: NewAttachment): Promise<void> {
  await scope.db
    .insertInto('attachments')
    .values({
      workspace_id: scope.workspaceId,
      id: attachment.id,
      message_id: attachment.messageId,
      uploader: attachment.uploader,
      name: attachment.name,
      type: attachment.type,
      size_bytes: attachment.content.byteLength,
      content_id: attachment.contentId,
      token: attachment.token,
      content: Buffer.from(attachment.content),
      created_at: attachment.at,
    })
    .execute();
}

/** Ties uploaded files to a message. Throws `request_invalid` when one is not the uploader's or already sent. */
export async function claimAttachments(
  scope: Scope,
  claim: { messageId: string; ids: readonly string[]; uploader: string },
): Promise<void> {
  if (claim.ids.length === 0) return;
  const result = await scope.db
    .updateTable('attachments')
    .set({ message_id: claim.messageId })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', claim.ids)
    .where('uploader', '=', claim.uploader)
    .where('message_id', 'is', null)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) !== new Set(claim.ids).size) {
    throw new AppError(
      'request_invalid',
      'A file is missing or was sent before. Attach it again.',
      {
        fields: [{ path: 'attachmentIds', message: 'names a file that cannot be sent' }],
      },
    );
  }
}

/** Attachments of several messages, without their content. */
export async function listAttachments(scope: Scope, messageIds: readonly string[]) {
  if (messageIds.length === 0) return [];
  return scope.db
    .selectFrom('attachments')
    .select(['id', 'message_id', 'name', 'type', 'size_bytes', 'content_id', 'token'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('message_id', 'in', messageIds)
    .orderBy('id')
    .execute();
}

export type AttachmentRow = Awaited<ReturnType<typeof listAttachments>>[number];

export async function findAttachment(scope: Scope, id: string) {
  return scope.db
    .selectFrom('attachments')
    .select([
      'id',
      'message_id',
      'name',
      'type',
      'size_bytes',
      'content_id',
      'token',
      'content',
      'uploader',
    ])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}
