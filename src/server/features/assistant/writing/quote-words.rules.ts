/** The words inside a block of an article: emphasis, code and own links stay, everything else is dropped. */
import type { Token } from 'markdown-it';
import { addressPattern, linkInQuote } from './links.rules.ts';

/** Words of a quote, some of them strong, code, or a link to our own pages. */
export interface QuoteRun {
  readonly text: string;
  readonly style: 'plain' | 'strong' | 'code';
  readonly url: string | null;
}

/** What links of a quote become. */
export interface QuoteLinks {
  readonly ownUrls: readonly string[];
  /** Stands in the place of a foreign address. */
  readonly instead: string;
}

/** The words of inline Markdown. Pictures, HTML, what is hidden, and foreign links are left out. */
export function runsOf(tokens: readonly Token[], links: QuoteLinks): QuoteRun[] {
  const runs: QuoteRun[] = [];
  const state = { strong: 0, struck: 0, url: null as string | null, hidden: [] as string[] };
  for (const token of tokens) {
    if (token.type === 'html_inline') followHtml(token.content, state.hidden);
    else if (state.hidden.length > 0) continue;
    else if (token.type === 's_open') state.struck += 1;
    else if (token.type === 's_close') state.struck -= 1;
    // Struck out is what no longer holds.
    else if (state.struck > 0) continue;
    else if (token.type === 'strong_open') state.strong += 1;
    else if (token.type === 'strong_close') state.strong -= 1;
    else if (token.type === 'link_open') state.url = linkOf(token, links);
    else if (token.type === 'link_close') state.url = null;
    else pushRuns(runs, token, { ...state, links });
  }
  return withoutSeams(runs, links);
}

/** Runs as they are, or one plain run where together they make an address that none of them was. */
function withoutSeams(runs: QuoteRun[], links: QuoteLinks): QuoteRun[] {
  const joined = runs.map(({ text }) => text).join('');
  const shown = visibleText(joined, links);
  return shown === joined ? runs : [{ text: shown, style: 'plain', url: null }];
}

/** The words of HTML that stood as a block of its own, without what a reader of the page would not see. */
export function wordsOfHtml(html: string, links: QuoteLinks): QuoteRun[] {
  const text = html
    .replace(/<!--[^]*?(?:-->|$)/gu, ' ')
    .replace(unseenElements, ' ')
    .replace(/<[^>]{0,2000}(?:>|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return text === '' ? [] : [{ text: visibleText(text, links), style: 'plain', url: null }];
}

/** Text as it may be shown: no invisible characters, no addresses but our own pages. */
export function visibleText(text: string, { ownUrls, instead }: QuoteLinks): string {
  return text
    .replace(invisible, '')
    .replace(/!?\[([^\][]{0,500})\]\([^()\s]{0,2000}(?:\s[^()]{0,500})?\)/gu, '$1')
    .replace(addressPattern, (address) => {
      const end = /[.,;:!?)\]]+$/u.exec(address)?.[0] ?? '';
      const own = linkInQuote(address.slice(0, address.length - end.length), ownUrls);
      return (own ?? instead) + end;
    });
}

const invisible =
  /[\u{0}-\u{8}\u{B}\u{C}\u{E}-\u{1F}\u{7F}\u{AD}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}\u{E0000}-\u{E007F}]/gu;
const UNSEEN =
  'script|style|iframe|object|embed|svg|math|template|noscript|title|head|form|textarea|select|button|audio|video';
const HIDDEN_BY =
  '[^>]{0,500}(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0|opacity\\s*:\\s*0|\\shidden|aria-hidden)[^>]{0,500}';
const unseenElements = new RegExp(
  `<(?:(${UNSEEN})\\b[^>]{0,2000}|(\\w{1,20})${HIDDEN_BY})>[^]*?(?:</(?:\\1|\\2)\\s*>|$)`,
  'giu',
);
const opensUnseen = new RegExp(`^<(?:(?:${UNSEEN})\\b[^>]*|\\w{1,20}${HIDDEN_BY})>$`, 'iu');

/** Keeps the stack of unseen elements that are open. */
function followHtml(tag: string, hidden: string[]): void {
  const name = /^<\/?(\w+)/.exec(tag)?.[1]?.toLowerCase() ?? '';
  if (tag.startsWith('</')) {
    if (hidden.at(-1) === name) hidden.pop();
  } else if (hidden.length > 0 ? hidden.at(-1) === name : opensUnseen.test(tag)) {
    if (!tag.endsWith('/>')) hidden.push(name);
  }
}

function linkOf(token: Token, { ownUrls }: QuoteLinks): string | null {
  return linkInQuote(String(token.attrGet('href') ?? ''), ownUrls);
}

function pushRuns(
  runs: QuoteRun[],
  { type, content }: Token,
  { strong, url, links }: { strong: number; url: string | null; links: QuoteLinks },
): void {
  if (type === 'softbreak') runs.push({ text: ' ', style: 'plain', url });
  else if (type === 'hardbreak') runs.push({ text: '\n', style: 'plain', url });
  else if (type === 'code_inline')
    runs.push({ text: visibleText(content, links), style: 'code', url });
  else if (type === 'text' && content !== '')
    runs.push({ text: visibleText(content, links), style: strong > 0 ? 'strong' : 'plain', url });
}
