/** What a mail asks: its words without courtesy, and each of several questions for itself. */
import { headerBlockLines, isQuoteTitle } from '../../mail/reading/quote-headers.rules.ts';
import { foldText } from '../../understanding/text/folded.rules.ts';
import { phrases } from '../../understanding/text/words.rules.ts';
import { wordsOfReply } from '../../understanding/replies/reply.rules.ts';
import { claimOf, type ClaimWord } from '../grounding/claim.rules.ts';

/** Words that begin a letter; at most so many stand in the line with them. */
const hello = phrases(
  `hi|hello|hey|dear|greetings|good morning|good afternoon|good evening|to whom it may concern|hallo|guten tag|guten morgen|guten abend|moin|servus|gruss gott|sehr geehrte*|liebe|liebes|lieber|bonjour|bonsoir|salut|cher|chere|chers|madame|hola|buenos dias|buenas|buenas tardes|estimad*|ciao|salve|buongiorno|buonasera|gentil*|spettabile|goedemorgen|goedemiddag|goedenavond|beste|geachte|ola|oi|bom dia|boa tarde|prezad*|caro|cara`,
);
const longestHello = 6;
/** "Hi team," in front of the first sentence. */
const helloBefore = /^\p{L}+(?: \p{L}+){0,2}[,!.:–—-]+\s+/u;

const bye = phrases(
  `thanks|thank you|thx|cheers|many thanks|best|yours|danke|vielen dank|merci|gracias|muchas gracias|grazie|grazie mille|bedankt|dank u|dank je|obrigado|obrigada`,
);
const nameAfter = /([.?!])\s*\n\s*\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}.-]*){0,2}$/u;
const longestBye = 5;
const mostNameLines = 3;

/** Words of subjects that say nothing about the matter. */
const idle = new Set(
  'there good morning afternoon evening day thanks thank you form test question questions query help needed need please request urgent asap important hello hi hey hallo info information inquiry enquiry support customer service contact issue problem message re fw fwd aw wg tr rv frage fragen anfrage hilfe bitte dringend dringende wichtig wichtige kundenservice kontakt nachricht demande aide urgente renseignement service client bonjour consulta pregunta duda ayuda urgente hola solicitud domanda richiesta aiuto urgente informazione informazioni vraag vragen hulp dringend verzoek pergunta duvida ajuda pedido ola none order orders bestellung commande ordine bestelling encomenda nr no number numero nummer subject betreff objet asunto oggetto onderwerp assunto'.split(
    ' ',
  ),
);

/** Asks without a question mark. */
const openers = phrases(
  `please tell me|please let me know|could you|can you|would you|tell me|let me know|i would like to know|i'd like to know|i want to know|i wonder|i was wondering|ich mochte wissen|ich wurde gern* wissen|konnen sie|konnten sie|konnt ihr|sagen sie mir|je voudrais savoir|j'aimerais savoir|pouvez vous|pourriez vous|me gustaria saber|quisiera saber|pueden|podrian|podria|vorrei sapere|potete|potreste|ik wil graag weten|kunt u|kunnen jullie|gostaria de saber|podem|poderiam`,
);
/** Words that stand for something said before. */
const pronouns = new Set(
  'it its this that they them those these one he she es das dies diese dieser dieses davon damit dafur dazu ihn ca cela ceci eso esto ello esa ese questo quello cio dat dit het daarvan isso isto ele ela'.split(
    ' ',
  ),
);
const leastTelling = 2;
/** A longer line above a forwarded mail says something itself. */
const longestPointer = 12;
const mostQuestions = 4;

/** What somebody wrote without greeting, thanks, signature and unseen signs; all of it where nothing else is in it. */
export function wordsAsked(text: string): string {
  const seen = withoutForwardHeads(text.replaceAll(/[\u00AD\u200B\u2060\uFEFF]/gu, ''));
  const said = withoutHello(withoutBye(wordsOfReply(seen))).trim();
  return /\p{L}{2}|\p{N}/u.test(said) ? said : text;
}

/** A subject that says something about the matter; empty for "Question", "Order 4711" and the like. */
export function tellingSubject(subject: string): string {
  const words = foldText(subject).text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const { content } = claimOf(subject);
  return content.length > 0 &&
    words.some((word) => word.length > 1 && !idle.has(word) && !/\p{N}/u.test(word))
    ? subject
    : '';
}

