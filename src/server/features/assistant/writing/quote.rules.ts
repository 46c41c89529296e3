/** An article's Markdown as a mail can hold it: blocks and words only, nothing of the author's own HTML. */
import MarkdownIt, { type Token } from 'markdown-it';
import {
  runsOf,
  visibleText,
  wordsOfHtml,
  type QuoteLinks,
  type QuoteRun,
} from './quote-words.rules.ts';

/** A block of a quote. */
export type QuoteBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly QuoteRun[] }
  | { readonly kind: 'heading'; readonly runs: readonly QuoteRun[] }
  | {
      readonly kind: 'item';
      /** 1 for the outermost list. */
      readonly depth: number;
      /** `-` or the number; null for a further paragraph of the same item. */
      readonly mark: string | null;
      readonly runs: readonly QuoteRun[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly QuoteRun[])[])[] };

/** The blocks of a Markdown text, in order. Pictures, HTML, scripts and foreign links are left out. */
export function quoteBlocks(markdown: string, links: QuoteLinks): QuoteBlock[] {
  const state: Reading = { blocks: [], lists: [], mark: null, isHeading: false, rows: null };
  for (const token of parser.parse(markdown, {})) {
    if (token.type === 'inline') takeWords(state, runsOf(token.children ?? [], links));
    else if (token.type === 'html_block') takeWords(state, wordsOfHtml(token.content, links));
    else if (token.type === 'fence' || token.type === 'code_block')
      state.blocks.push({ kind: 'code', text: visibleText(token.content, links).trimEnd() });
    else followBlock(state, token);
  }
  return state.blocks;
}

/** The words of some runs, in one string. */
export function textOfRuns(runs: readonly QuoteRun[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });

interface Reading {
  readonly blocks: QuoteBlock[];
  /** The next number of each open list, outermost first; null where it has bullets. */
  readonly lists: (number | null)[];
  mark: string | null;
  isHeading: boolean;
  rows: QuoteRun[][][] | null;
}

function followBlock(state: Reading, { type, info }: Token): void {
  if (type === 'bullet_list_open') state.lists.push(null);
  else if (type === 'ordered_list_open') state.lists.push(1);
  else if (type.endsWith('_list_close')) state.lists.pop();
  else if (type === 'list_item_open') state.mark = nextMark(state.lists, info);
  else if (type === 'heading_open' || type === 'heading_close')
    state.isHeading = type === 'heading_open';
  else if (type === 'table_open') state.rows = [];
  else if (type === 'tr_open') state.rows?.push([]);
  else if (type === 'table_close') closeTable(state);
}

function takeWords(state: Reading, runs: QuoteRun[]): void {
  const row = state.rows?.at(-1);
  if (row) row.push(runs);
  else if (textOfRuns(runs) === '') return;
  else if (state.lists.length > 0) {
    state.blocks.push({ kind: 'item', depth: state.lists.length, mark: state.mark, runs });
    state.mark = null;
  } else state.blocks.push({ kind: state.isHeading ? 'heading' : 'paragraph', runs });
}

function nextMark(lists: (number | null)[], info: string): string {
  const next = lists.at(-1) ?? null;
  if (next === null) return '-';
  const number = /^\d{1,9}$/.test(info) ? Number(info) : next;
  lists[lists.length - 1] = number + 1;
  return `${number}.`;
}

function closeTable(state: Reading): void {
  if (state.rows) state.blocks.push({ kind: 'table', rows: state.rows });
  state.rows = null;
}
