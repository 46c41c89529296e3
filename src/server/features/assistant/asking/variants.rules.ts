/** Titles and headings that are the same but for a product, plan, platform or version. */
import { plainLine } from '../writing/names.rules.ts';
import type { Candidate } from './questions.rules.ts';

const longestOption = 90;
const mostOptions = 5;
/** Beginnings of headings that name a variant. */
const variantStart =
  /^(?:if you(?:['’]re| are| use| have)?|for|on|with|using|in|windows|mac|macos|linux|ios|iphone|ipad|android|web|desktop|mobile|version|plan|wenn sie|für|auf|mit|unter|si vous|pour|sur|avec|si usa|para|en|con|se usa|per|su|als u|voor|op|met|no|na|com)(?!\p{L})/iu;

/**
 * What tells the titles of some articles apart, at most five options: the differing part where they share
 * their beginning or end, else the whole titles. Fewer than two where they do not differ.
 */
export function titleVariants(candidates: readonly Pick<Candidate, 'title'>[]): string[] {
  const titles = [
    ...new Set(candidates.map(({ title }) => plainLine(title, longestOption))),
  ].filter((title) => title !== '');
  return differing(titles).slice(0, mostOptions);
}

/** Headings of one article that name its variants ("If you use Outlook", "If you use Thunderbird"). */
export function headingVariants(headings: readonly string[]): string[] {
  const named = headings
    .map((one) => plainLine(one, longestOption))
    .filter((one) => variantStart.test(one));
  const groups = new Map<string, string[]>();
  for (const heading of new Set(named)) {
    const start = variantStart.exec(heading)?.[0].toLowerCase() ?? '';
    // Names of systems are variants of each other, though each begins with its own.
    const key = /^(?:windows|mac|linux|ios|iphone|ipad|android|web|desktop|mobile)/.test(start)
      ? 'system'
      : start;
    groups.set(key, [...(groups.get(key) ?? []), heading]);
  }
  const [largest = []] = [...groups.values()].toSorted((one, other) => other.length - one.length);
  return largest.length < 2 ? [] : largest.slice(0, mostOptions);
}

function differing(titles: readonly string[]): string[] {
  if (titles.length < 2) return [];
  const rows = titles.map((title) => title.split(' '));
  const shortest = Math.min(...rows.map((row) => row.length));
  const same = (at: (row: readonly string[]) => string | undefined) =>
    new Set(rows.map((row) => at(row)?.toLowerCase())).size === 1;
  let first = 0;
  while (first < shortest && same((row) => row[first])) first += 1;
  let last = 0;
  while (last < shortest - first && same((row) => row.at(-1 - last))) last += 1;
  if (first + last < 2) return [...titles];
  const parts = rows.map((row) => row.slice(first, row.length - last).join(' '));
  return parts.every((part) => part.replace(/[^\p{L}\p{N}]/gu, '') !== '') ? parts : [...titles];
}
