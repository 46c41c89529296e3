/** Which questions to ask before answering. */
import { claimOf, isSameWord, type ClaimWord } from '../grounding/claim.rules.ts';
import { plainLine } from '../writing/names.rules.ts';
import { conditionsIn } from './conditions.rules.ts';
import { questionTexts } from './question-texts.rules.ts';
import { headingVariants, titleVariants } from './variants.rules.ts';

/** An article that may answer, best first in a list of them. */
export interface Candidate {
  readonly articleId: string;
  readonly title: string;
  /** All headings of the article, in order. */
  readonly headings: readonly string[];
  /** Markdown. */
  readonly text: string;
  readonly score: number;
  readonly language: string;
}

/** A fact that cases of a category need; `label` is the question. */
export interface AskedField {
  readonly key: string;
  readonly label: string;
  readonly options: readonly string[];
}

/** A question with the reason for it. */
export interface ChosenQuestion {
  readonly id: string;
  readonly text: string;
  readonly options: readonly string[];
  readonly why: {
    readonly kind: 'separates' | 'field';
    /** The articles between which the reply decides. */
    readonly articles: readonly string[];
    readonly field: string | null;
  };
}

/** What is known when questions are chosen. */
export interface Asking {
  readonly question: string;
  /** Everything the customer has said, the subject included. */
  readonly caseText: string;
  readonly candidates: readonly Candidate[];
  readonly requiredFields: readonly AskedField[];
  readonly known: Readonly<Record<string, string>>;
  /** Texts of questions this customer has been asked. */
  readonly askedBefore: readonly string[];
  readonly language: string;
}

const most = 4;
const fewest = 2;
/** Candidates this far behind the best are not what it is between. */
const nearBest = 0.25;
const mostConditions = 8;
/** The weight of a condition of the best article that shares a third of the question's words. */
const nearQuestion = 1.15;
/** From this share of its words on, the case has told a condition, or a question was asked before. */
const told = 0.6;

type Weighed = ChosenQuestion & { readonly weight: number; readonly separatesAll: boolean };

/**
 * Two to four questions for one message: those that fill required fields, that tell the likely articles apart,
 * and that settle conditions of the likeliest one; never what the case tells or what was asked before. A single
 * question comes back only where a field needs it or it alone separates all likely articles, and `separatesAll`
 * says so. Null where there is nothing sensible to ask: a person is better then.
 */
export function chooseQuestions(
  asking: Asking,
): { questions: ChosenQuestion[]; separatesAll: boolean } | null {
  const likely = likelyOf(asking.candidates);
  const said = claimOf(`${asking.question}\n${asking.caseText}`).words;
  const before = asking.askedBefore.map((text) => claimOf(text).words);
  const variants = variantQuestions(likely, asking, said);
  const all = [
    ...fieldQuestions(asking, said),
    ...variants,
    ...conditionQuestions(variants.length > 0 ? likely.slice(0, 1) : likely, asking, said).filter(
      // Between articles only what the question is about as well: the rest may be of the wrong article.
      ({ weight }) => variants.length === 0 || weight > nearQuestion,
    ),
  ].filter(({ text, options }) => !before.some((words) => isAsked({ text, options }, words)));
  const chosen = all.toSorted((one, other) => other.weight - one.weight).slice(0, most);
  // The last open condition of the only likely article decides the answer as well.
  const isLast = likely.length === 1 && chosen.length === 1 && chosen[0]?.why.kind === 'separates';
  const separatesAll = isLast || chosen.some((one) => one.separatesAll);
  // What the category needs is asked also where nothing else is open.
  const isNeeded = chosen.some(({ why }) => why.kind === 'field');
  if (chosen.length < fewest && !separatesAll && !isNeeded) return null;
  const questions = chosen.map(({ id, text, options, why }) => ({ id, text, options, why }));
  return { questions, separatesAll };
}

