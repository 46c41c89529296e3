/** What of an agent's answer holds for every customer: no greeting, no signature, nobody's names and numbers. */
import { signatureStart } from '../../mail/reading/signature.rules.ts';

/** A line of an answer that may stand in an article. */
export interface AnswerLine {
  readonly text: string;
  /** A step of a list, in its order; else a sentence. */
  readonly isStep: boolean;
}

/** Whose names are taken out. */
export interface Names {
  readonly customer: string | null;
  readonly agents: readonly string[];
}

const step = /^\s*(?:\d{1,2}[.)]|[-*•–])\s+(.+)$/u;
const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|liebe[r]?|sehr geehrte[r]?|moin|bonjour|bonsoir|ch(?:e|è)re?|hola|buen(?:os|as) (?:d(?:i|í)as|tardes)|estimad[oa]|ciao|buongiorno|gentile|beste|geachte|dag|ol(?:a|á)|bom dia|boa tarde|prezad[oa])\b[^.:;\n]{0,40}?[,!.]\s*/iu;
const closing =
  /^(?:(?:kind|best|warm|many|with)\s+(?:\w+\s+)?(?:regards|wishes|thanks)|regards|cheers|sincerely|yours|best|all the best|thanks|thank you|take care|(?:mit )?(?:freundlichen?|viele[nr]?|beste[nr]?|liebe[nr]?|schöne[nr]?) gr(?:ü|u)(?:ß|ss)en?|vg|lg|mfg|cordialement|bien (?:à|a) vous|salutations|saludos|un saludo|atentamente|cordiali saluti|distinti saluti|saluti|met vriendelijke groet(?:en)?|groet(?:en|jes)?|atenciosamente|cumprimentos|abraços)\b[^.?]{0,30}[,.!]?\s*$/iu;
