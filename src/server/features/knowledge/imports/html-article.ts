import { gfm } from '@truto/turndown-plugin-gfm';
import sanitizeHtml from 'sanitize-html';
import TurndownService from 'turndown';

/** What is around the text of a page and not part of it. */
const surroundings = new Set(['nav', 'header', 'footer', 'aside', 'form', 'button', 'dialog']);

/** A page as Markdown: its title, and its text without navigation, scripts and styles. */
export function articleOfHtml(html: string): { title: string | null; body: string } {
  const title = firstText(html, 'title');
  const heading = firstText(html, 'h1');
  const kept = sanitizeHtml(mainOf(html), {
    allowedTags: [
      ...sanitizeHtml.defaults.allowedTags.filter((tag) => !surroundings.has(tag)),
      'img',
    ],
    allowedAttributes: { a: ['href'], img: ['src', 'alt'], code: ['class'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', ...surroundings],
  });
  const markdown = createTurndown().turndown(kept).trim();
  const named = heading ?? title;
  return { title: named, body: withoutHeading(markdown, heading) };
}

/** Markdown of a piece of HTML, such as the body in a help-centre export. */
export function markdownOfHtml(html: string): string {
  return articleOfHtml(`<main>${html}</main>`).body;
}

function createTurndown(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
  });
  service.use(gfm);
  return service;
}

/** The part of a page its author marked as the main one; everything where none is marked. */
function mainOf(html: string): string {
  for (const tag of ['main', 'article']) {
    const from = html.search(new RegExp(`<${tag}[\\s>]`, 'i'));
    const until = html.toLowerCase().lastIndexOf(`</${tag}>`);
    if (from !== -1 && until > from) return html.slice(from, until);
  }
  return html;
}

function firstText(html: string, tag: string): string | null {
  const from = html.search(new RegExp(`<${tag}[\\s>]`, 'i'));
  if (from === -1) return null;
  const until = html.toLowerCase().indexOf(`</${tag}>`, from);
  if (until === -1) return null;
  const inner = html.slice(html.indexOf('>', from) + 1, until);
  const text = sanitizeHtml(inner, { allowedTags: [], allowedAttributes: {} });
  return unescapeEntities(text).replace(/\s+/g, ' ').trim() || null;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** sanitize-html escapes text again; a title is plain text. */
function unescapeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

/** The first heading is the article's title and is not said twice. */
function withoutHeading(markdown: string, heading: string | null): string {
  if (heading === null) return markdown;
  const [first = '', ...rest] = markdown.split('\n');
  return first.startsWith('# ') ? rest.join('\n').trim() : markdown;
}