function likelyOf(candidates: readonly Candidate[]): Candidate[] {
  const ranked = candidates.toSorted((one, other) => other.score - one.score);
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= best * nearBest).slice(0, most);
}

function fieldQuestions({ requiredFields, known }: Asking, said: readonly ClaimWord[]): Weighed[] {
  return requiredFields
    .filter(({ key, options }) => (known[key] ?? '') === '' && !tellsOne(options, said))
    .map(({ key, label, options }) => ({
      id: `field:${key}`,
      text: label,
      options,
      why: { kind: 'field', articles: [], field: key },
      weight: 3,
      separatesAll: false,
    }));
}

function variantQuestions(
  likely: readonly Candidate[],
  { language }: Asking,
  said: readonly ClaimWord[],
): Weighed[] {
  const { which } = questionTexts(language);
  const titles = titleVariants(likely);
  const articles = likely.map(({ articleId }) => articleId);
  const between: Weighed[] =
    titles.length < 2 || tellsOne(titles, said)
      ? []
      : [
          {
            id: 'articles',
            text: which,
            options: titles,
            why: { kind: 'separates', articles, field: null },
            weight: 2.5,
            separatesAll: titles.length === likely.length,
          },
        ];
  if (between.length > 0) return between;
  const [best] = likely;
  const headings = best ? headingVariants(best.headings) : [];
  if (!best || headings.length < 2 || tellsOne(headings, said)) return [];
  const why = { kind: 'separates', articles: [best.articleId], field: null } as const;
  // A variant of the only likely article: the reply settles which part of it answers.
  const separatesAll = likely.length === 1;
  return [{ id: 'variants', text: which, options: headings, why, weight: 2.4, separatesAll }];
}

function conditionQuestions(
  likely: readonly Candidate[],
  { question, language }: Asking,
  said: readonly ClaimWord[],
): Weighed[] {
  const { applies, yes, no } = questionTexts(language);
  const asked = claimOf(question).content;
  const best = likely[0]?.score ?? 1;
  return likely.flatMap(({ articleId, text, score, language: written }) =>
    conditionsIn(text, written)
      .slice(0, mostConditions)
      .filter(({ clause }) => shareOf(claimOf(clause).content, said) < told)
      .map(({ clause, question: direct }, index) => ({
        id: `condition:${articleId}:${index}`,
        text:
          (written === language ? direct : null) ??
          applies.replace('{condition}', () => plainLine(clause, 240)),
        options: [yes, no],
        why: { kind: 'separates' as const, articles: [articleId], field: null },
        // The likeliest article first, in its own order; what is near to the question before the rest.
        weight: (score / best) * (1 + 0.5 * shareOf(asked, claimOf(clause).words) - index * 0.02),
        separatesAll: false,
      })),
  );
}

/** True where the case names what tells exactly one of some options from the others. */
function tellsOne(options: readonly string[], said: readonly ClaimWord[]): boolean {
  const all = options.map((option) => claimOf(option).words.filter(({ word }) => word.length > 1));
  const named = all.filter((words, index) => {
    const own = words.filter(
      (word) =>
        !all.some((others, at) => at !== index && others.some((other) => isSameWord(word, other))),
    );
    return own.length > 0 && own.every((word) => said.some((other) => isSameWord(word, other)));
  });
  return named.length === 1;
}

function isAsked(
  { text, options }: Pick<ChosenQuestion, 'text' | 'options'>,
  before: readonly ClaimWord[],
): boolean {
  const words = claimOf([text, ...(options.length > 2 ? options : [])].join('\n')).content;
  return words.length > 0 && shareOf(words, before) >= told;
}

/** The share of some words that stand among others; 0 of none. */
function shareOf(some: readonly ClaimWord[], among: readonly ClaimWord[]): number {
  if (some.length === 0) return 0;
  return some.filter((word) => among.some((other) => isSameWord(word, other))).length / some.length;
}
