import MiniSearch from 'minisearch';
import { stemmer } from '@orama/stemmers/english';
import type { JudgedCase } from '../../src/server/features/knowledge/evaluation/evaluation.types.ts';
import type { KnowledgeArticle } from '../../src/server/features/knowledge/retrieval/index.ts';
import { seeded, shuffled } from './chance.ts';
import type { EvaluationSet } from './sets.ts';

/** How many articles a small knowledge base has. */
export const SMALL_SIZES = [12, 25, 60, 150];

const MOST_DRAWS = 40;
/** A draw gives at most this many questions; half as many again have no article in it. */
const ANSWERABLE_A_DRAW = 10;
const UNANSWERABLE_A_DRAW = 5;
/** Enough to tell figures apart by some points. */
const ANSWERABLE = 160;
/** A base is drawn from twice as many articles on like things, and a third of its size is left outside. */
const DRAWN_FROM = 2;
const LEFT_OUTSIDE = 1 / 3;
/** Left outside and inside, so much alike that one answers what the other does. */
const TWINS = 0.5;

/**
 * Knowledge bases of some articles out of a larger set, on like things as those of one company are, with
 * questions whose article is inside and questions whose article was left outside and has no twin inside.
 * The same on every run.
 */
export function smallBases(set: EvaluationSet, size: number): EvaluationSet[] {
  const random = seeded(size);
  const byId = new Map(set.articles.map((article) => [article.id, article]));
  const nearest = nearestOf(set.articles);
  const starts = shuffled(
    [...new Set(set.cases.flatMap(({ gold }) => [...(gold?.articles ?? [])]))],
    random,
  );
  const bases: EvaluationSet[] = [];
  let answerable = 0;
  for (let draw = 0; draw < MOST_DRAWS && answerable < ANSWERABLE; draw += 1) {
    const start = byId.get(starts[draw % starts.length] ?? '');
    if (!start) continue;
    const pool = nearest(start, Math.round(size * DRAWN_FROM));
    const inside = Math.min(size, Math.floor(pool.length / (1 + LEFT_OUTSIDE)));
    const drawn = shuffled(pool, random);
    const articles = drawn.slice(0, inside);
    const outside = drawn.slice(inside, inside + Math.ceil(inside * LEFT_OUTSIDE));
    const cases = [
      ...shuffled(answerableCases(set.cases, articles), random).slice(0, ANSWERABLE_A_DRAW),
      ...shuffled(unanswerableCases(set.cases, { articles, outside }), random).slice(
        0,
        UNANSWERABLE_A_DRAW,
      ),
    ];
    answerable += cases.filter(({ gold }) => gold?.answerable).length;
    bases.push({ name: set.name, articles, cases });
  }
  return bases;
}

/** The FAQ of each business that has one, as a knowledge base by itself: see `readVenues`. */
export function venueBases(venues: readonly EvaluationSet[]): EvaluationSet[] {
  const random = seeded(1);
  return [0, 1].flatMap(() =>
    venues.map(({ name, articles: all, cases }) => {
      const drawn = shuffled(all, random);
      const inside = Math.floor(all.length / (1 + LEFT_OUTSIDE));
      const [articles, outside] = [drawn.slice(0, inside), drawn.slice(inside)];
      return {
        name,
        articles,
        cases: [
          ...answerableCases(cases, articles),
          ...unanswerableCases(cases, { articles, outside }),
        ],
      };
    }),
  );
}

function answerableCases(
  cases: readonly JudgedCase[],
  articles: readonly KnowledgeArticle[],
): JudgedCase[] {
  const inside = new Set(articles.map(({ id }) => id));
  return cases.flatMap(({ given, gold }) => {
    const right = new Set([...(gold?.articles ?? [])].filter((id) => inside.has(id)));
    return gold?.answerable && right.size > 0
      ? [{ given, gold: { ...gold, articles: right } }]
      : [];
  });
}

function unanswerableCases(
  cases: readonly JudgedCase[],
  { articles, outside }: Record<'articles' | 'outside', readonly KnowledgeArticle[]>,
): JudgedCase[] {
  const inside = articles.map(wordsOf);
  const alone = new Set(
    outside
      .map((article) => ({ id: article.id, words: wordsOf(article) }))
      .filter(({ words }) => !inside.some((other) => areTwins(words, other)))
      .map(({ id }) => id),
  );
  return cases.flatMap(({ given, gold }) =>
    gold?.answerable && [...gold.articles].every((id) => alone.has(id))
      ? [{ given, gold: { ...gold, articles: new Set<string>(), answerable: false } }]
      : [],
  );
}

/** The articles most like one, by the words it begins with, itself first. */
function nearestOf(
  articles: readonly KnowledgeArticle[],
): (to: KnowledgeArticle, most: number) => KnowledgeArticle[] {
  const engine = new MiniSearch<KnowledgeArticle>({
    fields: ['title', 'text'],
    processTerm: (term) => (term.length < 3 ? null : stemmer(term.toLowerCase())),
  });
  engine.addAll(articles);
  const byId = new Map(articles.map((article) => [article.id, article]));
  return (to, most) => {
    const found = engine
      .search(`${to.title}\n${to.text.slice(0, 600)}`)
      .map(({ id }) => String(id));
    return [...new Set([to.id, ...found])].flatMap((id) => byId.get(id) ?? []).slice(0, most);
  };
}

interface Words {
  title: ReadonlySet<string>;
  text: ReadonlySet<string>;
}

function wordsOf({ title, text }: KnowledgeArticle): Words {
  const stems = (from: string): Set<string> =>
    new Set((from.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => stemmer(word)));
  return { title: title.endsWith('?') ? stems(title) : new Set(), text: stems(text) };
}

function areTwins(a: Words, b: Words): boolean {
  return shared(a.title, b.title) >= TWINS || shared(a.text, b.text) >= TWINS;
}

/** The words that both hold, of those that either holds. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / Math.max(1, a.size + b.size - both);
}
