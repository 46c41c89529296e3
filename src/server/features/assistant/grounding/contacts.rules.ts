/** Addresses and numbers by which people are reached or charged: none may be invented or passed on. */
import { addressPattern } from '../writing/links.rules.ts';

const mail = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}]{2,24}/gu;
const bareDomain =
  /(?<![\p{L}\p{N}@.])(?:[a-z0-9-]{1,63}\.)+(?:com|net|org|io|info|biz|co|example|test|de|fr|es|it|nl|pt|br|uk|eu|ru|cn|xyz|top|app|dev|shop|site|online)(?![\p{L}\p{N}])/giu;
const phone = /(?<![\p{L}\p{N}])\+?\d(?:[ ()/.-]{0,2}\d){6,17}(?![\p{L}\p{N}])/gu;
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?![\p{L}\p{N}])/gu;

/** Web and mail addresses, telephone, account and card numbers in a text, each once. */
export function contactsIn(text: string): string[] {
  const clean = text.normalize('NFKC');
  const found = [addressPattern, mail, bareDomain, iban, phone].flatMap((pattern) =>
    [...clean.matchAll(pattern)].map(([match]) => match.replace(/[.,;:!?)\]]+$/u, '')),
  );
  return [...new Set(found)];
}

/** True where one of the texts holds the address or number, however it is spaced. */
export function isContactIn(contact: string, texts: readonly string[]): boolean {
  const wanted = squeezed(contact);
  return texts.some((text) => squeezed(text.normalize('NFKC')).includes(wanted));
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[\s()/-]+/g, '');
}