/**
 * The questions of a mail, each with the sentences that belong to it. One that cannot be understood alone
 * ("and who pays for it?") stays with the one before, so most mails have one.
 */
export function questionsIn(text: string): string[] {
  const groups: { words: string[]; isAsked: boolean }[] = [{ words: [], isAsked: false }];
  for (const sentence of sentencesIn(text)) {
    const last = groups.at(-1);
    const asks = isAsking(sentence) && standsAlone(sentence);
    if (last === undefined || (asks && last.isAsked))
      groups.push({ words: [sentence], isAsked: asks });
    else {
      last.words.push(sentence);
      last.isAsked ||= asks;
    }
  }
  const asked = groups.filter(({ isAsked }) => isAsked).map(({ words }) => words.join(' '));
  return asked.length > mostQuestions ? [] : asked;
}

/** The only sentence of a mail that asks, and the rest; null where none or several do. */
export function askingSentence(text: string): { asked: string; rest: string } | null {
  const sentences = sentencesIn(text);
  const asking = sentences.filter(isAsking);
  const [asked] = asking;
  if (asked === undefined || asking.length > 1 || tellingWords(asked).length < leastTelling)
    return null;
  return { asked, rest: sentences.filter((one) => one !== asked).join(' ') };
}

/** Whether a question is understood without what was said before it. */
export function standsAlone(question: string): boolean {
  const words = foldText(question).text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return tellingWords(question).length >= leastTelling && !words.some((one) => pronouns.has(one));
}

/** The words of a question that say what it is about. */
export function tellingWords(question: string): ClaimWord[] {
  return claimOf(question).content.filter(({ word }) => /[\p{L}\p{N}]{2}/u.test(word));
}

// Who wrote a forwarded mail, when and to whom is not what is asked; nor is a line that only hands it on.
function withoutForwardHeads(text: string): string {
  const isForward = text.split('\n').some((line) => isQuoteTitle(line));
  const lines = (isForward ? text.replaceAll(/^(?:> ?)+/gm, '') : text).split('\n');
  const kept: string[] = [];
  let note: string | null = null;
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const head = isQuoteTitle(line) ? 1 : headerBlockLines(lines, at);
    if (head === 0) kept.push(line);
    else note ??= kept.splice(0).join('\n');
    at += Math.max(1, head);
  }
  const rest = kept.join('\n').trim();
  const isAskedBelow = sentencesIn(rest).some((one) => isAsking(one) && standsAlone(one));
  const isLine = (note?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= longestPointer;
  if (note === null) return text;
  return isLine && isAskedBelow ? rest : `${note.trim()}\n\n${rest}`;
}

function isAsking(sentence: string): boolean {
  if (/[?？؟]["'”’)\]]*$/u.test(sentence)) return true;
  const [opener] = foldText(sentence).text.matchAll(openers);
  return opener !== undefined && opener.index <= 12;
}

function sentencesIn(text: string): string[] {
  return text
    .replaceAll(/(?<!\n)\n(?!\n)/g, ' ')
    .split(/(?<=[.!?…？！。][)"”']?)\s+|\n+/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function withoutHello(text: string): string {
  const [, line = '', rest = ''] = /^\s*([^\n]*)\n?([\s\S]*)$/.exec(text) ?? [];
  const [first] = foldText(line).text.matchAll(hello);
  if (first?.index !== 0) return text;
  const isAlone = !/[?？]/.test(line) && line.split(/\s+/).length <= longestHello;
  if (isAlone && rest.trim() !== '') return rest;
  return text.replace(/^\s+/, '').replace(helloBefore, '');
}

// "Thanks" and the names under it, or a name alone, at the end of a mail that does not ask there.
function withoutBye(text: string): string {
  const whole = text.trimEnd();
  const lines = whole.split('\n');
  const from = Math.max(1, lines.length - mostNameLines - 1);
  const at = lines.findIndex((line, index) => {
    if (index < from || line.split(/\s+/).length > longestBye || line.includes('?')) return false;
    return [...foldText(line).text.matchAll(bye)][0]?.index === 0;
  });
  return at < 0 ? whole.replace(nameAfter, '$1') : lines.slice(0, at).join('\n');
}
