import type { FormatCallback, SelectorDefinition } from 'html-to-text';
import { isGone, isWhiteOnWhite, readStyle } from './unseen.rules.ts';
import { quoteMark } from './reply-lines.rules.ts';

type Node = Parameters<FormatCallback>[0];
type Walk = Parameters<FormatCallback>[1];
type Builder = Parameters<FormatCallback>[2];
type Marks = {
  quoteDepth: number;
  /** Whether words were left out that no reader sees. */
  hid: boolean;
  readonly keepWhite: boolean;
  searchesLeft: number;
  readonly listItems: WeakMap<object, number>;
};

// Everything inside these is the earlier mail: Gmail, Apple, Yahoo, Outlook for the web, Proton, Zoho.
const containers = [
  'blockquote[type="cite"]',
  'blockquote.gmail_quote',
  'blockquote.cite',
  '.gmail_attr',
  '.moz-cite-prefix',
  '.yahoo_quoted',
  '#yahoo_quoted',
  '.protonmail_quote',
  '.zmail_extra',
  '.zmail_quote',
  '#OLK_SRC_BODY_SECTION',
  '#mail-editor-reference-message-container',
  '.tutanota_quote',
  '.moz-forward-container',
];
// Everything after these is the earlier mail: Outlook, Hotmail, Zimbra.
const starts = [
  '#divRplyFwdMsg',
  '#appendonsend',
  'hr#stopSpelling',
  'hr#zwchr',
  '.OutlookMessageHeader',
];
const signatures = [
  '.gmail_signature',
  '.moz-signature',
  '#ms-outlook-mobile-signature',
  '.yahoo-signature',
  '[data-signatureblock]',
  '.protonmail_signature_block',
  '#AppleMailSignature',
  '.AppleOriginalSignature',
];
const maxSearches = 20_000;

/** How mail programs mark quotations and signatures in HTML; the only place to add one. */
export const quoteSelectors: readonly SelectorDefinition[] = [
  { selector: 'blockquote', format: 'maybeQuote' },
  { selector: 'div.gmail_quote', format: 'gmailQuote' },
  ...containers.map((selector) => ({ selector, format: 'quote' })),
  ...starts.map((selector) => ({ selector, format: 'quoteStart' })),
  ...signatures.map((selector) => ({ selector, format: 'signature' })),
];

/** The formatters that turn those marks into lines the reply rules understand. */
export const quoteFormatters: Record<string, FormatCallback> = {
  quote,
  maybeQuote,
  gmailQuote,
  quoteStart,
  signature,
};

/** A fresh state for one conversion. */
export function htmlMarks({ keepWhite = false } = {}): Marks {
  const listItems = new WeakMap();
  return { quoteDepth: 0, hid: false, keepWhite, searchesLeft: maxSearches, listItems };
}

/**
 * Leaves out what no reader sees; whatever is seen is read as what it is, as if it had no style. Text that nobody
 * sees must not reach an agent's screen or the assistant as the customer's words.
 */
export function styled(element: Node, walk: Walk, builder: Builder): void {
  const marks = marksOf(builder);
  if (isGone(element) || (!marks.keepWhite && isWhiteOnWhite(element))) {
    marks.hid ||= hasWords(element, marks);
    return;
  }
  const { style = '', color: _color, ...rest } = element.attribs ?? {};
  element.attribs = { ...rest, [readStyle]: style };
  walk([element], builder);
}

/** The number of the next item of a list, counted from 1. */
export function nextNumber(builder: Builder, list: object): number {
  const { listItems } = marksOf(builder);
  const number = (listItems.get(list) ?? 0) + 1;
  listItems.set(list, number);
  return number;
}

// Only the outermost quotation marks its lines: marking at every level grows with depth times length.
function quote(element: Node, walk: Walk, builder: Builder): void {
  const marks = marksOf(builder);
  const outermost = marks.quoteDepth === 0;
  marks.quoteDepth += 1;
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({
    trailingLineBreaks: 1,
    ...(outermost ? { blockTransform: markLines } : {}),
  });
  marks.quoteDepth -= 1;
}

// Gmail indents with a blockquote that has no border; that is the sender's own text.
function maybeQuote(element: Node, walk: Walk, builder: Builder): void {
  const style = String(element.attribs?.[readStyle] ?? '')
    .slice(0, 500)
    .toLowerCase();
  if (/border:\s?none|margin:\s?0(px)? 0(px)? 0(px)? 40px/.test(style))
    asBlock(element, walk, builder);
  else quote(element, walk, builder);
}

// With a blockquote inside, answers may stand between the quotes; without one it is a forwarded mail.
function gmailQuote(element: Node, walk: Walk, builder: Builder): void {
  const marks = marksOf(builder);
  if (marks.quoteDepth > 0 || hasBlockquote(element, marks)) asBlock(element, walk, builder);
  else quote(element, walk, builder);
}

function quoteStart(element: Node, walk: Walk, builder: Builder): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addLiteral(quoteMark);
  builder.closeBlock({ trailingLineBreaks: 1 });
  asBlock(element, walk, builder);
}

function signature(element: Node, walk: Walk, builder: Builder): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  const marked = (text: string): string => (/^\s{0,20}(--|$)/.test(text) ? text : `-- \n${text}`);
  builder.closeBlock({ trailingLineBreaks: 1, blockTransform: marked });
}

function asBlock(element: Node, walk: Walk, builder: Builder): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
}

function markLines(text: string): string {
  return text.replace(/^/gm, '> ');
}

function hasBlockquote(element: Node, marks: Marks): boolean {
  return hasInside(element, marks, ({ name }) => name === 'blockquote');
}

function hasWords(element: Node, marks: Marks): boolean {
  return hasInside(element, marks, ({ data }) => /[\p{L}\p{N}]/u.test(data ?? ''));
}

function hasInside(element: Node, marks: Marks, isIt: (node: Node) => boolean): boolean {
  const open: Node[] = [...(element.children ?? [])];
  for (let node = open.pop(); node !== undefined && marks.searchesLeft > 0; node = open.pop()) {
    marks.searchesLeft -= 1;
    if (isIt(node)) return true;
    for (const child of node.children ?? []) open.push(child);
  }
  return false;
}

// The builder carries what was passed to the converter; its published type leaves that out.
function marksOf(builder: Builder): Marks {
  return (builder as unknown as { readonly metadata: Marks }).metadata;
}
