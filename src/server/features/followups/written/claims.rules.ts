/** Whether what a model states rests on the messages it names. */
import type { Dropped } from '../../../../contracts/followups.ts';
import { fold } from '../brief/text.rules.ts';
import type { DraftStatement, NamedMessages } from './draft.rules.ts';

export type Doubt = Dropped['why'];

/** What a statement rests on: ids of messages in the order of the chat, and their texts. */
export interface Support {
  readonly ids: string[];
  readonly texts: string[];
}

/** Messages that do hold the words a statement quotes from them. */
export function supportOf(quotes: DraftStatement['quotes'], named: NamedMessages): Support {
  const cited = new Set(
    quotes
      .filter(({ message, quote }) => stands(quote, named.get(message)?.text))
      .map(({ message }) => message),
  );
  const found = [...named].filter(([name]) => cited.has(name)).map(([, message]) => message);
  return { ids: found.map(({ id }) => id), texts: found.map(({ text }) => text) };
}

/** Why a statement must not be shown; null where its messages bear it out. */
export function doubtOf(text: string, { texts }: Support): Doubt | null {
  if (texts.length === 0) return 'quote';
  if (/\[[A-Z]{2,20}_\d{1,4}\]/i.test(text)) return 'placeholder';
  const said = texts.join('\n');
  if (!contacts(text).every((contact) => fold(said).includes(fold(contact)))) return 'contact';
  const numbers = new Set(numbersIn(said));
  if (!numbersIn(text).every((number) => numbers.has(number))) return 'number';
  const words = new Set(wordsIn(fold(said)));
  if (!datesIn(text).every((date) => words.has(date))) return 'date';
  return namesIn(text).every((name) => words.has(name)) ? null : 'name';
}

const fewestWords = 3;

function stands(quote: string, text: string | undefined): boolean {
  if (text === undefined) return false;
  const [wanted, whole] = [plain(quote), plain(text)];
  if (wanted === '' || !whole.includes(wanted)) return false;
  return wanted === whole || wanted.length >= 12 || wordsIn(wanted).length >= fewestWords;
}

function plain(text: string): string {
  return fold(text.normalize('NFKC'))
    .replaceAll(/[“”„«»"]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^["'\s….]+|["'\s….]+$/g, '');
}

/** Numbers without what only separates their digits: 1,299.00 and 1299.00 are the same. */
function numbersIn(text: string): string[] {
  return (text.match(/\d(?:[\d.,:'/-]*\d)?/g) ?? []).map((number) => {
    const bare = number.replaceAll(/[.,'](?=\d{3}(?!\d))/g, '').replace(',', '.');
    return bare.replace(/\.0+$/, '');
  });
}

function contacts(text: string): string[] {
  return (text.match(/(?:https?:\/\/|www\.)\S+|[^\s@<>]+@[^\s@<>]+/giu) ?? []).map((one) =>
    one.replace(/[.,;:!?)\]]+$/, ''),
  );
}

function wordsIn(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Days and months in the languages of the brief: named in a statement, they were named in the chat. */
const dateWords = new Set(
  `monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight
  january february march april june july august september october november december
  montag dienstag mittwoch donnerstag freitag samstag sonntag heute ubermorgen januar februar marz juni juli oktober dezember
  lundi mardi mercredi jeudi vendredi samedi dimanche demain janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
  lunes martes miercoles jueves viernes sabado domingo enero febrero abril junio julio agosto septiembre octubre noviembre diciembre
  lunedi martedi mercoledi giovedi venerdi domenica domani gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag januari februari maart juni juli augustus
  segunda terca quarta quinta sexta hoje amanha fevereiro maio junho julho setembro outubro novembro dezembro`
    .split(/\s+/)
    .filter(Boolean),
);

function datesIn(text: string): string[] {
  return wordsIn(fold(text)).filter((word) => dateWords.has(word));
}

/**
 * Words with a capital inside of a sentence, and words of capitals and digits anywhere. Where most of a text's
 * longer words carry capitals, as in German, a capital says nothing: only the latter count.
 */
function namesIn(text: string): string[] {
  const tokens = [...text.matchAll(/(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]+/gu)];
  const inside = tokens.filter(({ index }) => !isFirst(text, index));
  const capital = inside.filter(([word]) => /^\p{Lu}/u.test(word));
  const long = inside.filter(([word]) => word.length > 3);
  const nouns = long.length > 4 && capital.length / long.length > 0.3;
  const marked = tokens.filter(([word]) => /\p{Lu}.*\p{Lu}|\p{L}\d|\d\p{L}/u.test(word));
  return [...(nouns ? [] : capital), ...marked].map(([word]) => fold(word));
}

function isFirst(text: string, index: number): boolean {
  return /(?:^|[.!?:;…]["'”’)]?\s+|[-–•]\s+|["“„(])$/u.test(text.slice(0, index));
}
