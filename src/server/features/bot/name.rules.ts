/** Names in what people write. */
import { plain, setOf } from './plain.rules.ts';

const surely =
  /\b(?:my (?:full )?name is|my name's|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome (?:è|e)|ik heet|mijn naam is|meu nome (?:é|e)|me chamo|chamo-me)\s+/iu;
const perhaps =
  /^(?:name|nome|nom|naam|it['’]?s|this is|i am|i['’]?m|im|call me|you can call me|hier ist|ich bin|je suis|soy|sono|ik ben|sou|eu sou)\s*[:,]?\s+/iu;
const greeting =
  /^(?:hi|hello|hey|hallo|bonjour|hola|ciao|hoi|ol[áa]|ok|okay|sure|yes|ja|oui|si|sí)[\s,.!]+(?=\p{L})/iu;
const capitalised =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*)(?:\s+(?:(?:van|von|de|der|den|da|do|dos|di|del|la|le|du|el|al|bin)\s+)*\p{Lu}[\p{L}\p{M}'’.-]*){0,3}/u;
const oneWord = /^[\p{L}][\p{L}\p{M}'’.-]*$/u;
const upper = /^[\p{Lu}\p{Lo}]/u;

const particles = setOf(
  'van von de der den da do dos di del la le du el al bin ten ter y e und and',
);
const notNames = setOf(`
  i i'm i've my mine me you your we our us it its is are am was were be been not no yes ok okay why what how when where who
  which want need help please pls order refund account problem issue have has had can could do does did don't cannot can't
  this that these those with for from about because but if then still already thanks thank hello hi hey the a an
  login password broken invoice delivery payment parcel package working work works late missing wrong never nothing all
  just really test question money card bill item product shipping return cancel subscription email name skip later bye stop
  ich mein meine meinen ist nicht ja nein warum was wie wann bitte bestellung rechnung habe brauche mit sie kein keine hilfe
  je mon ma mes est pas oui non pourquoi commande facture ai besoin avec vous ne aide
  mi mis es no por que pedido factura tengo necesito con ayuda quiero como cuando
  mio mia sono perche ordine fattura ho bisogno voglio aiuto come
  ik mijn niet nee ja waarom bestelling factuur heb nodig met hulp hoe
  meu minha nao sim pedido fatura tenho preciso com ajuda quero`);

/** A name in the answer to the question for one; null when it is something else. */
export function readName(text: string): string | null {
  const trimmed = tidy(text.replace(greeting, ''));
  const sure = afterIntroduction(trimmed);
  if (sure !== null) return sure;
  const candidate = tidy(
    trimmed.replace(perhaps, '').split(/[,;\n]|\s+(?:and|und|et|e|y|en)\s+my\b/u)[0] ?? '',
  );
  return isName(candidate) ? candidate : null;
}

/** A name that somebody gives by the way: "my name is Ada Lovelace and my parcel is late". */
export function findIntroduction(text: string): string | null {
  const found = surely.exec(text);
  if (!found) return null;
  const name = capitalised.exec(text.slice(found.index + found[0].length))?.[0];
  return name !== undefined && isName(tidy(name)) ? tidy(name) : null;
}

function afterIntroduction(text: string): string | null {
  const found = surely.exec(text);
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length);
  const name = tidy(
    capitalised.exec(rest)?.[0] ?? rest.split(/[,;.\n]|\s+(?:and|und|et|y|en|e)\s/u)[0] ?? '',
  );
  return isName(name) ? name : null;
}

/** One to six words of letters, none of them a word of a sentence; long ones only with capitals. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  if (text.length < 2 && !/\p{Lo}/u.test(text)) return false;
  if (text.length > 60 || words.length > 6) return false;
  if (!words.every((word) => oneWord.test(word) && !notNames.has(plain(word).replace(/\.$/, ''))))
    return false;
  return words.length <= 3 || words.every((word) => upper.test(word) || particles.has(word));
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'.,:;!-]+|[\s"'.,:;!?-]+$/g, '')
    .trim();
}
