import { systemActor, type Actor } from '../../../contracts/common.ts';
import type { Attachment } from '../../../contracts/attachments.ts';
import type { Scope } from '../../platform/db/database.ts';
import type {
  AttachmentService,
  ConversationService,
  MessageToAppend,
} from '../conversations/index.ts';
import { bodyOf, isCut, isHandedOn } from './arrival.rules.ts';
import type { SortedMail } from './delivery.service.ts';
import {
  sanitiseMailHtml,
  visibleReply,
  type MailAttachment,
  type ReadMail,
} from './reading/index.ts';

export interface WriterDeps {
  readonly conversations: Pick<ConversationService, 'append'>;
  readonly attachments: Pick<AttachmentService, 'store'>;
}

/** A message of a mail, without its place. */
export type PreparedMessage = Omit<MessageToAppend, 'conversationId' | 'author'>;

export type MessageWriter = ReturnType<typeof createMessageWriter>;

/** Makes messages of mails: visible words, quoted rest, safe HTML, files. */
export function createMessageWriter({ conversations, attachments }: WriterDeps) {
  return {
    /**
     * Everything that takes time: files stored, HTML made safe, quotes cut. Apart from `write` so that it
     * happens before the locks that order conversations and number tickets. `opens`: it is the first of its ticket.
     */
    async prepare(
      scope: Scope,
      sorted: SortedMail,
      { opens }: { opens: boolean },
    ): Promise<PreparedMessage> {
      const { mail } = sorted;
      const split = visibleReply(mail);
      // What is quoted in a conversation that goes on stands in it already.
      const handedOn = opens && isHandedOn(mail.subject, split);
      const uploader = `mail ${sorted.intakeId}`;
      const files = await storeFiles(scope, mail, uploader);
      if (isCut(mail))
        files.push({ stored: await storeSource(scope, sorted.raw, uploader), contentId: null });
      const safe =
        mail.html === null ? null : sanitiseMailHtml(mail.html, { cidUrls: cidUrls(files) });
      return {
        clientId: null,
        channel: 'email',
        ...bodyOf(split, { handedOn }),
        html: safe?.html ?? null,
        remoteImages: safe?.remoteImages ?? 0,
        mailMessageId: sorted.messageId,
        attachmentIds: files.map((file) => file.stored.id),
        uploader,
      };
    },

    /** Stores a prepared mail as a message of a conversation and returns its id. */
    async write(
      scope: Scope,
      prepared: PreparedMessage,
      to: { conversationId: string; author: Actor },
    ): Promise<string> {
      return (await conversations.append(scope, { ...prepared, ...to })).id;
    },

    /** Stores what a machine answered as a note: words only, and nothing that asks for attention. */
    async note(scope: Scope, sorted: SortedMail, conversationId: string): Promise<string> {
      const { text } = bodyOf(visibleReply(sorted.mail));
      const appended = await conversations.append(scope, {
        conversationId,
        clientId: null,
        channel: 'note',
        author: systemActor,
        text: `Automatic reply from ${sorted.sender.email}: ${sorted.mail.subject}\n\n${text}`.trim(),
        mailMessageId: sorted.messageId,
      });
      return appended.id;
    },
  };

  async function storeFiles(scope: Scope, mail: ReadMail, uploader: string): Promise<StoredFile[]> {
    const files: StoredFile[] = [];
    for (const file of mail.attachments) {
      const { name, type, content } = file;
      const contentId = isShown(file, mail.html ?? '') ? file.contentId : null;
      const stored = await attachments.store(scope, {
        name,
        declaredType: type,
        content,
        uploader,
        contentId,
      });
      files.push({ stored, contentId });
    }
    return files;
  }

  /** The whole mail as a file, where reading had to cut: nothing the customer sent is out of reach. */
  function storeSource(scope: Scope, raw: Buffer, uploader: string): Promise<Attachment> {
    const name = 'original-message.eml';
    return attachments.store(scope, {
      name,
      declaredType: 'application/octet-stream',
      content: raw,
      uploader,
    });
  }
}

const shownTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * Whether a file is a picture of the mail's HTML. Only such a file keeps its Content-ID, by which the desk
 * leaves it out of the list: many mail programs give one to every file, and those must stay in sight.
 */
function isShown({ type, contentId }: MailAttachment, html: string): boolean {
  if (contentId === null || !shownTypes.has(type)) return false;
  return (
    html.includes(`cid:${contentId}`) || html.includes(`cid:${contentId.replaceAll('@', '%40')}`)
  );
}

interface StoredFile {
  readonly stored: Attachment;
  readonly contentId: string | null;
}

/** Addresses of pictures by Content-ID; marks that the URL encoding leaves alone are encoded too. */
function cidUrls(files: readonly StoredFile[]): Record<string, string> {
  const pictures = files.flatMap(({ stored, contentId }) =>
    contentId === null || !stored.inline ? [] : [[contentId, strictUrl(stored.url)] as const],
  );
  return Object.fromEntries(pictures);
}

function strictUrl(url: string): string {
  return url.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
