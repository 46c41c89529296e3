/** What a run of `segue eval mail` writes for one mail or one message body. */
export interface MailItem {
  /** The path of a mail in its folder. */
  file?: string;
  /** The id of a message body. */
  id?: string;
  subject: string;
  /** "Name <address>", or null where the mail names nobody. */
  from: string | null;
  to: string[];
  date: string | null;
  /** All of the text; made of the HTML where there is no other. */
  text: string;
  /** What the sender wrote, without quotation and signature. */
  reply: string;
  attachments: { name: string; type: string; sizeBytes: number }[];
  /** Why it could not be read. */
  error: string | null;
}

/** How well mails were read; what is about replies is null without expected ones. */
export interface MailMetrics {
  mails: number;
  unreadable: number;
  attachments: number;
  replies: number;
  /** Replies that are as expected, whitespace aside. */
  repliesExact: number | null;
  replyAccuracy: number | null;
}
