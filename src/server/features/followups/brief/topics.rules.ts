import { functionWords } from './function-words.rules.ts';
import { sameNotion } from './glossary.rules.ts';
import { languageNames } from './language-names.rules.ts';
import { profileLanguages } from './languages.rules.ts';
import type { Reading, Sentence } from './reading.rules.ts';
import { allStems, contentStems } from './stems.rules.ts';
import { fold, share } from './text.rules.ts';
import type { BriefVocabulary } from './transcript.rules.ts';
import { isLike } from './spelling.rules.ts';

/** A topic of the vocabulary with the weight of what was said about it. */
type Match = { name: string; score: number; support: readonly Sentence[] };
type Term = { phrase: string; alternatives: readonly string[]; weight: number };

const SIDE_WEIGHT = { customer: 1, agent: 0.5, assistant: 0.3, system: 0.6 } as const;
// One mention by a person who serves, or one by the customer; the assistant's own small talk is not enough.
const SKILL_THRESHOLD = 0.4;
const PASSING = 0.35;
// Repeating a word adds to its topic up to here.
const MOST_PER_WORD = 4;

/** The category that the customer's words speak for most, or null where none is mentioned. */
export function chooseCategory(
  reading: Reading,
  problem: readonly Sentence[],
  vocabulary: BriefVocabulary,
): {
  name: string | null;
  confidence: number;
  support: readonly Sentence[];
} {
  const owners = countOwners(vocabulary);
  const matches = vocabulary.categories
    .map((category) => match(category.name, categoryTerms(category, owners), { reading, problem }))
    .filter((found) => found.score > 0)
    .toSorted((one, other) => other.score - one.score);
  const [first, second] = matches;
  if (first === undefined || first.score < 0.5)
    return { name: null, confidence: vocabulary.categories.length === 0 ? 1 : 0.35, support: [] };
  const lead = (first.score - (second?.score ?? 0)) / first.score;
  const mass = Math.min(1, first.score / 5);
  return {
    name: first.name,
    confidence: share(0.25 + 0.4 * lead + 0.3 * mass),
    support: first.support.slice(0, 4),
  };
}

/** The skills the remaining work needs: those talked about, and the customer's language where it is one. */
export function chooseSkills(
  reading: Reading,
  problem: readonly Sentence[],
  vocabulary: BriefVocabulary,
): {
  names: string[];
  confidence: number;
  support: readonly Sentence[];
} {
  const spoken = spokenLanguages(reading);
  const scored = vocabulary.skills
    .map((skill) => skillMatch(skill, { reading, problem, spoken }))
    .filter((skill) => skill.score >= SKILL_THRESHOLD);
  // A skill named in passing would narrow the choice of agents for nothing.
  const strongest = Math.max(0, ...scored.map((skill) => (skill.isLanguage ? 0 : skill.score)));
  const found = scored.filter((skill) => skill.isLanguage || skill.score >= strongest * PASSING);
  const weakest = Math.min(...found.map((skill) => skill.score));
  const support = found.flatMap((skill) => skill.support.slice(0, 2));
  if (found.length === 0) return { names: [], confidence: 0.3, support };
  return {
    names: found.map((skill) => skill.name),
    confidence: share(0.4 + Math.min(0.5, weakest * 0.12)),
    support,
  };
}

function skillMatch(
  skill: BriefVocabulary['skills'][number],
  context: { reading: Reading; problem: readonly Sentence[]; spoken: readonly string[] },
): Match & { isLanguage: boolean } {
  const names = [skill.name, ...skill.keywords];
  const language = languageNamed(names.map(fold));
  if (language === undefined) {
    const terms = unique(names.map((name) => term(name, 1)));
    return { ...match(skill.name, terms, context), isLanguage: false };
  }
  const score = context.spoken.includes(language) ? 4 : 0;
  return { name: skill.name, score, support: firstWords(context.reading), isLanguage: true };
}

function languageNamed(names: readonly string[]): string | undefined {
  return Object.keys(languageNames).find((code) =>
    names.some((name) => languageNames[code]?.includes(name)),
  );
}

