/** A mail address as it arrived, cleaned of line breaks and control characters. */
export type MailAddress = { readonly name: string; readonly address: string };

/** A file that came with a mail; `type` is sniffed from the content where that is cheap. */
export type MailAttachment = {
  readonly name: string;
  readonly type: string;
  readonly sizeBytes: number;
  readonly contentId: string | null;
  readonly inline: boolean;
  readonly content: Uint8Array;
};

/** The headers that later decisions need, by lower-case name, in the order of arrival. */
export type MailHeaders = Readonly<Record<string, readonly string[]>>;

/** What a limit cut off; the raw mail, which the caller keeps, still has all of it. */
export type MailTruncation = {
  readonly size: boolean;
  readonly headers: boolean;
  readonly structure: boolean;
  readonly text: boolean;
  readonly html: boolean;
  readonly attachments: boolean;
  readonly references: boolean;
  readonly recipients: boolean;
};

/** A mail as data: nothing in it has been trusted, and `html` is raw and must be sanitised. */
export type ReadMail = {
  readonly from: MailAddress | null;
  readonly sender: MailAddress | null;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly date: Date | null;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  readonly headers: MailHeaders;
  readonly truncated: MailTruncation;
};

/** Bounds on one mail; sizes in bytes for raw input and in characters for decoded text. */
export type MailLimits = {
  readonly maxSizeBytes: number;
  readonly maxHeaderBytes: number;
  readonly maxMimeDepth: number;
  readonly maxNestedMessages: number;
  readonly maxTextChars: number;
  readonly maxHtmlChars: number;
  readonly maxAttachments: number;
  readonly maxAttachmentBytes: number;
  readonly maxReferences: number;
  readonly maxRecipients: number;
};

/** Limits that let every ordinary mail through and keep a hostile one cheap. */
export const defaultMailLimits: MailLimits = {
  maxSizeBytes: 50 * 1024 * 1024,
  maxHeaderBytes: 512 * 1024,
  maxMimeDepth: 64,
  maxNestedMessages: 3,
  maxTextChars: 4_000_000,
  maxHtmlChars: 2_000_000,
  maxAttachments: 100,
  maxAttachmentBytes: 30 * 1024 * 1024,
  maxReferences: 50,
  maxRecipients: 200,
};

/** The one error that reading a mail may throw. */
export type MailUnreadable = Error & { readonly code: 'mail_unreadable' };

/** Builds the error by which a caller knows to quarantine a mail. */
export function mailUnreadable(message: string, cause?: unknown): MailUnreadable {
  return Object.assign(new Error(message, { cause }), { code: 'mail_unreadable' as const });
}

/** Tells whether an error is the one that reading a mail throws. */
export function isMailUnreadable(error: unknown): error is MailUnreadable {
  return error instanceof Error && 'code' in error && error.code === 'mail_unreadable';
}
