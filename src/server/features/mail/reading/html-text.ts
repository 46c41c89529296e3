import {
  compile,
  type FormatCallback,
  type HtmlToTextOptions,
  type SelectorDefinition,
} from 'html-to-text';
import { isTooDeep, withoutTags } from './html-depth.rules.ts';
import { htmlMarks, nextNumber, styled, quoteFormatters, quoteSelectors } from './html-quotes.ts';
import { quoteMark } from './reply-lines.rules.ts';

const maxHtmlChars = 2_000_000;
const block = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const blocks = ['p', 'blockquote', 'ul', 'ol', 'hr', 'tr'];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const unseen = ['img', 'script', 'style', 'title', 'template', 'svg', 'math', '[hidden]'];

const selectors: readonly SelectorDefinition[] = [
  ...blocks.map((selector) => ({ selector, format: 'block', options: block })),
  ...headings.map((selector) => ({ selector, options: { ...block, uppercase: false } })),
  { selector: 'li', format: 'item' },
  { selector: 'pre', options: block },
  { selector: 'td', format: 'cell' },
  { selector: 'th', format: 'cell' },
  {
    selector: 'a',
    options: {
      hideLinkHrefIfSameAsText: true,
      noAnchorUrl: true,
      linkBrackets: ['<', '>'],
      pathRewrite: shownAddress,
    },
  },
  // Text that no reader sees must not reach an agent's screen or the assistant as the customer's words.
  ...unseen.map((selector) => ({ selector, format: 'skip' })),
  ...['[style]', 'font[color]'].map((selector) => ({ selector, format: 'styled' })),
];

const toText = compile(options(selectors, {}));
const toQuotedText = compile(options([...selectors, ...quoteSelectors], quoteFormatters));

/** The text a reader of the HTML would see; links keep their address. */
export function textFromHtml(html: string): string {
  return convert(toText, html);
}

/**
 * The same text with quoted parts marked (`> ` or the quote mark) from what mail programs write in HTML. `hid` says
 * whether words were left out that no reader sees; white words on white are kept with `keepWhite`.
 */
export function textWithQuotesFromHtml(
  html: string,
  { keepWhite = false } = {},
): { text: string; hid: boolean } {
  const marks = htmlMarks({ keepWhite });
  return { text: convert(toQuotedText, html.replaceAll(quoteMark, ''), marks), hid: marks.hid };
}

function options(
  chosen: readonly SelectorDefinition[],
  formatters: Record<string, FormatCallback>,
): HtmlToTextOptions {
  return {
    wordwrap: false,
    selectors: [...chosen],
    formatters: { item, cell, styled, ...formatters },
  };
}

function convert(
  converter: (html: string, metadata?: unknown) => string,
  html: string,
  marks = htmlMarks(),
): string {
  const bounded = html.slice(0, maxHtmlChars);
  return tidy(converter(isTooDeep(bounded) ? withoutTags(bounded) : bounded, marks));
}

function tidy(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/^(- |\d{1,5}\. )\n{1,3}/gm, '$1')
    .replace(/[ \t]\n/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();
}

// Cells of a row must not run together: "Total" and "5 EUR" are two words.
function cell(...[element, walk, builder]: Parameters<FormatCallback>): void {
  walk(element.children, builder);
  builder.addInline(' ');
}

// An address that is not for the web says nothing to a reader.
function shownAddress(address: string): string {
  return /^(https?:\/\/|[^\s:@]{1,100}@)/i.test(address) ? address : '';
}

// The library's own lists indent every line at every level: 300 nested lists of 700 kB took 36 s.
function item(...[element, walk, builder]: Parameters<FormatCallback>): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addLiteral(
    element.parent?.name === 'ol' ? `${nextNumber(builder, element.parent)}. ` : '- ',
  );
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
}
