/** The HTML of a quote: made here of a dozen plain elements, with nothing of the author's own in it. */
import type { QuoteBlock } from './quote.rules.ts';
import type { QuoteRun } from './quote-words.rules.ts';

type Item = Extract<QuoteBlock, { kind: 'item' }>;

/** Blocks as HTML; neighbouring items as lists that nest. */
export function quoteHtml(blocks: readonly QuoteBlock[]): string {
  const parts: string[] = [];
  let items: Item[] = [];
  for (const block of blocks) {
    if (block.kind === 'item') items.push(block);
    else {
      parts.push(listHtml(items), blockHtml(block));
      items = [];
    }
  }
  return [...parts, listHtml(items)].join('');
}

/** Text made safe inside HTML, also inside an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Items of one depth with what is inside them; a number after a bullet begins a list of its own. */
function listHtml(items: readonly Item[]): string {
  const [first] = items;
  if (!first) return '';
  const depth = Math.min(...items.map((item) => item.depth));
  const entries: Item[][] = [];
  for (const item of items) {
    const last = entries.at(-1);
    if (!last || (item.depth === depth && item.mark !== null)) entries.push([item]);
    else last.push(item);
  }
  const isNumbered = (entry: readonly Item[]) => entry[0]?.mark?.endsWith('.') ?? false;
  const change = entries.findIndex((entry) => isNumbered(entry) !== isNumbered(entries[0] ?? []));
  const own = change < 0 ? entries : entries.slice(0, change);
  const rest = change < 0 ? [] : entries.slice(change).flat();
  const inner = own.map((entry) => `<li>${entryHtml(entry, depth)}</li>`).join('');
  const start = Number.parseInt(first.mark ?? '1', 10);
  const list = isNumbered(own[0] ?? [])
    ? `<ol${start === 1 ? '' : ` start="${start}"`}>${inner}</ol>`
    : `<ul>${inner}</ul>`;
  return list + listHtml(rest);
}

function entryHtml([head, ...rest]: readonly Item[], depth: number): string {
  const more = rest.filter((item) => item.depth === depth);
  const nested = rest.filter((item) => item.depth > depth);
  const words = [...(head ? [head] : []), ...more].map(({ runs }) => runsHtml(runs)).join('<br>');
  return words + listHtml(nested);
}

function blockHtml(block: Exclude<QuoteBlock, Item>): string {
  if (block.kind === 'code')
    return `<pre style="white-space:pre-wrap">${escapeHtml(block.text)}</pre>`;
  if (block.kind === 'table') {
    const rows = block.rows.map((row, at) => {
      const tag = at === 0 ? 'th' : 'td';
      const cells = row.map((runs) => `<${tag} style="${cellStyle}">${runsHtml(runs)}</${tag}>`);
      return `<tr>${cells.join('')}</tr>`;
    });
    return `<table>${rows.join('')}</table>`;
  }
  const words = runsHtml(block.runs);
  return block.kind === 'heading' ? `<p><strong>${words}</strong></p>` : `<p>${words}</p>`;
}

const cellStyle = 'padding:2px 12px 2px 0;text-align:left;vertical-align:top';

function runsHtml(runs: readonly QuoteRun[]): string {
  return runs
    .map(({ text, style, url }) => {
      const words = escapeHtml(text).replaceAll('\n', '<br>');
      const styled =
        style === 'plain' ? words : `<${elements[style]}>${words}</${elements[style]}>`;
      return url === null
        ? styled
        : `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${styled}</a>`;
    })
    .join('')
    .trim();
}

const elements = { code: 'code', strong: 'strong' } as const;
