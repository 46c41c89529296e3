/** What kind of thing a question asks for. */
export type QuestionType =
  | 'when'
  | 'number'
  | 'who'
  | 'where'
  | 'how'
  | 'why'
  | 'yes_no'
  | 'what'
  | 'none';

/** All kinds, in the order in which a model counts them. */
export const QUESTION_TYPES: readonly QuestionType[] = [
  'when',
  'number',
  'who',
  'where',
  'how',
  'why',
  'yes_no',
  'what',
  'none',
];

// Later words decide less: the first pattern that fits wins. English only; other languages give `none`.
const PATTERNS: readonly [QuestionType, RegExp][] = [
  [
    'number',
    /\bhow (?:many|much|long|old|far|often|big|large|tall|fast|high)\b|\bwhat (?:percent|number|amount|price|cost)/i,
  ],
  ['when', /\bwhen\b|\b(?:what|which) (?:year|date|day|time|month|century|decade)\b|\bhow soon\b/i],
  ['who', /\bwho(?:se|m)?\b/i],
  ['where', /\bwhere\b|\b(?:what|which) (?:city|country|place|location|state|region)\b/i],
  ['how', /\bhow\b/i],
  ['why', /\bwhy\b|\bwhat (?:causes?|reason)\b/i],
  ['what', /\b(?:what|which)\b/i],
  [
    'yes_no',
    /(?:^|[.!?\n]\s*)(?:so |but |and |also,? )?(?:can|could|do|does|did|is|are|am|was|were|will|would|should|has|have|may|must)\b/i,
  ],
];

/** The kind of a question, by its words. */
export function questionTypeOf(text: string): QuestionType {
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'none';
}

const NUMBER =
  /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|million|half|dozen)\b/iu;
const TIME =
  /\b(?:1\d{3}|20\d\d)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|days?|weeks?|months?|years?|hours?|minutes?)\b|\d{1,2}:\d\d|\b\d{1,2}\s?[ap]m\b/i;
const NAME = /[\p{Ll},;]\s+\p{Lu}\p{Ll}+/u;
const PLACE = /\b(?:in|at|near|from|to|of)\s+(?:the\s+)?\p{Lu}/u;
const REASON = /\b(?:because|due to|since|caused?|reason|result of|in order to|so that)\b/i;
const STEPS =
  /(?:^|\n)\s*(?:\d+[.)]|[-*•])\s|\b(?:click|select|go to|open|choose|enter|follow|use|by \w+ing|set|run|install)\b/i;

/** Whether a text holds what a question of this kind asks for: 1 yes, 0 no, 0.5 where that cannot be told. */
export function fitsType(text: string, type: QuestionType): number {
  const patterns: Partial<Record<QuestionType, RegExp>> = {
    number: NUMBER,
    when: TIME,
    who: NAME,
    where: PLACE,
    why: REASON,
    how: STEPS,
  };
  const pattern = patterns[type];
  if (!pattern) return 0.5;
  return pattern.test(text) ? 1 : 0;
}
