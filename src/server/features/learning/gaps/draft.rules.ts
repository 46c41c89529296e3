/** A draft of an article from what agents answered; a person edits it and publishes it. */
import type { CreateArticle } from '../../../../contracts/knowledge.ts';
import type { DraftLine } from '../../../../contracts/learning.ts';
import { detectLanguage } from '../../followups/brief/languages.rules.ts';
import { signatureOf } from '../../understanding/incidents/similar.rules.ts';
import { generalLines, type AnswerLine } from './answer-text.rules.ts';

/** A case that an agent solved. */
export interface SolvedCase {
  readonly ticketId: string;
  readonly number: number;
  readonly answers: readonly string[];
  readonly customer: string | null;
  readonly agents: readonly string[];
}

export interface Draft {
  readonly article: CreateArticle;
  /** Each line of it with the case it comes from. */
  readonly lines: DraftLine[];
}

/** From this share of its words in one that is there already, a line says nothing new. */
const saidFrom = 0.6;
const mostLines = 40;
const sureOfLanguage = 0.6;

type Source = { readonly one: SolvedCase; readonly lines: readonly AnswerLine[] };
type Kept = AnswerLine & { readonly source: SolvedCase };

/** The fullest answer, and after it what others say besides; null where nothing general was said. */
export function draftArticle(title: string, cases: readonly SolvedCase[]): Draft | null {
  const sources = cases
    .map((one) => ({ one, lines: linesOf(one) }))
    .filter(({ lines }) => lines.length > 0)
    .toSorted((left, right) => fullness(right) - fullness(left));
  const [first, ...others] = sources;
  if (!first) return null;
  const main = newLines([], first);
  const more: Kept[] = [];
  for (const source of others) more.push(...newLines([...main, ...more], source));
  const body = [blockOf(main), ...(more.length > 0 ? ['## Also', blockOf(more)] : [])].join('\n\n');
  const all = [...main, ...more];
  return {
    article: { ...blank, title, body, language: languageOf(body) },
    lines: all.map(({ text, source }) => ({
      text,
      ticketId: source.ticketId,
      number: source.number,
    })),
  };
}

const blank = {
  sectionId: null,
  language: 'en',
  product: null,
  visibility: 'public' as const,
  ownerId: null,
  effectiveFrom: null,
  effectiveUntil: null,
  reviewOn: null,
};

/** The index reads an article in its language. */
function languageOf(body: string): string {
  const { language, confidence } = detectLanguage([body]);
  return confidence >= sureOfLanguage ? language : blank.language;
}

function linesOf({ answers, customer, agents }: SolvedCase): AnswerLine[] {
  return answers.flatMap((answer) => generalLines(answer, { customer, agents }));
}

/** Steps are what an article is read for. */
function fullness({ lines }: Source): number {
  return Math.min(
    mostLines,
    lines.reduce((sum, { isStep }) => sum + (isStep ? 2 : 1), 0),
  );
}

function newLines(known: readonly Kept[], { one, lines }: Source): Kept[] {
  const kept: Kept[] = [];
  for (const line of lines) {
    if (known.length + kept.length >= mostLines) break;
    if (![...known, ...kept].some(({ text }) => says(text, line.text)))
      kept.push({ ...line, source: one });
  }
  return kept;
}

/** Whether a text says what another does, in its own words. */
function says(text: string, line: string): boolean {
  const words = signatureOf(line).keys;
  if (words.length === 0) return text === line;
  const there = new Set(signatureOf(text).keys);
  return words.filter((word) => there.has(word)).length / words.length >= saidFrom;
}

function blockOf(lines: readonly Kept[]): string {
  let steps = 0;
  const parts = lines.map(({ text, isStep }, place) => {
    steps = isStep ? steps + 1 : 0;
    const before = lines[place - 1];
    const apart =
      before === undefined
        ? ''
        : before.isStep && isStep
          ? '\n'
          : before.isStep || isStep
            ? '\n\n'
            : ' ';
    return `${apart}${isStep ? `${steps}. ` : ''}${text}`;
  });
  return parts.join('');
}
