/** What an article makes its answer depend on, as clauses that can be asked about. */
import { quoteBlocks, textOfRuns, type QuoteBlock } from '../writing/quote.rules.ts';
import { verbOfPast, yesNoQuestion } from './verbs.rules.ts';

/** A condition of an article. */
export interface Condition {
  /** In the article's own words. */
  readonly clause: string;
  /** The same as a question, where the grammar is plain. */
  readonly question: string | null;
}

const links = { ownUrls: [], instead: '' };
const fewestWords = 2;
const mostWords = 24;
const starts: Readonly<Record<string, string>> = {
  en: 'if|when|unless|provided that|provided|as long as',
  de: 'wenn|falls|sofern',
  fr: 'si|lorsque|quand',
  es: 'si|cuando',
  nl: 'als|indien|wanneer',
  it: 'se|quando',
  pt: 'se|quando|caso',
};
const someApply =
  /(?:any|all|one|both|either|each) (?:or more )?of (?:the following|these|them)|the following|these conditions|folgende|ces conditions|las siguientes|le seguenti|het volgende|as seguintes/i;

/** The conditions of a Markdown text, in order, each once. */
export function conditionsIn(markdown: string, language: string): Condition[] {
  const found = new Map<string, Condition>();
  let lead: string | null = null;
  for (const block of quoteBlocks(markdown, links)) {
    const text = wordsOf(block);
    if (block.kind === 'item') add(found, itemCondition(lead, text, language));
    else lead = leadOf(text, language);
    for (const clause of clausesIn(block.kind === 'item' && lead !== null ? '' : text, language))
      add(found, conditionOf(clause, language));
  }
  return [...found.values()];
}

function add(found: Map<string, Condition>, condition: Condition | null): void {
  const words = condition?.clause.split(/\s+/).length ?? 0;
  if (condition && words >= fewestWords && words <= mostWords && !found.has(condition.clause))
    found.set(condition.clause, condition);
}

function wordsOf(block: QuoteBlock): string {
  return block.kind === 'code' || block.kind === 'table' ? '' : textOfRuns(block.runs);
}

/** What stands between the last "if" and the colon before a list; '' where the items stand alone. */
function leadOf(text: string, language: string): string | null {
  if (!/:\s*$/.test(text)) return null;
  const found = new RegExp(
    `.*(?<!\\p{L})(?:${starts[language] ?? starts['en']})(?:\\s+(.*?))?\\s*:\\s*$`,
    'isu',
  ).exec(text);
  const tail = found?.[1];
  if (someApply.test(tail ?? text)) return '';
  if (tail === undefined) return found ? '' : null;
  // "if you are 16 or over and you:" goes on with its last "you".
  const short = / and (you|they)$/i.exec(tail)?.[1] ?? tail;
  return goesOn.test(short) ? short : null;
}

// "you commit fraud:" is complete, and what follows is a list of something else.
const goesOn =
  /(?:^|\s|['’])(?:you|they|are|re|have|ve|be|been|were|is|was|get|receive|claim|own|need|meet|use|for|on|in|with|by|to|a|an|the|either|also|already|not|both|\p{L}+ing|sie|vous|usted|u|je|haben|sind|avez|êtes|tiene|es|hebt|bent|ha|è|tem|é)$/iu;

function itemCondition(lead: string | null, item: string, language: string): Condition | null {
  if (lead === null) return null;
  const words = item
    .replace(/\s+[-–]\s+for example.*|,? for example.*|,? such as.*/isu, '')
    .replace(/,\s+(?:you|we|the|your|it|this)\s.*$/isu, '')
    .replace(/[\s;,.]*(?:(?<=[\s;,.])(?:and|or|und|oder|et|ou|y|o|en|of|e))?[\s;,.]*$/iu, '');
  const isSentence = lead === '' || /^(?:you|your|you're|you’re|you've|you’ve)\s/i.test(words);
  const joined = isSentence ? words : `${lead} ${lowerUnlessName(words)}`;
  return conditionOf(joined, language);
}

/** Null where the grammar of the clause is plain and yet it asks for nothing. */
function conditionOf(clause: string, language: string): Condition | null {
  const question = language === 'en' ? yesNoQuestion(clause) : null;
  if (
    looseEnd.test(clause) ||
    (language === 'en' && pointsElsewhere.test(clause)) ||
    (question !== null && !reads(question))
  )
    return null;
  return { clause, question };
}

// "You want them back": the reader does not know what of.
const pointsElsewhere = /^(?:\S+\s+){0,4}?(?:it|them|they|he|she|those|these|this)(?!\p{L})/iu;
const looseEnd =
  /\s(?:and|or|but|to|in|of|for|with|by|the|a|an|from|on|at|that|is|are|und|oder|et|ou|y|o|e)$/iu;

/** True for a question that yes or no answers: no second condition, no loose end, and about something. */
function reads(question: string): boolean {
  if (/[:;]|,\s+(?:you|we)\b|\b(?:then|unless)\b/i.test(question)) return false;
  const words = question.replace('?', '').split(' ');
  const isBare = words.length <= 3 && (/^d/i.test(question) || vague.has(words.at(-1) ?? ''));
  return words.length <= mostWords && !isBare;
}

const vague = new Set(['eligible', 'sure', 'able', 'going', 'moving', 'unsure', 'asked']);

function clausesIn(text: string, language: string): string[] {
  const begins = starts[language] ?? starts['en'];
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${begins})\\s+((?:[^,.;:!?()]|[,.](?=\\d)){5,200})(?=[,.;:!?()]|$)`,
    'giu',
  );
  return [...text.matchAll(pattern)].flatMap(([all, clause = '']) => {
    const words = clause.trim();
    if (language !== 'en') return isToReader(all, language) ? [all.trim()] : [];
    return /^(?:you|your)\b/i.test(words) ? [withoutMain(words)] : [];
  });
}

// "if you use Outlook you must sign in": the condition ends where a second "you" begins, unless it is led in.
function withoutMain(clause: string): string {
  const second =
    /(?<!\b(?:and|or|that|if|when|because|as|than|to|of|for|with|by|which|where|before|after|until|since|while|what|how|whether))\s+(?:then\s+)?(?:(?:you|we)(?:['’]\p{L}+)?\s|your \p{L}+ (?:will|must|can|is|are|may|should)\s).*$/iu;
  return clause.replace(second, '');
}

function isToReader(clause: string, language: string): boolean {
  const reader: Readonly<Record<string, RegExp>> = {
    de: /(?<!\p{L})(?:sie|ihre?|ihren|du|dein\p{L}*)(?!\p{L})/iu,
    fr: /(?<!\p{L})(?:vous|votre|vos|tu|ton)(?!\p{L})/iu,
    nl: /(?<!\p{L})(?:u|uw|je|jouw)(?!\p{L})/iu,
  };
  return reader[language]?.test(clause) ?? true;
}

function lowerUnlessName(words: string): string {
  const [first = ''] = words.split(' ');
  const isVerb = /(?:s|ed|ing|e|t)$/.test(first) || verbOfPast(first.toLowerCase()) !== null;
  return isVerb && /^\p{Lu}\p{Ll}/u.test(first) && words.split(' ').length > 2
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}
