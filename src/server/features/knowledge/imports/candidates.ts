/** What an import finds in what it was given: articles to file, and what it could not use. */
import { z } from 'zod';
import { articleBodyMaxLength } from '../../../../contracts/knowledge.ts';
import { decodeText, printable } from './decode-text.ts';
import { articleOfHtml, markdownOfHtml } from './html-article.ts';

/** An article an import would file. `externalId` is the same when the same thing is imported again. */
export interface Found {
  readonly name: string;
  readonly externalId: string;
  readonly title: string;
  readonly body: string;
  readonly sourceUrl: string | null;
  readonly language: string | null;
}

/** Something that is no article, and why. */
export interface Unusable {
  readonly name: string;
  readonly reason: string;
}

export type Candidate = Found | Unusable;

/** One thing of an import; it is made sense of only when it is read. */
export interface Part {
  readonly name: string;
  read(): Candidate;
}

export function isFound(candidate: Candidate): candidate is Found {
  return 'externalId' in candidate;
}

/** One page of Markdown or HTML, told apart by its name. */
export function candidateOfText(name: string, text: string, url: string | null = null): Candidate {
  const isHtml = /\.html?$/i.test(name) || (url !== null && /^\s*</.test(text));
  const { title, body } = isHtml ? articleOfHtml(text) : articleOfMarkdown(text);
  return checked({
    name,
    externalId: url ?? `file:${name}`,
    title: title ?? titleOfName(name),
    body,
    sourceUrl: url,
    language: null,
  });
}

/** Markdown with its first heading as title; a block of front matter may name it too. */
export function articleOfMarkdown(text: string): { title: string | null; body: string } {
  const { fields, rest } = splitFrontMatter(text);
  const heading = /^\s*# +(.+?) *#* *(?:\n|$)/.exec(rest);
  return {
    title: fields.get('title') ?? heading?.[1] ?? null,
    body: (heading ? rest.slice(heading[0].length) : rest).trim(),
  };
}

function splitFrontMatter(text: string): { fields: Map<string, string>; rest: string } {
  const clean = text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  const end = clean.startsWith('---\n') ? clean.indexOf('\n---', 3) : -1;
  if (end === -1) return { fields: new Map(), rest: clean };
  const pairs = clean
    .slice(4, end)
    .split('\n')
    .flatMap((line): [string, string][] => {
      const at = line.indexOf(':');
      const value = line.slice(at + 1).trim();
      return at < 1 ? [] : [[line.slice(0, at).trim(), value.replace(/^(['"])(.*)\1$/, '$2')]];
    });
  return { fields: new Map(pairs), rest: clean.slice(clean.indexOf('\n', end + 1) + 1) };
}

const jsonlLineSchema = z.object({
  id: z.union([z.string().min(1).max(300), z.number()]).transform(String),
  title: z.string().nullish(),
  text: z.string().nullish(),
  url: z.url().nullish().catch(null),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullish()
    .catch(null),
  sections: z
    .array(
      z.object({
        heading: z.string().nullish(),
        question: z.string().nullish(),
        text: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** One article a line: `id`, `title`, `text` or `sections`, and `url` where there is one. */
export function candidatesOfJsonl(content: Uint8Array): Part[] {
  return decodeText(content)
    .split('\n')
    .map((line, at) => ({ line: line.trim(), name: `line ${at + 1}` }))
    .filter(({ line }) => line !== '')
    .map(({ line, name }) => ({ name, read: () => candidateOfLine(line, name) }));
}

function candidateOfLine(line: string, name: string): Candidate {
  const parsed = jsonlLineSchema.safeParse(parseJson(line));
  if (!parsed.success) return { name, reason: 'Not an object with an id and a text.' };
  const { id, title, text, url, sections, language } = parsed.data;
  const parts = (sections ?? []).map((section) => {
    const heading = section.heading ?? section.question;
    return `${heading ? `## ${heading}\n\n` : ''}${section.text ?? ''}`.trim();
  });
  const body = text ?? parts.filter(Boolean).join('\n\n');
  return checked({
    name: title || id,
    externalId: `jsonl:${id}`,
    title: title || firstLine(body) || id,
    body,
    sourceUrl: url ?? null,
    language: language ?? null,
  });
}

const helpCentreSchema = z.object({ articles: z.array(z.unknown()) });

const helpCentreArticleSchema = z.object({
  id: z.union([z.string().min(1).max(300), z.number()]).transform(String),
  title: z.string().nullish(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  html_url: z.url().nullish().catch(null),
  locale: z.string().nullish().catch(null),
  draft: z.boolean().nullish().catch(null),
});

/** The articles of a help-centre export as the public API of Zendesk Guide gives them. Throws for anything else. */
export function candidatesOfHelpCentre(content: Uint8Array): Part[] {
  const parsed = helpCentreSchema.safeParse(parseJson(decodeText(content)));
  if (!parsed.success) throw new Error('It is not JSON with a list called “articles”.');
  return parsed.data.articles.map((article, at) => {
    const name = `article ${at + 1}`;
    return { name, read: () => candidateOfHelpCentre(article, name) };
  });
}

function candidateOfHelpCentre(value: unknown, at: string): Candidate {
  const parsed = helpCentreArticleSchema.safeParse(value);
  if (!parsed.success) return { name: at, reason: 'Not an article with an id and a body.' };
  const article = parsed.data;
  const name = article.title || article.name || `Article ${article.id}`;
  if (article.draft === true) return { name, reason: 'It is a draft in the help centre.' };
  return checked({
    name,
    externalId: `zendesk:${article.id}`,
    title: name,
    body: markdownOfHtml(article.body ?? ''),
    sourceUrl: article.html_url ?? null,
    language: /^[a-z]{2}(?![a-z])/.exec(article.locale?.toLowerCase() ?? '')?.[0] ?? null,
  });
}

function checked(found: Found): Candidate {
  const title = printable(found.title.replace(/\s+/g, ' ')).trim().slice(0, 300);
  const name = printable(found.name);
  const body = found.body.toWellFormed().replaceAll('\u0000', '');
  if (body.trim() === '') return { name, reason: 'It has no text.' };
  if (body.length > articleBodyMaxLength) {
    return { name, reason: `It is longer than ${articleBodyMaxLength} characters.` };
  }
  return {
    ...found,
    name,
    externalId: printable(found.externalId),
    title: title.toWellFormed() || 'Untitled',
    body,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').replace(/^#+ */, '').slice(0, 120);
}

function titleOfName(name: string): string {
  const base = name.split('/').at(-1) ?? name;
  return (
    base
      .replace(/\.\w+$/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name
  );
}
