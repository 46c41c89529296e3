import { RE2JS } from 're2js';
import type { Entity } from '../../../../contracts/understanding.ts';

/** A kind of thing a workspace wants to see in tickets, and how it is written. */
export interface EntityPattern {
  kind: string;
  /** RE2 syntax: no look-around and no back-references. A first group, where there is one, is the value. */
  pattern: string;
}

/** A pattern that was checked; it takes time in proportion to the text, whatever the text. */
export interface CompiledPattern {
  kind: string;
  expression: RE2JS;
}

/** Why a pattern cannot be saved. */
export type PatternProblem =
  | 'empty'
  | 'too_long'
  | 'not_supported'
  | 'matches_nothing'
  | 'too_large';

/** Kinds every workspace starts with. */
export const shippedPatterns: readonly EntityPattern[] = [
  {
    kind: 'order_number',
    pattern: String.raw`(?i)\b(?:order|bestellung|bestellnummer|commande|pedido|ordine|bestelling|encomenda)(?:[ -]?(?:no|nr|number|nummer|num\x{e9}ro|n\x{fa}mero|numero))?[.:# ]{0,4}([A-Z]{0,4}-?[0-9][A-Z0-9-]{2,24})\b`,
  },
  {
    kind: 'ticket_number',
    pattern: String.raw`(?i)\b(?:ticket|case|fall|dossier)(?:[ -]?(?:no|nr|number|nummer))?[.:# ]{1,4}([A-Z]{0,4}-?[0-9][A-Z0-9-]{1,16})\b`,
  },
  {
    kind: 'version',
    pattern: String.raw`(?i)\b(?:v|version |release )([0-9]{1,4}(?:\.[0-9]{1,6}){0,3}(?:-[a-z0-9.]{1,16})?)\b`,
  },
  {
    kind: 'date',
    pattern: String.raw`\b([0-9]{4}-[01][0-9]-[0-3][0-9]|[0-3]?[0-9][./][01]?[0-9][./](?:[0-9]{4}|[0-9]{2})|(?i:[0-3]?[0-9](?:st|nd|rd|th|\.)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|m\x{e4}rz|mai|juni|juli|oktober|dezember|janvier|f\x{e9}vrier|mars|avril|juin|juillet|ao\x{fb}t|septembre|octobre|novembre|d\x{e9}cembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b(?: [0-9]{4})?))`,
  },
  {
    kind: 'amount',
    pattern: String.raw`((?:€|\$|£|CHF ?|EUR ?|USD ?|GBP ?) ?[0-9]{1,9}(?:[.,'][0-9]{3}){0,3}(?:[.,][0-9]{1,2})?|[0-9]{1,9}(?:[.,'][0-9]{3}){0,3}(?:[.,][0-9]{1,2})? ?(?:€|\$|£|EUR\b|USD\b|GBP\b|CHF\b|(?i:euros?|dollars?|pounds?|francs?|reais)\b))`,
  },
  {
    kind: 'email',
    pattern: String.raw`\b([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})\b`,
  },
  {
    kind: 'phone',
    pattern: String.raw`(\+[0-9]{1,3}[ ()/.-]{0,3}(?:[0-9]{1,5}[ ()/.-]{0,2}){2,5}[0-9]{2}|\b0[0-9]{1,5}[ /-][0-9 /-]{4,14}[0-9])\b`,
  },
];

const MAX_PATTERN_CHARS = 500;
const MAX_TEXT_CHARS = 20_000;
const MAX_FOUND = 20;
/** Program instructions a pattern may compile to: a nest of counted repeats grows without bound. */
const MAX_PROGRAM = 3_000;

/** What is wrong with a pattern, or null: a workspace's patterns are checked before they are saved. */
export function patternProblem(pattern: string): PatternProblem | null {
  if (pattern.trim() === '') return 'empty';
  if (pattern.length > MAX_PATTERN_CHARS * (isShipped(pattern) ? 4 : 1)) return 'too_long';
  if (expandedSize(pattern) > MAX_PROGRAM) return 'too_large';
  try {
    return RE2JS.compile(pattern).matcher('').find() ? 'matches_nothing' : null;
  } catch {
    return 'not_supported';
  }
}

/** Patterns ready to use; those that could not be saved are left out. */
export function compilePatterns(patterns: readonly EntityPattern[]): CompiledPattern[] {
  return patterns
    .filter(({ pattern }) => patternProblem(pattern) === null)
    .map(({ kind, pattern }) => ({ kind, expression: RE2JS.compile(pattern) }));
}

/** What the patterns find in a message, in the order of the patterns, each value of a kind once. */
export function findEntities(
  message: { id: string; text: string },
  patterns: readonly CompiledPattern[],
): Entity[] {
  const text = message.text.slice(0, MAX_TEXT_CHARS);
  return patterns.flatMap(({ kind, expression }) => {
    const found = new Map<string, Entity>();
    const matcher = expression.matcher(text);
    while (found.size < MAX_FOUND && matcher.find()) {
      const group = matcher.groupCount() > 0 && matcher.group(1) !== null ? 1 : 0;
      const [start, end, value] = [matcher.start(group), matcher.end(group), matcher.group(group)];
      if (value === null || value === '' || found.has(value)) continue;
      found.set(value, { kind, value, evidence: { message: message.id, start, end, text: value } });
    }
    return [...found.values()];
  });
}

function isShipped(pattern: string): boolean {
  return shippedPatterns.some((shipped) => shipped.pattern === pattern);
}

// An upper bound of what a pattern unrolls to: characters and classes count one, counted repeats multiply.
function expandedSize(pattern: string): number {
  const sums = [0];
  let last = 0;
  for (const [token, low, high] of pattern.matchAll(TOKEN)) {
    if (token === '(') sums.push(0);
    else if (token === ')') last = sums.length > 1 ? (sums.pop() ?? 0) : 0;
    else if (token.startsWith('{') && low !== undefined) {
      // The repeated part was added once below.
      const times = Math.max(1, Number(low), Number(high ?? 0));
      last *= times - 1;
    } else last = token === '*' || token === '+' || token === '?' ? 0 : 1;
    if (token !== '(') sums[sums.length - 1] = (sums.at(-1) ?? 0) + last;
    if (last > MAX_PROGRAM) return last;
  }
  return sums.reduce((total, sum) => total + sum, 0);
}

const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|\{(\d{1,6})(?:,(\d{0,6}))?\}|[^]/gu;
