import { expect, test } from 'vitest';
import { mailSource } from './demo-mail-source.ts';

const mail = {
  from: { name: 'Ingrid', email: 'ingrid@solheim.example' },
  to: 'support@lowtide.test',
  subject: 'Grind',
  text: 'Hello',
  html: null,
  messageId: 'a-1@solheim.example',
  inReplyTo: null,
  at: new Date('2026-03-01T10:00:00Z'),
};

test('plain words stay as they are', () => {
  const source = mailSource(mail).toString();
  expect(source).toContain('From: Ingrid <ingrid@solheim.example>\r\n');
  expect(source).toContain('Subject: Grind\r\n');
  expect(source).not.toContain('In-Reply-To');
});

test('no line is longer than a mail may have, whatever the script', () => {
  const name = 'ليلى حداد '.repeat(12);
  const source = mailSource({
    ...mail,
    from: { ...mail.from, name },
    text: 'ü'.repeat(900),
  }).toString();
  for (const line of source.split('\r\n')) expect(line.length).toBeLessThanOrEqual(110);
  const words = [...source.split('\r\nTo:')[0]!.matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)];
  expect(words.map((word) => Buffer.from(word[1] ?? '', 'base64').toString()).join('')).toBe(name);
});

test('an answer names the mail before it, and HTML stands beside the text', () => {
  const source = mailSource({ ...mail, inReplyTo: 'b@x.example', html: '<p>Hi</p>' }).toString();
  expect(source).toContain('In-Reply-To: <b@x.example>');
  expect(source.match(/Content-Type: text\//g)).toHaveLength(2);
});
