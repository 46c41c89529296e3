import type { Attachment } from '../../../contracts/attachments.ts';
import type { AttachmentRow } from './attachments.store.ts';

/** Pictures a browser may show in place; everything else is only downloaded. */
const inlineTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function isInlineType(type: string): boolean {
  return inlineTypes.has(type);
}

/** Makes addresses of attachments under the origin that serves files. */
export function createAttachmentView(filesUrl: string | null) {
  return (
    workspaceId: string,
    row: Omit<AttachmentRow, 'message_id' | 'content_id'>,
  ): Attachment => ({
    id: row.id,
    name: row.name,
    type: row.type,
    sizeBytes: row.size_bytes,
    url: `${filesUrl ?? ''}/files/${workspaceId}/${row.id}/${row.token}/${encodeURIComponent(row.name)}`,
    inline: inlineTypes.has(row.type),
  });
}

export type AttachmentView = ReturnType<typeof createAttachmentView>;
