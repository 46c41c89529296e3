/** Where in a text something stands that must not leave the machine. */
export interface Find {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Looks through a text. */
export type Finder = (text: string) => Find[];

const emailPattern = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const ibanPattern = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gi;
const cardPattern = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g;
// With a country code, in brackets, or in groups that begin with 0; or a run of digits as long as numbers are.
const phonePattern =
  /(?<![\p{L}\p{N}.,-])(?:\+\d{1,3}[ ()./-]{0,3}(?:\d{1,5}[ ()./-]{0,2}){2,6}\d{2}|\(\d{2,5}\)[ ./-]?\d{2,5}(?:[ ./-]?\d{2,5}){1,3}|0\d{1,5}[ ./-]\d{2,}(?:[ ./-]?\d{2,}){0,4}|\d{3}[ .-]\d{3}[ .-]\d{4}|0\d{8,13})(?![\p{L}\p{N}])/gu;

/** Addresses of electronic mail. */
export const findEmails: Finder = (text) => findAll('EMAIL', text, emailPattern);

/** Telephone numbers, of any country with its code, else as they are commonly written. */
export const findPhones: Finder = (text) => findAll('PHONE', text, phonePattern);

/** Bank accounts as IBAN whose check digits are right (ISO 13616). */
export const findIbans: Finder = (text) =>
  findAll('IBAN', text, ibanPattern).flatMap((found) => {
    const end = endOfIban(text, found);
    return end === null ? [] : [{ ...found, end }];
  });

/** Payment cards whose check digit is right (Luhn, ISO/IEC 7812). */
export const findCards: Finder = (text) =>
  findAll('CARD', text, cardPattern).filter(({ start, end }) =>
    passesLuhn(text.slice(start, end).replaceAll(/\D/g, '')),
  );

/** Names, whole and each part of two letters or more, in any case; "Anna's" and "Annas" too. */
export function createNameFinder(names: readonly string[]): Finder {
  const parts = names.flatMap((name) => [name.trim(), ...name.split(/[\s,]+/)]);
  const wanted = [...new Set(parts)]
    .filter((part) => (part.match(/\p{L}/gu)?.length ?? 0) >= 2)
    .sort((one, other) => other.length - one.length);
  if (wanted.length === 0) return () => [];
  const any = wanted.map((part) => escaped(part).replaceAll(/\s+/g, String.raw`\s+`));
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${any.join('|')})(?=(?:['’]?s)?(?![\p{L}\p{N}]))`,
    'giu',
  );
  return (text) => findAll('NAME', text, pattern);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}

function findAll(kind: string, text: string, pattern: RegExp): Find[] {
  return [...text.matchAll(pattern)].map(({ 0: value, index }) => ({
    kind,
    start: index,
    end: index + value.length,
  }));
}

/** The pattern may run into the next word: the longest beginning whose check digits are right counts. */
function endOfIban(text: string, { start, end }: Find): number | null {
  for (let last = end; last > start; last -= 1) {
    const plain = text.slice(start, last).replaceAll(' ', '');
    if (plain.length < 15) return null;
    if (text[last - 1] !== ' ' && passesIban(plain.toUpperCase())) return last;
  }
  return null;
}

function passesIban(plain: string): boolean {
  let rest = 0;
  for (const letter of plain.slice(4) + plain.slice(0, 4)) {
    for (const digit of String(Number.parseInt(letter, 36)))
      rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
