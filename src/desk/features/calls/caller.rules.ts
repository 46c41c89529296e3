/** What somebody typed about a caller, told apart: an address, a number, or a name. */
export function callerOfWords(words: string): {
  name: string | null;
  phone: string | null;
  email: string | null;
} {
  const text = words.trim();
  if (/^\S+@\S+\.\S+$/.test(text)) return { name: null, phone: null, email: text };
  if (/^[+0-9][0-9 ()/.-]{2,}$/.test(text)) return { name: null, phone: text, email: null };
  return { name: text === '' ? null : text, phone: null, email: null };
}
