import { asksForPerson } from '../requests/person.rules.ts';
import { isFunctionWord } from '../language/function-words.rules.ts';
import { moodOf } from '../sentiment/sentiment.rules.ts';
import { foldText, spansOf } from '../text/folded.rules.ts';
import type { Folded, Span } from '../text/folded.rules.ts';
import { answersIn, speaksOf, type OpenQuestion } from './answered.rules.ts';
import {
  another,
  around,
  bounds,
  denials,
  ironic,
  later,
  notSolved,
  solved,
  soon,
  spoils,
  thanks,
  turns,
  unsettled,
  weak,
} from './reply-words.rules.ts';

/** What a customer's reply says about the answer they were given. */
export type ReplyReading = {
  value: 'solved' | 'not_solved' | 'person' | 'new_question' | 'answers' | 'later' | 'unsure';
  confidence: number;
  /** True where praise is likely meant the other way round; such a reply is always `unsure`. */
  isSarcastic: boolean;
  evidence: Span[];
};

/**
 * Reads a short reply to an answer of the assistant, or to its open questions (`asked`). Quoted lines and the
 * signature are not read. Closing a case wrongly costs more than asking again, so only a clear yes is
 * `solved`: a doubt, a "but", a "not" that nothing explains, or praise beside a complaint is `unsure` or
 * `not_solved`. To open questions a yes or no is an answer. `later`: they will try it, and say how it went.
 */
export function readReply(
  text: string,
  { asked = [] }: { readonly asked?: readonly OpenQuestion[] } = {},
): ReplyReading {
  const body = foldText(wordsOfReply(text));
  const found = findIn(body);
  if (asksForPerson(body.original)) return reading('person', 0.92, found.no);
  return (
    sarcasm(body, found) ??
    putOff(body, found) ??
    answered(body, found, asked) ??
    settled(body, found)
  );
}

/** What somebody wrote, without what they quote and without what stands under their sign-off. */
export function wordsOfReply(text: string): string {
  return withoutSignature(withoutQuotes(text));
}

function findIn(body: Folded): Found {
  const harmless = spansOf(body, harmlessNo);
  const found = {
    yes: spansOf(body, solved),
    no: withoutWithin(spansOf(body, notSolved), harmless),
    doubt: spansOf(body, unsettled),
    turn: spansOf(body, turns),
    bound: spansOf(body, bounds),
    irony: spansOf(body, ironic),
    more: spansOf(body, another),
    thanks: spansOf(body, thanks),
    denied: withoutWithin([...spansOf(body, denials), ...spansOf(body, spoils)], harmless),
  };
  const behind = found.no.map((span) => ({ ...span, end: span.end + NEXT_WORD }));
  const long = behind.filter(({ text: said }) => said.length > 3);
  return { ...found, yes: withoutWithin(found.yes, [...long, ...spansOf(body, falseYes)]) };
}

/** The reading of a reply to open questions; null where it says something else. */
function answered(body: Folded, found: Found, asked: readonly OpenQuestion[]): ReplyReading | null {
  if (asked.length === 0) return null;
  const answers = answersIn(body, asked);
  const isSettled = found.yes.some((span) => span.text.length > 4) && found.no.length === 0;
  const clear = answers.filter((span) => span.text.length > 4);
  if (clear.length > 0) return reading('answers', 0.9, clear);
  if (isSettled || QUESTION.test(body.text)) return null;
  if (found.doubt.length > 0) return reading('unsure', 0.7, found.doubt);
  if (answers.length > 0) return reading('answers', 0.8, answers);
  return speaksOf(body, asked) ? reading('answers', 0.6, []) : null;
}

// A yes right behind a denial is denied: "still not | solved".
const NEXT_WORD = 2;

type Found = Record<
  'yes' | 'no' | 'doubt' | 'turn' | 'bound' | 'irony' | 'more' | 'thanks' | 'denied',
  Span[]
>;

