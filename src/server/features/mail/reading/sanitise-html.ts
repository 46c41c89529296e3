import sanitizeHtml, { type Attributes } from 'sanitize-html';
import { isTooDeep, withoutTags } from './html-depth.rules.ts';
import { safeStyle } from './mail-styles.rules.ts';

/** HTML fit for a sandboxed frame, and how many pictures it would load from elsewhere if allowed. */
export type SafeMailHtml = { readonly html: string; readonly remoteImages: number };

const tags = `
  a abbr address article aside b bdi big blockquote br caption center cite code col colgroup
  dd del div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins
  kbd li main mark ol p pre q s samp section small span strike strong sub sup table tbody td
  tfoot th thead time tr tt u ul var wbr
`
  .trim()
  .split(/\s+/);
const tableAttributes = `
  align valign bgcolor width height colspan rowspan cellpadding cellspacing border
`
  .trim()
  .split(/\s+/);
const attributes: Record<string, string[]> = {
  '*': ['style', 'dir', 'lang', 'title', 'data-unseen'],
  a: ['href', 'rel', 'target'],
  img: ['src', 'data-remote-src', 'alt', 'width', 'height'],
  font: ['color', 'size', 'face'],
  ol: ['start', 'type'],
  ...Object.fromEntries(
    ['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'col', 'colgroup'].map((tag) => [
      tag,
      tableAttributes,
    ]),
  ),
};
const safePath = /^(\/(?!\/)[\w\-./~%?=&+]*|https?:\/\/[^\s"'<>]+|blob:[^\s"'<>]+)$/i;
const safePicture = /^data:image\/(png|gif|jpe?g|webp);base64,[a-z0-9+/=\s]+$/i;
// Content of these is code or a document of its own; the content of other unknown tags is text and stays.
const droppedWhole = `
  script style textarea option noscript xmp svg math template title iframe object noembed
  noframes plaintext select audio video head
`
  .trim()
  .split(/\s+/);
const maxHtmlChars = 1_000_000;
const unseenMark = 'data-unseen';
const hiddenStyle = /(display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i;

/**
 * Makes a mail's HTML fit for a sandboxed frame: text, tables, pictures and links, nothing that runs,
 * loads, submits, covers or styles beyond its own text. Pictures on other servers keep their address in
 * `data-remote-src`; pictures inside the mail get the address given in `cidUrls` (by Content-ID).
 */
export function sanitiseMailHtml(
  html: string,
  { cidUrls = {} }: { readonly cidUrls?: Readonly<Record<string, string>> } = {},
): SafeMailHtml {
  const bounded = html.slice(0, maxHtmlChars).replaceAll('\0', '');
  const clean = sanitizeHtml(isTooDeep(bounded) ? withoutTags(bounded) : bounded, {
    allowedTags: tags,
    allowedAttributes: attributes,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data', 'blob'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    nonTextTags: droppedWhole,
    disallowedTagsMode: 'discard',
    transformTags: {
      '*': (tagName, given) => ({ tagName, attribs: safeAttributes(tagName, given, cidUrls) }),
    },
    exclusiveFilter: (frame) => Object.hasOwn(frame.attribs, unseenMark),
  });
  return { html: clean, remoteImages: clean.match(/<img [^<>]*data-remote-src="/g)?.length ?? 0 };
}

function safeAttributes(
  tag: string,
  given: Attributes,
  cidUrls: Readonly<Record<string, string>>,
): Attributes {
  if (tag === 'a') return linkAttributes(given);
  return tag === 'img' ? pictureAttributes(given, cidUrls) : styled(given);
}

function linkAttributes(given: Attributes): Attributes {
  const { href, ...others } = styled(given);
  const address = (href ?? '').trim();
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address)) return others;
  return { ...others, href: address, rel: 'noopener noreferrer nofollow', target: '_blank' };
}

// What the sender's program would not have shown is marked, and then left out with its content.
function styled(attribs: Attributes): Attributes {
  const unseen =
    attribs.hidden !== undefined || hiddenStyle.test(attribs.style?.slice(0, 4000) ?? '');
  if (unseen) return { [unseenMark]: '' };
  const { style, rel: _rel, target: _target, ...others } = attribs;
  const safe = style === undefined ? '' : safeStyle(style);
  return safe === '' ? others : { ...others, style: safe };
}

function pictureAttributes(
  given: Attributes,
  cidUrls: Readonly<Record<string, string>>,
): Attributes {
  const { src = '', 'data-remote-src': _forged, ...others } = styled(given);
  const address = src.trim();
  if (/^cid:/i.test(address)) {
    const known = knownUrl(cidUrls, address.slice('cid:'.length));
    return known === null ? others : { ...others, src: known };
  }
  if (safePicture.test(address)) return { ...others, src: address.replace(/\s/g, '') };
  if (!/^https?:\/\/[^\s"'<>]+$/i.test(address)) return others;
  return { ...others, 'data-remote-src': address };
}

function knownUrl(cidUrls: Readonly<Record<string, string>>, contentId: string): string | null {
  const plain = contentId.replace(/^<|>$/g, '');
  const names = [plain, plain.includes('%') ? plain.replaceAll('%40', '@') : plain];
  const found = names.find((name) => Object.hasOwn(cidUrls, name));
  const url = found === undefined ? undefined : cidUrls[found];
  return url !== undefined && safePath.test(url) ? url : null;
}
