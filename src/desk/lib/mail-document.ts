/** Colours of the page around a mail, for mails that bring none of their own. */
export type MailInk = { text: string; ground: string; link: string; scheme: 'light' | 'dark' };

/** How a mail is put into its frame. */
export type MailDocumentOptions = {
  html: string;
  images: boolean;
  ink: MailInk | null;
  /** Font faces of the page around it: a frame inherits none. */
  fonts?: string;
};

/**
 * A whole document for the sandboxed frame around sanitised HTML. The policy lets nothing run and nothing load but
 * the desk's own fonts, inline styles and images: those inside the mail, and remote ones only when the reader asked.
 */
export function mailDocument({ html, images, ink, fonts = '' }: MailDocumentOptions): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data: blob: 'self'${images ? ' https: http:' : ''}; font-src data: 'self'; form-action 'none'; base-uri 'none'`;
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer"><base target="_blank">',
    `<style>${fonts}${styleOf(ink)}</style></head><body>${images ? withRemoteImages(html) : html}</body></html>`,
  ].join('');
}

/** The server moved remote addresses out of the way; the reader has asked for them. */
function withRemoteImages(html: string): string {
  return html.replace(/(<img [^<>]*?)\bdata-remote-src="/g, '$1src="');
}

/** Whether the mail asks another server for an image. */
export function hasRemoteImages(html: string): boolean {
  return (
    /<img[^>]+src\s*=\s*["']?\s*(?:https?:)?\/\//i.test(html) ||
    /url\(\s*["']?\s*(?:https?:)?\/\//i.test(html) ||
    /<img[^>]+srcset\s*=/i.test(html)
  );
}

/** Whether the mail sets colours itself; then it is shown on white paper, as its writer saw it. */
export function hasOwnColours(html: string): boolean {
  return /\bbgcolor\s*=|<font[^>]+color|style\s*=\s*(["'])(?:(?!\1).)*\b(?:background|color)\b|<style/i.test(
    html,
  );
}

function styleOf(ink: MailInk | null): string {
  // A frame is only see-through while its scheme is that of the page around it; else browsers put an
  // opaque canvas behind it. A document in a frame inherits nothing, so the scheme is written out.
  const { text, ground, link, scheme } = ink ?? PAPER;
  return `:root{color-scheme:${scheme}}html{overflow:hidden}body{margin:0;padding:${ink ? '0' : '12px'};background:${ground};color:${text};font:14px/1.5 'Inter Variable',system-ui,sans-serif;overflow-wrap:anywhere}a{color:${link}}img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}blockquote{margin:8px 0;padding-inline-start:12px;border-inline-start:2px solid color-mix(in srgb,${text} 25%,transparent)}p{margin:0 0 8px}`;
}

const PAPER: MailInk = { text: '#1d2426', ground: '#fff', link: '#0b5c66', scheme: 'light' };
