/** What the assistant writes to customers. Every text is made of our own sentences, quotes and links. */
import type { AnswerCitation } from '../../../../contracts/answers.ts';
import { isYesOrNo } from '../asking/question-texts.rules.ts';
import type { DraftPart, Source, Voice } from '../grounding/grounding.types.ts';
import type { FrameId } from './frames/frame.types.ts';
import { frame, spokenBy } from './frames/frames.rules.ts';
import { trustedLinks } from './links.rules.ts';
import { plainLine, plainName } from './names.rules.ts';
import { quotesOf } from './quoting.rules.ts';
import { renderParts } from './render.rules.ts';

/** A text ready to be checked: its parts, and what they look like in a mail. */
export interface Written {
  readonly parts: readonly DraftPart[];
  readonly text: string;
  readonly html: string;
}

/** Links of ours by which the customer decides. */
export interface FeedbackLinks {
  readonly notHelpedUrl: string;
  readonly helpedUrl: string | null;
}

/** A quote with the language its article is written in, where that is known. */
export type QuotedCitation = Omit<AnswerCitation, 'headings'> & { readonly language?: string };

/** A question as the customer reads it. */
export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  readonly options: readonly string[];
}

const links = (part: FeedbackLinks | null): string[] =>
  part === null ? [] : [part.notHelpedUrl, ...(part.helpedUrl === null ? [] : [part.helpedUrl])];

/**
 * An answer: the articles' own words, their titles with links, and the way to a person. Null where nothing
 * public is quoted. `continued` is true from the second answer in a conversation on, `isNew` where it is to
 * another question than the one before. Quotes of several articles stand under the title of each.
 */
export function writeAnswer(
  voice: Voice,
  {
    citations,
    feedback,
    continued,
    isNew = false,
  }: {
    readonly citations: readonly QuotedCitation[];
    readonly feedback: FeedbackLinks | null;
    readonly continued: boolean;
    readonly isNew?: boolean;
  },
): Written | null {
  const open = citations.filter(({ visibility }) => visibility === 'public');
  if (open.flatMap(quotesOf).length === 0) return null;
  const parts = [
    greeting(voice),
    words(voice, ...leadOf({ continued, isNew })),
    ...quotedArticles(voice, open),
    ...feedbackLinks(voice, feedback),
    words(voice, 'replyToo'),
    words(voice, 'sign'),
  ];
  return written(voice, parts, links(feedback));
}

/** One message with all questions, numbered; null without any. */
export function writeQuestions(
  voice: Voice,
  {
    questions,
    personUrl,
    continued,
  }: {
    readonly questions: readonly AskedQuestion[];
    readonly personUrl: string | null;
    readonly continued: boolean;
  },
): Written | null {
  if (questions.length === 0) return null;
  const isOne = questions.length === 1;
  const lead: FrameId = isOne ? 'askOne' : 'ask';
  const parts: DraftPart[] = [
    greeting(voice),
    words(voice, ...(continued ? [lead] : (['who', lead] as const))),
    ...questions.map(({ id, text, options }) => ({ kind: 'question' as const, id, text, options })),
    words(voice, howToReply(questions)),
    ...(personUrl === null ? [] : [act(voice, 'askPerson', personUrl)]),
    words(voice, 'sign'),
  ];
  return written(voice, parts, personUrl === null ? [] : [personUrl]);
}

/** The last mail of a case that the customer says is solved. Its sentences need the act `solve`. */
export function writeClosing(voice: Voice): Written {
  return written(voice, [
    greeting(voice),
    words(voice, 'closingGlad', 'closingClosed', 'closingAgain'),
    words(voice, 'sign'),
  ]);
}