// "No problem", "no more questions": a no that denies nothing.
const harmlessNo =
  /(?<!\p{L})(?:never mind|no (?:problem|worries|more questions|further questions|more issues|issues|further help(?: needed)?|need|thanks|thank you|longer)|no,? that'?s (?:all|it|fine|everything)|no,? (?:all good|it works|it'?s fine|nothing else)|kein problem|keine weiteren|nein,? (?:alles (?:gut|klar|bestens)|das war'?s|danke)|non,? (?:merci|c'est (?:tout|bon)|tout est bon|tout va bien)|no,? (?:gracias|eso es todo|nada mas|todo bien|grazie|e tutto|tutto bene|va bene)|non,? grazie|nee,? (?:bedankt|dank|alles goed|dat was)|nao,? (?:obrigad[oa]|e so isso|era so isso|tudo certo)|si no|please let me know)(?!\p{L})/gu;
// Words of a yes inside a sentence that says something else.
const falseYes =
  /(?<!\p{L})(?:(?:if|when|whether|once|until|wenn|si|se|als|quand|cuando|quando) [^.!?]{0,40}(?:work(?:s|ed|ing)?|solved|fixed|helped|funktioniert|geht|klappt|marche|fonctionne|funciona|funziona|werkt|arrived)|(?:what|how) (?:is )?(?:fixed|solved)|ja (?:nicht|leider|immer)|es geht um|should (?:be )?(?:fixed|solved|work)|(?:says|said|shows|claims) (?:it )?(?:is )?(?:solved|fixed|resolved)|(?:not|never|nicht|pas|niet|nao|non) (?:really |quite |yet |all |that |very |wirklich |vraiment |echt )?(?:solved|resolved|fixed|perfect|sorted|helpful|received|gelost|resolu|geholpen|angekommen|perfekt|parfait|funciona|funziona|risolto|arrived|worked))(?!\p{L})/gu;
const QUESTION =
  /\?|(?<!\p{L})(?:how (?:do|can|long|much)|what (?:is|are|about)|where (?:is|can|do)|when (?:will|can|do)|can (?:i|you)|could you|wie (?:kann|lange|viel)|wo (?:ist|finde)|kann ich|konnen sie|comment|combien|pouvez vous|puis je|como puedo|cuanto|cuando|(?<!ya )puedo|come posso|quanto|posso|hoe kan|kan ik|kunt u)(?!\p{L})/u;

function sarcasm(body: Folded, found: Found): ReplyReading | null {
  const bad = found.no.filter((span) => span.text.length > 3).length;
  const { score } = moodOf(body.original);
  const isBad =
    bad > 0 ||
    score < -0.2 ||
    /\/s(?:$|\s)|🙄|"(?:help|support|solution|fix)"|\.{3} ?not|(?:again|wieder|encore|otra vez|di nuovo|weer|de novo)(?:[ .!?]|$)/u.test(
      body.text,
    );
  const isForNothing =
    /for nothing|fur nichts|pour rien|por nada|per niente|di niente|voor niets/.test(body.text);
  if (!isForNothing && !(found.irony.length > 0 && isBad)) return null;
  return { ...reading('unsure', 0.6, found.irony), isSarcastic: true };
}

/** "Thanks, I will try it tonight": nothing is said yet, and nobody has to do anything. */
function putOff(body: Folded, { no, yes, turn, more, denied, thanks: kind }: Found) {
  const spans = spansOf(body, later);
  const speaksAgainst = [no, yes, turn, more, denied].some(({ length }) => length > 0);
  if (spans.length === 0 || speaksAgainst || QUESTION.test(body.text)) return null;
  if (moodOf(body.original).score < -0.2) return null;
  return unsaid(body, [...spans, ...kind, ...spansOf(body, soon)]) > 1
    ? null
    : reading('later', 0.85, spans);
}

function settled(body: Folded, found: Found): ReplyReading {
  const { yes, no, doubt, turn, bound, more, denied } = found;
  const asks = QUESTION.test(body.text) && /\p{L}{2}/u.test(body.text);
  if (no.length > 0 && yes.length === 0) return noOrUnsure(found);
  if (no.length > 0) return bothWays(body, found);
  if (doubt.length > 0) return reading('unsure', 0.7, doubt);
  if (asks) return reading('new_question', more.length > 0 ? 0.85 : 0.75, more);
  if (more.length > 0 && body.text.length > 25) return reading('new_question', 0.65, more);
  if (yes.length === 0) return unspoken(body, found);
  if (turn.length + bound.length > 0) return reading('unsure', 0.6, [...turn, ...bound]);
  // A "not", or something gone wrong, that none of our phrases knows: nobody should be told goodbye over it.
  if (denied.length > 0) return reading('unsure', 0.5, denied);
  // A clear yes says little else; a story with a yes in it is for a person to read.
  const isWeak = yes.every(({ text }) => weak.has(foldText(text).text));
  if (unsaid(body, [...yes, ...found.thanks]) > (isWeak ? 0 : mostBesides))
    return reading('unsure', 0.5, yes);
  return reading('solved', yes.length > 1 || found.thanks.length > 0 ? 0.93 : 0.88, yes);
}

