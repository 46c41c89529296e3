import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMail, textFromHtml, visibleReply } from '../reading/index.ts';
import type { MailAddress } from '../reading/index.ts';
import {
  expectedOfFolder,
  expectedOfReplies,
  listMails,
  readReplyCases,
  type ReplyCase,
} from './mail-files.ts';
import type { MailItem, MailMetrics } from './mail-item.types.ts';

/** Mails that were read, in the order of their input, and how well that went. */
export type MailReport = { metrics: MailMetrics; items: MailItem[] };

/**
 * Reads every mail of a folder as the program does when one comes in. Expected replies are looked up in the
 * folder's `manifest.jsonl` afterwards. Throws where the folder cannot be read.
 */
export async function evaluateMailFolder(folder: string): Promise<MailReport> {
  const items: MailItem[] = [];
  for (const file of listMails(folder)) items.push(await readOne(folder, file));
  return { items, metrics: measure(items, expectedOfFolder(folder)) };
}

/** Finds the visible reply of every message body of a `replies.jsonl`; expected ones are read afterwards. */
export function evaluateReplies(path: string): MailReport {
  const items = readReplyCases(path).map(readBody);
  return { items, metrics: measure(items, expectedOfReplies(path)) };
}

async function readOne(folder: string, file: string): Promise<MailItem> {
  try {
    const mail = await readMail(readFileSync(join(folder, file)));
    return {
      file,
      subject: mail.subject,
      from: mail.from && spoken(mail.from),
      to: mail.to.map(spoken),
      date: mail.date?.toISOString() ?? null,
      text: mail.text ?? textFromHtml(mail.html ?? ''),
      reply: visibleReply(mail).reply,
      attachments: mail.attachments.map(({ name, type, sizeBytes }) => ({ name, type, sizeBytes })),
      error: null,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file, ...nothing, error: reason };
  }
}

const nothing = {
  subject: '',
  from: null,
  to: [],
  date: null,
  text: '',
  reply: '',
  attachments: [],
  error: null,
} satisfies MailItem;

function readBody({ id, html, body }: ReplyCase): MailItem {
  const mail = html ? { text: null, html: body } : { text: body, html: null };
  const text = html ? textFromHtml(body) : body;
  return { id, ...nothing, text, reply: visibleReply(mail).reply };
}

function spoken({ name, address }: MailAddress): string {
  if (address === '') return name;
  return name === '' ? address : `${name} <${address}>`;
}

function measure(items: readonly MailItem[], expected: ReadonlyMap<string, string>): MailMetrics {
  const judged = items.flatMap((item) => {
    const reply = expected.get(item.file ?? item.id ?? '');
    return reply === undefined ? [] : [bare(reply) === bare(item.reply)];
  });
  const exact = judged.filter(Boolean).length;
  return {
    mails: items.length,
    unreadable: items.filter(({ error }) => error !== null).length,
    attachments: items.reduce((sum, { attachments }) => sum + attachments.length, 0),
    replies: judged.length,
    repliesExact: judged.length === 0 ? null : exact,
    replyAccuracy: judged.length === 0 ? null : exact / judged.length,
  };
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
