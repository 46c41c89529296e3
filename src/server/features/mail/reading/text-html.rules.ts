const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// Quotes, brackets and white space end an address, so nothing can break out of the attribute.
const address = /\bhttps?:\/\/[^\s<>"'`\\^{}|]{1,2000}/gi;
const trailing = /[.,;:!?)\]*_]+$/;

/** Text made safe for HTML element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => escapes[char] ?? '');
}

/** Plain text as HTML: everything escaped, line breaks kept, http and https addresses linked. */
export function textToHtml(text: string): string {
  let html = '';
  let done = 0;
  for (const match of text.matchAll(address)) {
    const url = withoutTrailing(match[0]);
    html += escapeHtml(text.slice(done, match.index)) + link(url);
    done = match.index + url.length;
  }
  return (html + escapeHtml(text.slice(done))).replace(/\r\n?|\n/g, '<br>');
}

function link(url: string): string {
  if (!URL.canParse(url)) return escapeHtml(url);
  const safe = escapeHtml(url);
  return `<a href="${safe}" rel="noopener noreferrer nofollow" target="_blank">${safe}</a>`;
}

// A full stop or a closing bracket after an address belongs to the sentence, unless the address opened it.
function withoutTrailing(url: string): string {
  const end = trailing.exec(url.slice(-50))?.[0] ?? '';
  if (end.includes(')') && url.includes('(')) return url;
  return url.slice(0, url.length - end.length);
}
