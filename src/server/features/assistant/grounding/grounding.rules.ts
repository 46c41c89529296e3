/** The check before anything leaves: every sentence is ours, an article's, or follows from an article. */
import { holdsInstruction } from '../../understanding/injection/injection.rules.ts';
import { questionWords } from '../asking/question-texts.rules.ts';
import { verbOfPast } from '../asking/verbs.rules.ts';
import { spokenBy, frame, framesOf } from '../writing/frames/frames.rules.ts';
import { isOwnUrl, trustedLinks } from '../writing/links.rules.ts';
import { plainLine } from '../writing/names.rules.ts';
import { quoteText } from '../writing/render.rules.ts';
import type { QuoteLinks } from '../writing/quote-words.rules.ts';
import { claimOf, wordFinder, type ClaimWord } from './claim.rules.ts';
import { contactsIn, isContactIn } from './contacts.rules.ts';
import { entails } from './entailment.rules.ts';
import type {
  CheckContext,
  CheckedSentence,
  DraftCheck,
  DraftPart,
  Source,
  Support,
  Violation,
  ViolationCode,
} from './grounding.types.ts';
import { promisesIn } from './promises.rules.ts';
import { mailProblems } from './sent-form.rules.ts';

/**
 * Ties every sentence of a draft to an article's characters or to our own words. Nothing is asked but the
 * texts themselves. A draft with one violation must not be sent.
 */
export function checkDraft(parts: readonly DraftPart[], context: CheckContext): DraftCheck {
  const links: QuoteLinks = {
    ownUrls: [
      ...context.ownUrls,
      ...context.sources.flatMap(({ url }) => url ?? []),
      ...trustedLinks(context.sources),
    ],
    instead: frame('linkInArticle', context.voice),
  };
  let known: ReturnType<typeof wordsOfQuestions> | undefined;
  const isKnown = () => (known ??= wordsOfQuestions(context));
  const found = parts.map((part) => checkPart(part, { ...context, links, isKnown }));
  const violations = found.flatMap((one) => one.violations);
  if (!parts.some(({ kind }) => kind !== 'link'))
    violations.push(bad('empty', '', 'nothing is said'));
  violations.push(...mailProblems(parts, links));
  return {
    ok: violations.length === 0,
    sentences: found.flatMap((one) => one.sentences),
    violations,
  };
}

interface Checking extends CheckContext {
  readonly links: QuoteLinks;
  /** Whether a word stands in an article for everybody, a field or a question of ours; read once. */
  readonly isKnown: () => (word: ClaimWord) => boolean;
}

interface Found {
  readonly sentences: readonly CheckedSentence[];
  readonly violations: readonly Violation[];
}

function checkPart(part: DraftPart, checking: Checking): Found {
  switch (part.kind) {
    case 'frame':
      return checkFrame(part.text, checking);
    case 'quote':
      return checkQuote(part, checking);
    case 'written':
      return checkWritten(part, checking);
    case 'link':
      return checkLink(part, checking);
    case 'question':
      return checkQuestion(part, checking);
    case 'act_link':
      return checkActLink(part, checking);
  }
}

function bad(code: ViolationCode, text: string, why: string): Violation {
  return { code, text: text.slice(0, 300), why };
}

function checkFrame(text: string, checking: Checking): Found {
  const languages = checking.sources.map(({ language }) => language);
  const frames = framesOf(
    checking.voice,
    languages.filter((one) => one !== spokenBy(checking.voice)),
  );
  const known = [...frames.keys()].toSorted((one, other) => other.length - one.length);
  const sentences: CheckedSentence[] = [];
  const violations: Violation[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const next = known.find((one) => rest === one || rest.startsWith(`${one} `));
    if (next === undefined) {
      sentences.push(sentence(rest, 'unsupported', [], 'it is none of our own sentences'));
      return {
        sentences,
        violations: [...violations, bad('frame_unknown', rest, 'it is none of our own sentences')],
      };
    }
    const act = frames.get(next);
    if (act !== undefined && !checking.acts.includes(act))
      violations.push(bad('promise', next, `“${act}” was not done`));
    sentences.push(sentence(next, 'frame', [], 'our own words'));
    rest = rest.slice(next.length).trim();
  }
  return { sentences, violations };
}

function checkQuote(
  part: Extract<DraftPart, { kind: 'quote' }>,
  { sources, links }: Checking,
): Found {
  const supports = [supportOf(part)];
  const problem = sourceProblem(part, sources);
  const source = sourceOf(part, sources);
  const isExact = source?.text.slice(part.start, part.end) === part.text && part.text.trim() !== '';
  const violations =
    problem ??
    (isExact
      ? []
      : [bad('quote_changed', part.text, 'the article does not have these characters there')]);
  const text = quoteText(part.text, links);
  if (holdsInstruction(text))
    violations.push(bad('instruction', text, 'it gives orders to a machine'));
  const verdict = violations.length === 0 ? 'quoted' : 'unsupported';
  const why = violations[0]?.why ?? 'word by word from the article';
  return {
    sentences: sentencesOf(text).map((one) => sentence(one, verdict, supports, why)),
    violations,
  };
}

