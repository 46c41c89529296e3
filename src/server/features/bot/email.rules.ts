/** Email addresses in what people write. */
import { emailSchema } from '../../../contracts/common.ts';

const pattern = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/u;

export interface FoundEmail {
  readonly email: string;
  /** The text without the address. */
  readonly rest: string;
}

/** The first valid address in a text. */
export function findEmail(text: string): FoundEmail | null {
  if (!text.includes('@')) return null;
  const found = pattern
    .exec(text)?.[0]
    ?.replace(/[.'-]+$/, '')
    .replace(/^['.]+/, '');
  const parsed = emailSchema.safeParse(found);
  if (!parsed.success || found === undefined) return null;
  return { email: parsed.data, rest: text.replace(found, ' ').replace(/[<>()[\]]/g, ' ') };
}

const spelledOut =
  /([\p{L}\p{N}._%+-]{1,64}) ?(?:\(at\)|\[at\]| at |@) ?([\p{L}\p{N}-]{2,40}) ?(?:\.|\(dot\)|\[dot\]| dot | punkt | point | punto ) ?(\p{L}{2,10})\b/iu;

/** An address written around its signs, like "ada at example dot com": a guess to ask about. */
export function guessEmail(text: string): string | null {
  const found = spelledOut.exec(text.slice(0, 300));
  if (!found) return null;
  const parsed = emailSchema.safeParse(`${found[1]}@${found[2]}.${found[3]}`);
  return parsed.success ? parsed.data : null;
}

/** Whether somebody tried to give an address. */
export function looksLikeEmail(text: string): boolean {
  return /\S@|@\S|\((at|dot)\)|\[(at|dot)\]/i.test(text);
}

const providers = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.fr',
  'hotmail.it',
  'outlook.com',
  'outlook.de',
  'outlook.fr',
  'yahoo.com',
  'yahoo.fr',
  'yahoo.de',
  'yahoo.es',
  'yahoo.it',
  'icloud.com',
  'protonmail.com',
  'proton.me',
  'live.com',
  'live.nl',
  'aol.com',
  't-online.de',
  'freenet.de',
  'orange.fr',
  'wanadoo.fr',
  'laposte.net',
  'libero.it',
  'ziggo.nl',
  'kpnmail.nl',
];
/** Real ones that are one letter away from another. */
const alsoReal = [
  'ymail.com',
  'mail.com',
  'email.com',
  'gmx.com',
  'gmx.net',
  'gmx.de',
  'live.de',
  'live.fr',
  'live.it',
  'me.com',
  'aol.de',
  'yahoo.nl',
  'yahoo.at',
  'yahoo.ca',
  'hotmail.de',
  'hotmail.es',
  'hotmail.nl',
  'hotmail.be',
  'outlook.es',
  'outlook.it',
  'outlook.be',
];
const real: ReadonlySet<string> = new Set([...providers, ...alsoReal]);
const brokenEndings: Record<string, string> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  coom: 'com',
  cpm: 'com',
  vom: 'com',
  xom: 'com',
  ner: 'net',
  nte: 'net',
};

/** The address somebody probably meant, or null when nothing looks wrong. */
export function suspectTypo(email: string): string | null {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  if (real.has(domain)) return null;
  const dot = domain.lastIndexOf('.');
  const ending = brokenEndings[domain.slice(dot + 1)];
  const mended = ending === undefined ? domain : `${domain.slice(0, dot)}.${ending}`;
  const near = real.has(mended) ? mended : providers.find((known) => isNear(known, mended));
  const meant = near ?? mended;
  return meant === domain ? null : `${email.slice(0, at)}@${meant}`;
}

/** One letter more, less or other, or two neighbours swapped. */
function isNear(known: string, given: string): boolean {
  if (known.length < 8 || Math.abs(known.length - given.length) > 1) return false;
  let start = 0;
  while (start < known.length && known[start] === given[start]) start += 1;
  const left = known.slice(start);
  const right = given.slice(start);
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  );
}
