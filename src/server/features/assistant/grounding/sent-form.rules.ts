/** A last look at the mail itself, which trusts nothing that was checked before. */
import { isOwnUrl, linkInQuote, schemePattern } from '../writing/links.rules.ts';
import { renderParts } from '../writing/render.rules.ts';
import type { QuoteLinks } from '../writing/quote-words.rules.ts';
import type { DraftPart, Violation } from './grounding.types.ts';

const ours =
  /^<\/?(?:p|br|ul|ol|li|a|strong|code|pre|blockquote|table|tr|th|td)(?: (?:href|rel|style|start)="[^"<>]*")*>$/;

/** Elements that we do not write, and addresses that are not ours, in the text and HTML of some parts. */
export function mailProblems(parts: readonly DraftPart[], links: QuoteLinks): Violation[] {
  const { text, html } = renderParts(parts, links);
  const tags = (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !ours.test(tag));
  const addresses = [
    ...[...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')),
    ...(text.match(schemePattern) ?? []),
  ].map((one) => one.replace(/[.,;:!?)\]]+$/u, ''));
  const foreign = addresses.filter((one) => !isOurs(one, links));
  return [
    ...tags.map((tag) => ({ code: 'markup' as const, text: tag, why: 'it is no element of ours' })),
    ...foreign.map((one) => ({
      code: 'link_foreign' as const,
      text: one,
      why: 'it is none of our links',
    })),
  ];
}

function isOurs(address: string, { ownUrls }: QuoteLinks): boolean {
  return (
    isOwnUrl(address, ownUrls) || (linkInQuote(address, ownUrls) !== null && !/[?#]/.test(address))
  );
}