const mostBesides = 3;

/** How many telling words a reply has outside of some spans. */
function unsaid(body: Folded, spans: readonly Span[]): number {
  const words = [...body.text.matchAll(/[\p{L}\p{N}]{3,}/gu)].filter(({ index }) => {
    const at = body.from[index] ?? 0;
    return !spans.some(({ start, end }) => start <= at && at < end);
  });
  return words.filter(([word]) => !around.has(word) && !isFunctionWord(word)).length;
}

function noOrUnsure({ no, doubt }: Found): ReplyReading {
  if (doubt.length > 0 && no.every((span) => span.text.length <= 3))
    return reading('unsure', 0.6, doubt);
  return reading('not_solved', no.length > 1 ? 0.93 : 0.87, no);
}

// Yes and no in one reply: what comes after the turn is what is meant, and a real no wins over a polite yes.
function bothWays(body: Folded, { yes, no, turn, doubt }: Found): ReplyReading {
  const lastNo = Math.max(...no.map(({ start }) => start));
  const lastYes = Math.max(...yes.map(({ start }) => start));
  const isReal = no.some((span) => span.text.length > 4);
  if (doubt.length > 0) return reading('unsure', 0.6, doubt);
  const wasBefore =
    /(?<!\p{L})(?:first|at first|before|yesterday|zuerst|vorher|erst|d'abord|avant|hier|al principio|antes|prima|ieri|eerst|now|jetzt|maintenant|ahora|ora|nu|agora)(?!\p{L})/u;
  if (lastYes > lastNo && wasBefore.test(body.text)) return reading('solved', 0.7, yes);
  if (isReal && (turn.length > 0 || lastNo > lastYes)) return reading('not_solved', 0.75, no);
  return reading('unsure', 0.5, [...yes, ...no]);
}

function unspoken(body: Folded, found: Found): ReplyReading {
  const { score } = moodOf(body.original);
  if (score < -0.3 && !body.text.includes('🙄')) return reading('not_solved', 0.55, []);
  if (/^\s*[👍✅👌]\s*$/u.test(body.text)) return reading('solved', 0.75, []);
  if (/^\s*[👎❌]\s*$/u.test(body.text)) return reading('not_solved', 0.75, []);
  return reading('unsure', found.thanks.length > 0 ? 0.6 : 0.4, found.thanks);
}

function reading(value: ReplyReading['value'], confidence: number, evidence: Span[]): ReplyReading {
  return { value, confidence, isSarcastic: false, evidence: evidence.slice(0, 5) };
}

function withoutWithin(spans: Span[], covering: readonly Span[]): Span[] {
  return spans.filter(
    (span) => !covering.some((other) => span.start < other.end && other.start < span.end),
  );
}

const SIGN_OFF =
  /^\s*(?:--\s*$|(?:kind |best |warm |many )?regards\b|best wishes|(?:yours )?(?:sincerely|faithfully)|sent from my|mit freundlichen|viele gr|beste gr|liebe gr|freundliche gr|lg\b|mfg\b|von meinem|gesendet von|cordialement|bien (?:a vous|cordialement)|salutations|envoye de|saludos|un saludo|atentamente|enviado desde|enviado do|cordiali saluti|distinti saluti|saluti|inviato da|met vriendelijke|vriendelijke groet|groet|groeten|verzonden vanaf|atenciosamente|cumprimentos|abracos)/;

function withoutQuotes(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n');
}

// What stands under a sign-off is a name, a title and a motto, and none of it is an answer.
function withoutSignature(text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line, index) => index > 0 && SIGN_OFF.test(foldText(line).text));
  return at < 0 ? text : lines.slice(0, at).join('\n');
}