/** A word to a silent customer, about an answer or about open questions. */
export function writeReminder(
  voice: Voice,
  {
    about,
    feedback,
  }: { readonly about: 'answer' | 'questions'; readonly feedback: FeedbackLinks | null },
): Written {
  const isAnswer = about === 'answer';
  const parts = [
    greeting(voice),
    words(voice, isAnswer ? 'remindAnswer' : 'remindQuestions', 'remindClose'),
    ...(isAnswer ? feedbackLinks(voice, feedback) : []),
    words(voice, 'sign'),
  ];
  return written(voice, parts, links(feedback));
}

/** A person takes over; says when they are there where `voice.backAt` does. Needs the act `hand_over`. */
export function writeHandOver(
  voice: Voice,
  { continued }: { readonly continued: boolean },
): Written {
  return written(voice, [
    greeting(voice),
    ...(continued ? [] : [words(voice, 'who')]),
    ...handedOver(voice),
    words(voice, 'sign'),
  ]);
}

/** The answer did not help: sorry, and a person takes over. Needs the act `hand_over`. */
export function writeBackOff(voice: Voice): Written {
  return written(voice, [
    greeting(voice),
    words(voice, 'sorry'),
    ...handedOver(voice),
    words(voice, 'sign'),
  ]);
}

/**
 * What people wrote about a known incident, word by word: `message` is a source like an article. With
 * `willTell` it says that the customer hears from us, which needs the act `notify`.
 */
export function writeIncident(
  voice: Voice,
  {
    message,
    personUrl,
    willTell,
  }: { readonly message: Source; readonly personUrl: string | null; readonly willTell: boolean },
): Written {
  const parts = [
    greeting(voice),
    words(voice, 'who', 'incident'),
    whole(message),
    ...(willTell ? [words(voice, 'incidentTell')] : []),
    ...(personUrl === null ? [] : [act(voice, 'askPerson', personUrl)]),
    words(voice, 'sign'),
  ];
  return written(voice, parts, [
    ...trustedLinks([message]),
    ...(personUrl === null ? [] : [personUrl]),
  ]);
}

/** An earlier answer was wrong: what is right now where an article says so, and the way to a person. */
export function writeCorrection(
  voice: Voice,
  {
    citations,
    personUrl,
    handedOver: isHandedOver,
  }: {
    readonly citations: readonly QuotedCitation[];
    readonly personUrl: string | null;
    /** True where a person has taken over; the text then says so, which needs the act `hand_over`. */
    readonly handedOver: boolean;
  },
): Written {
  const open = citations.filter(({ visibility }) => visibility === 'public');
  const parts = [
    greeting(voice),
    words(voice, 'correction', open.length > 0 ? 'correctionNow' : 'correctionNone'),
    ...open.flatMap(quotesOf),
    ...articleLinks(voice, open),
    ...(isHandedOver ? handedOver(voice) : []),
    ...(personUrl === null || isHandedOver ? [] : [act(voice, 'askPerson', personUrl)]),
    words(voice, 'sign'),
  ];
  return written(voice, parts, personUrl === null ? [] : [personUrl]);
}

/** Text and HTML of parts made elsewhere, such as those of a language model between our own sentences. */
export function written(
  voice: Voice,
  parts: readonly DraftPart[],
  ownUrls: readonly string[] = [],
): Written {
  const known = parts.flatMap((part) => (part.kind === 'link' ? [part.url] : []));
  const instead = frame('linkInArticle', voice);
  return { parts, ...renderParts(parts, { ownUrls: [...ownUrls, ...known], instead }) };
}

/** An answer around sentences of a language model; the same frame as `writeAnswer` has around quotes. */
export function writeModelAnswer(
  voice: Voice,
  {
    body,
    sources,
    feedback,
    continued,
    isNew = false,
  }: {
    readonly body: readonly DraftPart[];
    readonly sources: readonly Source[];
    readonly feedback: FeedbackLinks | null;
    readonly continued: boolean;
    readonly isNew?: boolean;
  },
): Written | null {
  const used = new Set(
    body.flatMap((part) =>
      part.kind === 'written' ? part.supports.map(({ articleId }) => articleId) : [],
    ),
  );
  const cited = sources.filter(
    ({ articleId, visibility }) => used.has(articleId) && visibility === 'public',
  );
  if (body.length === 0 || cited.length === 0) return null;
  const parts = [
    greeting(voice),
    words(voice, ...leadOf({ continued, isNew })),
    ...body,
    ...articleLinks(voice, cited),
    ...feedbackLinks(voice, feedback),
    words(voice, 'replyToo'),
    words(voice, 'sign'),
  ];
  return written(voice, parts, links(feedback));
}

