import type { Sentence } from './reading.rules.ts';

const TIME = String.raw`(?:\d{1,2}(?:[:.]\d{2})?(?:\s?(?:am|pm|o'?clock|h|uhr|uur)\b)?|noon|midday|midnight|lunch(?:time)?)`;
const COUNT = String.raw`(?:\d+(?:\s?(?:-|–|to|or|bis|oder|a|ou|y|o|e|of|tot)\s?\d+)?|an?|one|two|three|four|five|six|ten|a few|a couple of|the next few)`;

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DATE = String.raw`(?:the )?\d{1,2}(?:st|nd|rd|th)(?: of)?(?: (?:${MONTHS}))?|\d{1,2} (?:${MONTHS})\b|(?:${MONTHS}) \d{1,2}(?:st|nd|rd|th)?|(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])(?!\d)\.?(?:\d{2,4})?(?!\s?(?:%|€|[$£]|eur|usd|gbp|dollar|pound|cent|kilo|kg|[gm]b))`;
const PART = '(?: (?:morning|afternoon|evening|night|noon|lunchtime))?';
const DAY = String.raw`(?:(?:next |this |coming |early |late )*(?:mon|tues|wednes|thurs|fri|satur|sun)day${PART}|tomorrow${PART}|tmrw|tmr|today|tonight|this (?:morning|afternoon|evening|week|month)|next (?:week|month)|(?:the )?end of (?:the |this |next )?(?:day|week|month|business|today|tomorrow)|eod|eow|${DATE})`;
const CLOCK = String.raw`(?: (?:at|before|by|between|around|from|after) ${TIME}(?: (?:and|to|-) ${TIME})?)?`;
const ENGLISH = [
  String.raw`(?:(?:by|before|until|till|on|no later than|not later than|latest|from|after|around|first thing) )?${DAY}${CLOCK}`,
  String.raw`(?:within|in|inside|over)(?: about| around| approximately| the next| the)* (?:${COUNT} )?(?:business |working |more )?(?:minutes?|mins?|hours?|hrs?|hour|days?|weeks?|months?)\b`,
  String.raw`(?:by|before|at|around|until|till) (?:\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|o'?clock)|\d{1,2}:\d{2}|noon|midday|midnight)`,
  String.raw`\d+(?:\s?(?:-|–|to|or)\s?\d+)? (?:business |working )?(?:minutes|hours|days|weeks)`,
].join('|');
const GERMAN = String.raw`(?:(?:bis|am|ab|vor|spatestens)(?: zum| ende| spatestens| ubernachsten| nachsten| kommenden)* )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|ubermorgen|morgen|heute)(?: ?(?:fruh|vormittag|mittag|nachmittag|abend|nacht|noch))?(?: (?:um|bis|gegen|vor) \d{1,2}(?:[:.]\d{2})? ?uhr)?|(?:innerhalb|binnen|in|nach)(?: von| der nachsten| den nachsten)? (?:\d+(?: ?(?:-|bis) ?\d+)?|einer|einem|zwei|drei|wenigen|den nachsten) (?:werk|arbeits)?(?:tag|stunde|minute|woche)\w*|(?:anfang|mitte|ende) (?:der|nachster) woche|nachste woche|bis \d{1,2}(?:[:.]\d{2})? ?uhr`;
const FRENCH = String.raw`(?:(?:d'ici|avant|pour|des|jusqu'a|au plus tard)(?: a| la| le| ce)* )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|apres-demain|demain|aujourd'hui|ce soir|cet apres-midi|fin de (?:journee|semaine)|(?:la )?semaine prochaine)(?: (?:matin|midi|soir|apres-midi|prochain))?(?: (?:a|avant|vers) \d{1,2} ?h(?:\d{2})?)?|(?:sous|dans|d'ici|en)(?: les| un delai de)?(?: un delai de)? (?:\d+(?: ?(?:a|-|ou) ?\d+)?|une?|deux|trois|quelques) ?(?:h\b|heures?|jours?(?: ouvres| ouvrables)?|minutes?|semaines?)|avant \d{1,2} ?h(?:\d{2})?`;
const SPANISH = String.raw`(?:(?:antes del?|para|hasta|el|este|a mas tardar(?: el)?) )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|pasado manana|manana|hoy|esta (?:tarde|noche|semana)|la semana que viene|la proxima semana)(?: (?:por|a) la (?:manana|tarde|noche))?|(?:en|dentro de|en un plazo de)(?: un plazo de)? (?:\d+(?: ?(?:a|o|-) ?\d+)?|un|una|dos|tres|unos|unas) ?(?:horas?|dias?(?: habiles| laborables)?|minutos?|semanas?)|antes de las \d{1,2}(?::\d{2})?`;
const ITALIAN = String.raw`(?:(?:entro|prima di|per)(?: il| la| le)* )?(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|dopodomani|domani|oggi|stasera|questo pomeriggio|fine (?:giornata|settimana)|(?:la )?prossima settimana)(?: (?:mattina|sera|pomeriggio|stesso))?|(?:entro|in|tra|fra)(?: le| i| le prossime)? (?:\d+(?: ?(?:a|o|-) ?\d+)?|un'?|una|due|tre|qualche) ?(?:or[ae]|giorn[oi](?: lavorativ[oi])?|minut[oi]|settiman[ae])|entro le \d{1,2}`;
const DUTCH = String.raw`(?:(?:voor|tegen|op|uiterlijk|aanstaande) )?(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|overmorgen|morgen(?:ochtend|middag|avond)?|vandaag|vanavond|vanmiddag|volgende week|(?:het )?eind(?:e)? van de (?:dag|week))(?: (?:voor|om|tussen) \d{1,2}(?:[:.]\d{2})?(?: en \d{1,2})?(?: uur)?)?|(?:binnen|in|over) (?:\d+(?: ?(?:tot|a|-|of) ?\d+)?|een|twee|drie|enkele) (?:werkdag(?:en)?|dag(?:en)?|uur|uren|minuten|weken|week)`;
const PORTUGUESE = String.raw`(?:(?:ate|antes de|na|no|para)(?: o| a| ao)? )?(?:(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?|sabado|domingo|depois de amanha|amanha|hoje|(?:o )?(?:fim|final) do dia|semana que vem|(?:na )?proxima semana)(?: (?:de manha|a tarde|a noite))?|(?:em|dentro de|no prazo de)(?: ate)? (?:\d+(?: ?(?:a|ou|-) ?\d+)?|um|uma|dois|duas|tres) ?(?:dias?(?: uteis)?|horas?|minutos?|semanas?)`;
// Not a time but still a limit people remember; taken only where no time is named.
const EVENT = String.raw`(?:when|once|as soon as|sobald|des que|en cuanto|appena|zodra|assim que) (?:it|they|this|that|the|your|we|you|i|das|der|die|ihr\w*|le|la|l'|lo|el|il|het|de|o|a) ?[^,.!?]{2,40}?(?=[,.!?]|$| i'?ll| we'?ll| i will| we will)|as soon as possible|asap|right away|straight away`;