function firstWords(reading: Reading): Sentence[] {
  const first = reading.sentences.find(
    (sentence) => sentence.side === 'customer' && sentence.words > 3,
  );
  return first === undefined ? [] : [first];
}

function spokenLanguages(reading: Reading): string[] {
  const own = reading.sentences
    .filter((sentence) => sentence.side === 'customer')
    .map((sentence) => sentence.text);
  return profileLanguages(own)
    .filter((entry) => entry.share >= 0.25)
    .map((entry) => entry.language);
}

function categoryTerms(
  category: BriefVocabulary['categories'][number],
  owners: ReadonlyMap<string, number>,
): Term[] {
  const keywords = category.keywords.map((keyword) =>
    term(keyword, 1 / (owners.get(fold(keyword)) ?? 1)),
  );
  const nameStems = contentStems(fold(category.name));
  const named = nameStems.map((stem) => oneStem(stem, 0.8 / nameStems.length));
  const described = contentStems(fold(category.description)).map((stem) => oneStem(stem, 0.25));
  return unique([...keywords, ...named, ...described]);
}

function countOwners(vocabulary: BriefVocabulary): Map<string, number> {
  const owners = new Map<string, number>();
  for (const keyword of vocabulary.categories.flatMap((category) => category.keywords)) {
    owners.set(fold(keyword), (owners.get(fold(keyword)) ?? 0) + 1);
  }
  return owners;
}

function term(keyword: string, weight: number): Term {
  const stems = allStems(fold(keyword));
  const [only] = stems;
  if (stems.length === 1 && only !== undefined) return oneStem(only, weight);
  const phrase = stems.join(' ');
  return {
    phrase,
    alternatives: [phrase],
    weight: weight * (1 + 0.4 * Math.max(0, stems.length - 1)),
  };
}

function oneStem(stem: string, weight: number): Term {
  return { phrase: stem, alternatives: sameNotion(stem), weight };
}

// "card" and "tarjeta" are one notion: saying either counts once.
function unique(terms: readonly Term[]): Term[] {
  const kept: Term[] = [];
  for (const item of terms) {
    const isKnown = kept.some((other) => other.alternatives.includes(item.phrase));
    if (item.phrase !== '' && !isStop(item) && !isKnown) kept.push(item);
  }
  return kept;
}

function isStop(item: Term): boolean {
  return Object.values(functionWords).some((words) => words.has(item.phrase));
}

function match(
  name: string,
  terms: readonly Term[],
  context: { reading: Reading; problem: readonly Sentence[] },
): Match {
  const support: Sentence[] = [];
  let score = 0;
  for (const item of terms) {
    let said = 0;
    for (const sentence of context.reading.sentences) {
      const stress = said >= MOST_PER_WORD ? 0 : emphasis(sentence, item);
      if (stress === 0) continue;
      said +=
        SIDE_WEIGHT[sentence.author] * stress * (context.problem.includes(sentence) ? 2.2 : 1);
      support.push(sentence);
    }
    score += Math.min(MOST_PER_WORD, said) * item.weight;
  }
  return {
    name,
    score,
    support: [...new Set(support)].toSorted((one, other) => one.index - other.index),
  };
}

// What a sentence names first it is about: "my suitcase was not on the flight" is about the suitcase.
function emphasis(sentence: Sentence, item: Term): number {
  const places = item.alternatives
    .map((wanted) => placeOf(sentence, wanted))
    .filter((place) => place >= 0);
  if (places.length === 0) return 0;
  return 1.2 - 0.4 * (Math.min(...places) / sentence.phrase.length);
}

function placeOf(sentence: Sentence, wanted: string): number {
  const exact = sentence.phrase.indexOf(` ${wanted} `);
  if (exact >= 0 || wanted.length < 5 || wanted.includes(' ')) return exact;
  for (const stem of sentence.stems)
    if (isLike(stem, wanted)) return sentence.phrase.indexOf(` ${stem} `);
  return -1;
}
