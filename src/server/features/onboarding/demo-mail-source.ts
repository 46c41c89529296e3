import type { DemoCustomer } from './demo-conversations.types.ts';

export interface DemoMail {
  readonly from: DemoCustomer;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly messageId: string;
  /** Message-ID of the mail this one goes on from. */
  readonly inReplyTo: string | null;
  readonly at: Date;
}

/** The source of a mail as a mail program writes it: UTF-8 throughout, HTML beside the text where given. */
export function mailSource(mail: DemoMail): Buffer {
  const boundary = `=_${mail.messageId.replace(/\W/g, '')}`;
  const headers = [
    `From: ${word(mail.from.name)} <${mail.from.email}>`,
    `To: ${mail.to}`,
    `Subject: ${word(mail.subject)}`,
    `Date: ${mail.at.toUTCString()}`,
    `Message-ID: <${mail.messageId}>`,
    ...(mail.inReplyTo === null
      ? []
      : [`In-Reply-To: <${mail.inReplyTo}>`, `References: <${mail.inReplyTo}>`]),
    'MIME-Version: 1.0',
  ];
  const text = part('text/plain', mail.text);
  const body =
    mail.html === null
      ? text
      : [
          `Content-Type: multipart/alternative; boundary="${boundary}"`,
          '',
          `--${boundary}`,
          ...text,
          `--${boundary}`,
          ...part('text/html', mail.html),
          `--${boundary}--`,
          '',
        ];
  return Buffer.from([...headers, ...body].join('\r\n'));
}

function part(type: string, content: string): string[] {
  const lines =
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...lines,
  ];
}

/** A header's words, encoded where they are not plain; in pieces, as an encoded word is 75 long at most. */
function word(text: string): string {
  if (/^[\w .,:-]*$/.test(text)) return text;
  const pieces: string[] = [''];
  for (const char of text) {
    const last = pieces.at(-1) ?? '';
    if (Buffer.byteLength(last + char) > 42) pieces.push(char);
    else pieces[pieces.length - 1] = last + char;
  }
  return pieces
    .map((piece) => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`)
    .join('\r\n ');
}
