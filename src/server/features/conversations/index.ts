export { findAttachment, listAttachments, type AttachmentRow } from './attachments.store.ts';
export {
  createConversationService,
  type ConversationService,
  type MessageToAppend,
} from './conversations.service.ts';
export {
  insertConversation,
  lockConversation,
  type LockedConversation,
} from './conversations.store.ts';
export { createAttachmentService, type AttachmentService } from './attachments.service.ts';
export { createAttachmentView, type AttachmentView } from './attachments.view.ts';
export { attachmentRoutes } from './attachments.routes.ts';
