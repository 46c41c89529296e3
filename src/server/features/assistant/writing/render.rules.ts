/** A draft as the two parts of a mail. */
import { isYesOrNo } from '../asking/question-texts.rules.ts';
import type { DraftPart } from '../grounding/grounding.types.ts';
import { escapeHtml, quoteHtml } from './quote-html.rules.ts';
import { quoteBlocks, textOfRuns, type QuoteBlock } from './quote.rules.ts';
import type { QuoteLinks } from './quote-words.rules.ts';

/**
 * Text and HTML of a draft: a paragraph a part, links and questions as lists, a link above its quote as a title. All HTML is made here; of the
 * parts only words are taken, and escaped.
 */
export function renderParts(
  parts: readonly DraftPart[],
  links: QuoteLinks,
): { text: string; html: string } {
  const groups = grouped(parts);
  return {
    text: groups
      .map((group, at) => titleText(group, groups[at + 1]) ?? textOf(group, links))
      .join('\n\n'),
    html: groups
      .map((group, at) => titleHtml(group, groups[at + 1]) ?? htmlOf(group, links))
      .join('\n'),
  };
}

/** A quote in words only, as it stands in the text part. */
export function quoteText(markdown: string, links: QuoteLinks): string {
  return quoteBlocks(markdown, links)
    .map((block, index, all) => gapBefore(block, all[index - 1]) + blockText(block))
    .join('');
}

/** Neighbours of one kind that make one list. */
function grouped(parts: readonly DraftPart[]): DraftPart[][] {
  const groups: DraftPart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const isList = part.kind === 'link' || part.kind === 'question' || part.kind === 'written';
    if (isList && last?.[0]?.kind === part.kind) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

function textOf(group: readonly DraftPart[], links: QuoteLinks): string {
  const [first] = group;
  if (first?.kind === 'written') return group.map(wordsOf).join(' ');
  return group
    .map((part, index) => {
      if (part.kind === 'quote') return quoteText(part.text, links);
      if (part.kind === 'link') return `- ${part.title}\n  ${part.url}`;
      if (part.kind === 'act_link') return `${part.text}:\n${part.url}`;
      if (part.kind === 'question') return questionText(part, group.length > 1 ? index + 1 : null);
      return part.text;
    })
    .join('\n');
}

function htmlOf(group: readonly DraftPart[], links: QuoteLinks): string {
  const [first] = group;
  const items = group.map((part) => itemHtml(part)).join('');
  if (first?.kind === 'link') return `<ul>${items}</ul>`;
  if (first?.kind === 'question' && group.length === 1) return questionHtml(first, 'p');
  if (first?.kind === 'question') return `<ol>${items}</ol>`;
  if (first?.kind === 'quote')
    return `<blockquote style="margin:0 0 1em;padding:0 0 0 12px;border-left:3px solid #d4d4d8">${quoteHtml(quoteBlocks(first.text, links))}</blockquote>`;
  if (first?.kind === 'act_link') return `<p>${anchor(first.url, first.text)}</p>`;
  return `<p>${escapeHtml(group.map(wordsOf).join(' ')).replaceAll('\n', '<br>')}</p>`;
}

/** The link of an article that is quoted right below it: a title; null for everything else. */
function titleOf([first, ...rest]: readonly DraftPart[], below?: readonly DraftPart[]) {
  const isTitle = first?.kind === 'link' && rest.length === 0 && below?.[0]?.kind === 'quote';
  return isTitle ? first : null;
}

function titleText(group: readonly DraftPart[], below?: readonly DraftPart[]): string | null {
  const title = titleOf(group, below);
  return title === null ? null : `${title.title}\n${title.url}`;
}

function titleHtml(group: readonly DraftPart[], below?: readonly DraftPart[]): string | null {
  const title = titleOf(group, below);
  return title === null ? null : `<p><strong>${anchor(title.url, title.title)}</strong></p>`;
}

function wordsOf(part: DraftPart): string {
  return part.kind === 'link' ? part.title : part.text;
}

function itemHtml(part: DraftPart): string {
  if (part.kind === 'link') return `<li>${anchor(part.url, part.title)}</li>`;
  if (part.kind !== 'question') return '';
  return questionHtml(part, 'li');
}

type Question = Extract<DraftPart, { kind: 'question' }>;

/** A question with its options lettered, so that a letter is reply enough; a yes and a no need none. */
function questionText({ text, options }: Question, number: number | null): string {
  const mark = (at: number): string => (isYesOrNo(options) ? '-' : `${letterOf(at)})`);
  const lines = options.map((one, at) => `   ${mark(at)} ${one}`);
  return [number === null ? text : `${number}. ${text}`, ...lines].join('\n');
}

function questionHtml({ text, options }: Question, within: 'p' | 'li'): string {
  const items = options.map((one) => `<li>${escapeHtml(one)}</li>`).join('');
  const style = isYesOrNo(options) ? 'disc' : 'lower-alpha';
  const list = items === '' ? '' : `<ol style="list-style-type:${style}">${items}</ol>`;
  return within === 'p'
    ? `<p>${escapeHtml(text)}</p>${list}`
    : `<li>${escapeHtml(text)}${list}</li>`;
}

function letterOf(at: number): string {
  return 'abcdefghijklmnopqrstuvwxyz'.charAt(at);
}

function anchor(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(text)}</a>`;
}

// Items of a list stand close together, other blocks apart.
function gapBefore(block: QuoteBlock, before: QuoteBlock | undefined): string {
  if (!before) return '';
  return block.kind === 'item' && before.kind === 'item' ? '\n' : '\n\n';
}

function blockText(block: QuoteBlock): string {
  if (block.kind === 'code') return block.text.replace(/^/gm, '    ');
  if (block.kind === 'table')
    return block.rows.map((row) => row.map(textOfRuns).join(' | ')).join('\n');
  if (block.kind !== 'item') return textOfRuns(block.runs);
  const indent = '  '.repeat(block.depth - 1);
  const rest = `${indent}  `;
  const lead = block.mark === null ? rest : `${indent}${block.mark} `;
  return lead + textOfRuns(block.runs).replaceAll('\n', `\n${rest}`);
}