/** "Yes: our decaf is …" answers somebody; what follows the comma or colon holds for all. */
const yesOrNo = /^(?:yes|no|ja|nein|oui|non|sí|si|sì|não|sim|nee)\s?[,:–—-]\s+(?=\p{L})/iu;
/** Said to one person about one case: acts, thanks, regrets, offers of more help. */
const personal = [
  /\b(?:i|we)(?:['’](?:ve|ll|m|re|d))?\s+(?:(?:have|had|will|am|are|was|were|can|could|just|already|now|also|so|do|did|very|really|truly)\s+){0,4}(?:refund|sent|send|check|look|forward|escalat|cancel|updat|credit|issu|reset|chang|add|remov|ship|order|creat|apolog|sorry|hope|see\b|found|understand|appreciat|thank|replac|arrang|book|process|ask|spoke|talk|pass|glad|happy|afraid|noticed|confirm|let you know)/iu,
  /\b(?:thank you|thanks) (?:for|so|very)\b|^(?:thanks|thank you)\b|\bsorry (?:to|for|about|that)\b|\bapolog/iu,
  /\blet (?:me|us) know\b|\banything else\b|\bfeel free\b|\bhave a (?:nice|great|good|lovely)\b|\bhope (?:this|that|it) helps\b|\bget(?:ting)? back to (?:you|us|me)\b|\bnice to hear\b|\breach out\b/iu,
  /\b(?:vielen )?dank (?:für|dass)\b|\bentschuldig|\btut (?:mir|uns) leid\b|\bmelden sie sich\b|\b(?:ich|wir) (?:habe|haben|werde|werden)\b|\bschönen tag\b/iu,
  /\bmerci (?:de|pour|d['’])|\bdésolé|\bn['’]hésitez pas\b|\b(?:j['’]ai|nous avons|je vais|nous allons)\b|\bbonne journée\b/iu,
  /\bgracias por\b|\blamento|\bsentimos\b|\bno dude\b|\b(?:he|hemos) \p{L}+[ai]do\b|\bbuen día\b/iu,
  /\bgrazie per\b|\bci dispiace\b|\bmi dispiace\b|\bnon esit|\b(?:ho|abbiamo) \p{L}+[aiu]to\b/iu,
  /\bbedankt voor\b|\bexcuses\b|\b(?:ik heb|we hebben|wij hebben)\b|\bobrigad[oa] por\b|\blamentamos\b/iu,
];
const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const link = /\bhttps?:\/\/[^\s<>()]+/gu;
const phone = /(?<![\p{L}\p{N}/])\+?\(?\d[\d ()/.-]{7,}\d(?![\p{L}\p{N}])/gu;
/** Order, parcel and account numbers: letters and digits together, or four digits and more. */
const reference =
  /(?<![\p{L}\p{N}/.,-])#?\s?(?:[A-Z]{1,5}-?\d[\dA-Z-]{2,}|\d{4,}(?:-\d+)*)(?![\p{L}\p{N}])/gu;
const year = /^(?:19|20)\d\d$/;

/** The lines of an answer that hold for others too; empty where it was all about one case. */
export function generalLines(answer: string, names: Names): AnswerLine[] {
  const lines = answer.replace(/\r/g, '').split('\n');
  const said = lines.slice(0, signatureStart(lines));
  const end = said.findIndex((line, place) => place > 0 && closing.test(line.trim()));
  const kept: AnswerLine[] = [];
  for (const line of end < 0 ? said : said.slice(0, end)) {
    const item = step.exec(line)?.[1];
    const texts = item === undefined ? sentencesOf(withoutGreeting(line.trim())) : [item.trim()];
    for (const text of texts) {
      if (isPersonal(text) || isClosing(text)) continue;
      const anonymous = withoutPeople(withoutYes(text), names);
      if (isIntroduction(withoutYes(text), anonymous)) continue;
      if (/\p{L}{2}/u.test(anonymous)) kept.push({ text: anonymous, isStep: item !== undefined });
    }
  }
  return withoutSignedName(kept);
}

/** "I am Ana": without the name hardly a word is left. */
function isIntroduction(text: string, anonymous: string): boolean {
  const words = anonymous.match(/\p{L}+/gu) ?? [];
  return anonymous.length < text.length && words.length < 3 && !/\[\w+\]/.test(anonymous);
}

/** A last line of a word or three without a stop is who wrote. */
function withoutSignedName(lines: readonly AnswerLine[]): AnswerLine[] {
  const last = lines.at(-1);
  const isName =
    last !== undefined &&
    !last.isStep &&
    /^\p{Lu}\p{L}*(?: \p{Lu}[\p{L}.]*){0,2}$/u.test(last.text);
  return isName ? lines.slice(0, -1) : [...lines];
}

/** A text without addresses, numbers of customers and names of people. */
export function withoutPeople(text: string, { customer, agents }: Names): string {
  const links: string[] = [];
  const kept = text.replace(link, (found) => {
    // What follows the question mark may sign somebody in.
    links.push(found.replace(/[?#].*$/u, '').replace(/[.,;!]+$/u, ''));
    return `\u0000${links.length - 1}\u0000`;
  });
  const bare = kept
    .replace(address, '[address]')
    .replace(phone, '[number]')
    .replace(reference, (found) => (year.test(found.trim()) ? found : ' [number]'));
  return withoutNames(bare, [...(customer === null ? [] : [customer]), ...agents])
    .replace(/\u0000(\d+)\u0000/gu, (_, place: string) => links[Number(place)] ?? '')
    .replace(/\s+/gu, ' ')
    .replace(/\s+([.,;:!?])/gu, '$1')
    .replace(/^[\s,;:–-]+/u, '')
    .trim();
}

function withoutNames(text: string, names: readonly string[]): string {
  const words = names.flatMap((name) => name.split(/\s+/u)).filter((word) => word.length > 1);
  return words.reduce((rest, word) => {
    const pattern = word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    return rest.replace(
      new RegExp(`,?\\s*(?<![\\p{L}\\p{N}])${pattern}(?:['’]s)?(?![\\p{L}\\p{N}])`, 'gu'),
      '',
    );
  }, text);
}

function withoutYes(text: string): string {
  const rest = text.replace(yesOrNo, '');
  return rest === text ? text : rest.charAt(0).toUpperCase() + rest.slice(1);
}

function withoutGreeting(line: string): string {
  return line.replace(greeting, '');
}

function isPersonal(sentence: string): boolean {
  return personal.some((pattern) => pattern.test(sentence));
}

function isClosing(sentence: string): boolean {
  return (
    closing.test(sentence) || (greeting.test(`${sentence},`) && sentence.split(/\s+/u).length < 5)
  );
}

function sentencesOf(line: string): string[] {
  return line
    .split(/(?<=[.!?…])\s+(?=["'“(\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