function checkWritten(
  { text, supports }: Extract<DraftPart, { kind: 'written' }>,
  checking: Checking,
): Found {
  const missing = supports.flatMap((one) => sourceProblem(one, checking.sources) ?? []);
  const cited = supports.map((one) => citedText(one, checking)).join('\n');
  const own = formProblems(text, [cited]);
  const checked = sentencesOf(text).map((one) => {
    const { ok, why } = entails(cited, one);
    const promises = promisesIn(one).filter(({ act }) => !checking.acts.includes(act));
    return {
      sentence: sentence(one, ok ? 'supported' : 'unsupported', supports, why),
      violations: [
        ...(ok ? [] : [bad('unsupported', one, why)]),
        ...promises.map(({ act }) => bad('promise', one, `“${act}” was not done`)),
      ],
    };
  });
  return {
    sentences: checked.map((one) => one.sentence),
    violations: [...missing, ...own, ...checked.flatMap((one) => one.violations)],
  };
}

function checkLink(
  { articleId, title, url }: Extract<DraftPart, { kind: 'link' }>,
  { sources }: Checking,
): Found {
  const source = sources.find((one) => one.articleId === articleId);
  const violations: Violation[] = [];
  if (!source) violations.push(bad('source_unknown', title, 'no such article was found'));
  else if (source.visibility === 'internal')
    violations.push(bad('source_internal', title, 'the article is for colleagues only'));
  else if (source.url !== url)
    violations.push(bad('link_foreign', url, 'it is not where the article is'));
  else if (plainLine(source.title, 200) !== title)
    violations.push(bad('unsupported', title, 'the article has another title'));
  return { sentences: [], violations };
}

function checkActLink(
  { url, text }: Extract<DraftPart, { kind: 'act_link' }>,
  checking: Checking,
): Found {
  const label = checkFrame(text, checking);
  const foreign = isOwnUrl(url, checking.ownUrls)
    ? []
    : [bad('link_foreign', url, 'it is none of our links')];
  return { sentences: label.sentences, violations: [...label.violations, ...foreign] };
}

/** A question may only use words of the articles it chooses between, of the fields, and of our templates. */
function checkQuestion(
  { text, options }: Extract<DraftPart, { kind: 'question' }>,
  { sources, fieldWords = [], acts, isKnown }: Checking,
): Found {
  const open = sources.filter(({ visibility }) => visibility === 'public');
  const ground = [...open.flatMap((one) => [one.title, one.text]), ...fieldWords];
  const unknown = [text, ...options]
    .flatMap((one) => [...claimOf(one).content])
    .filter((word) => !isKnown()(word));
  const violations = [
    ...formProblems([text, ...options].join('\n'), ground),
    ...promisesIn(text)
      .filter(({ act }) => !acts.includes(act))
      .map(({ act }) => bad('promise', text, `“${act}” was not done`)),
    ...(unknown.length === 0
      ? []
      : [
          bad(
            'question_unfounded',
            text,
            `in no article: ${unknown.map(({ word }) => word).join(', ')}`,
          ),
        ]),
  ];
  const verdict = violations.length === 0 ? 'supported' : 'unsupported';
  const why = violations[0]?.why ?? 'made of words of the articles and fields';
  return { sentences: [sentence(text, verdict, [], why)], violations };
}

/** Finds words that questions may be made of, verbs also where the article has their past. */
function wordsOfQuestions({ sources, fieldWords = [] }: CheckContext) {
  const open = sources.filter(({ visibility }) => visibility === 'public');
  const texts = [
    ...open.flatMap(({ title, text }) => [title, text]),
    ...fieldWords,
    ...questionWords,
  ];
  const pasts = texts.flatMap((text) => text.toLowerCase().match(/[a-z]{3,}/g) ?? []);
  const verbs = [...new Set(pasts)].flatMap((word) => verbOfPast(word) ?? []);
  return wordFinder([...texts, verbs.join(' ')]);
}

/** What no text of ours holds, wherever it comes from: markup, hidden signs, addresses nobody published. */
function formProblems(text: string, ground: readonly string[]): Violation[] {
  const markup = /[<>]|\]\(|!\[|[\p{Cc}\p{Cf}\p{Co}]/u.test(text.replaceAll('\n', ' '))
    ? [bad('markup', text, 'it holds marks or hidden characters')]
    : [];
  const contacts = contactsIn(text)
    .filter((one) => !isContactIn(one, ground))
    .map((one) => bad('contact_unknown', one, 'no article has this address or number'));
  return [...markup, ...contacts];
}

function sourceProblem(support: Support, sources: readonly Source[]): Violation[] | null {
  const source = sourceOf(support, sources);
  const name = `${support.articleId} version ${support.version}`;
  if (!source) return [bad('source_unknown', name, 'no such version of an article was found')];
  if (source.visibility === 'internal')
    return [bad('source_internal', source.title, 'the article is for colleagues only')];
  return null;
}

function sourceOf({ articleId, version }: Support, sources: readonly Source[]): Source | undefined {
  return sources.find((one) => one.articleId === articleId && one.version === version);
}

/** The words at some characters of an article for everybody; nothing of any other. */
function citedText(support: Support, { sources, links }: Checking): string {
  const source = sourceOf(support, sources);
  if (source?.visibility !== 'public') return '';
  return quoteText(source.text.slice(support.start, support.end), links);
}

function supportOf({ articleId, version, start, end }: Support): Support {
  return { articleId, version, start, end };
}

function sentence(
  text: string,
  verdict: CheckedSentence['verdict'],
  supports: readonly Support[],
  why: string,
): CheckedSentence {
  return { text, verdict, supports, why };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[\p{L}\p{N}%)"”]{2}[.!?…]["'”’)]?)\s+(?=["'“‘(¿¡]?[\p{Lu}\p{N}])|\n+/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