const BY_LANGUAGE: Readonly<Record<string, RegExp>> = {
  en: pattern(ENGLISH),
  de: pattern(GERMAN),
  fr: pattern(FRENCH),
  es: pattern(SPANISH),
  it: pattern(ITALIAN),
  nl: pattern(DUTCH),
  pt: pattern(PORTUGUESE),
};
const EVENTS = pattern(EVENT);
const WHEN =
  /(?:^|[,;:.¿] ?|\b(?:and|so|but|ok|und|et|mais|y|e|en|bis|depuis) )(?:when|how (?:long|soon|fast)|what time|wann|wie lange|quand|combien de temps|dans combien|cuando|cuanto (?:tarda|tiempo)|quando|quanto (?:tempo|ci)|wanneer|hoe lang|quanto demora)\b/;

/** The words that say by when, in the original spelling; those after `from` are preferred. Null where none are said. */
export function dueWords(
  sentence: Sentence,
  options: { languages: readonly string[]; from: number },
): string | null {
  const times = timesIn(sentence, options.languages);
  const found = times.length > 0 ? times : [...sentence.folded.matchAll(EVENTS)];
  const match = found.find((candidate) => candidate.index >= options.from) ?? found.at(-1);
  if (match === undefined) return null;
  return sentence.text.slice(match.index, match.index + match[0].length).trim();
}

/** True where a sentence asks for a time or a span. */
export function asksWhen(sentence: Sentence): boolean {
  return WHEN.test(sentence.folded);
}

/** True where a sentence names a time, a day or a span. */
export function namesTime(sentence: Sentence, languages: readonly string[]): boolean {
  return timesIn(sentence, languages).length > 0;
}

function timesIn(sentence: Sentence, languages: readonly string[]): RegExpExecArray[] {
  const found = languages.flatMap((language) => {
    const times = BY_LANGUAGE[language];
    return times === undefined ? [] : [...sentence.folded.matchAll(times)];
  });
  return found.toSorted((one, other) => one.index - other.index || other[0].length - one[0].length);
}

function pattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}])`, 'gu');
}