function howToReply(questions: readonly AskedQuestion[]): FrameId {
  const [only] = questions;
  if (only === undefined || questions.length > 1) return 'askHow';
  return only.options.length > 1 && !isYesOrNo(only.options) ? 'askLetter' : 'askHowOne';
}

function greeting(voice: Voice): DraftPart {
  return words(voice, plainName(voice.customerName) === null ? 'helloPlain' : 'hello');
}

function words(voice: Voice, ...ids: readonly FrameId[]): DraftPart {
  return { kind: 'frame', text: ids.map((id) => frame(id, voice)).join(' ') };
}

function act(voice: Voice, id: FrameId, url: string): DraftPart {
  return { kind: 'act_link', url, text: frame(id, voice) };
}

function handedOver(voice: Voice): DraftPart[] {
  const back: DraftPart[] = voice.backAt ? [words(voice, 'handOverBack')] : [];
  return [words(voice, 'handOver', 'handOverKnows', 'handOverHere'), ...back];
}

function feedbackLinks(voice: Voice, feedback: FeedbackLinks | null): DraftPart[] {
  if (feedback === null) return [];
  const { helpedUrl, notHelpedUrl } = feedback;
  return [
    ...(helpedUrl === null ? [] : [act(voice, 'helped', helpedUrl)]),
    act(voice, 'notHelped', notHelpedUrl),
  ];
}

function leadOf({ continued, isNew }: { continued: boolean; isNew: boolean }): FrameId[] {
  if (!continued) return ['who', 'answer'];
  return [isNew ? 'answer' : 'answerAgain'];
}

/** Quotes with the links behind them; of several articles each under its own. */
function quotedArticles(voice: Voice, open: readonly QuotedCitation[]): DraftPart[] {
  const ids = [...new Set(open.map(({ articleId }) => articleId))];
  const apart = ids.map((id) => open.filter(({ articleId }) => articleId === id));
  if (ids.length === 1 || open.some(({ url }) => url === null))
    return [
      ...open.flatMap(quotesOf),
      ...otherLanguages(voice, open),
      ...articleLinks(voice, open),
    ];
  return apart.flatMap((cited) => [
    ...titlesOf(cited),
    ...cited.flatMap(quotesOf),
    ...otherLanguages(voice, cited),
  ]);
}

function whole({ articleId, version, text }: Source): DraftPart {
  return { kind: 'quote', articleId, version, start: 0, end: text.length, text };
}

function articleLinks(
  voice: Voice,
  cited: readonly Pick<Source, 'articleId' | 'title' | 'url'>[],
): DraftPart[] {
  const shown = titlesOf(cited);
  return shown.length === 0 ? [] : [words(voice, 'more'), ...shown];
}

function titlesOf(cited: readonly Pick<Source, 'articleId' | 'title' | 'url'>[]): DraftPart[] {
  const byId = new Map(cited.map((one) => [one.articleId, one]));
  return [...byId.values()].flatMap(({ articleId, title, url }): DraftPart[] =>
    url === null ? [] : [{ kind: 'link', articleId, title: plainLine(title, 200), url }],
  );
}

function otherLanguages(voice: Voice, cited: readonly QuotedCitation[]): DraftPart[] {
  const others = new Set(cited.flatMap(({ language }) => language ?? []));
  others.delete(spokenBy(voice));
  return [...others].map((language) => ({ kind: 'frame', text: frame('onlyIn', voice, language) }));
}
