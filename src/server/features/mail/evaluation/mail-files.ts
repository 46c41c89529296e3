import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { readJsonLines } from '../../../platform/json-lines.ts';

const manifestLine = z.looseObject({ file: z.string(), expected_reply: z.string().nullish() });
const replyLine = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  format: z.string().nullish(),
  body: z.string(),
  expected_reply: z.string().nullish(),
});

/** A message body of a file of replies, without what is right for it. */
export type ReplyCase = { readonly id: string; readonly html: boolean; readonly body: string };

/** The mails (`*.eml`) of a folder and of the folders in it: their paths in it, in alphabetical order. */
export function listMails(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path.toLowerCase().endsWith('.eml'))
    .sort();
}

/** The expected replies that a `manifest.jsonl` in the folder or beside it names, by path in the folder. */
export function expectedOfFolder(folder: string): Map<string, string> {
  const inside = join(folder, 'manifest.jsonl');
  const beside = join(dirname(folder), 'manifest.jsonl');
  const prefix = existsSync(inside) ? '' : `${basename(folder)}/`;
  const manifest = prefix === '' ? inside : beside;
  const expected = new Map<string, string>();
  if (!existsSync(manifest)) return expected;
  for (const { file, expected_reply: reply } of readJsonLines(manifest, manifestLine))
    if (typeof reply === 'string' && file.startsWith(prefix))
      expected.set(file.slice(prefix.length), reply);
  return expected;
}

/** The message bodies of a `replies.jsonl`, in its order. */
export function readReplyCases(path: string): ReplyCase[] {
  return readJsonLines(path, replyLine.omit({ expected_reply: true })).map(
    ({ id, format, body }) => ({
      id,
      html: format === 'html',
      body,
    }),
  );
}

/** The expected replies of a `replies.jsonl`, by id. */
export function expectedOfReplies(path: string): Map<string, string> {
  const lines = readJsonLines(path, replyLine);
  return new Map(
    lines.flatMap(({ id, expected_reply: reply }) =>
      typeof reply === 'string' ? [[id, reply] as const] : [],
    ),
  );
}
