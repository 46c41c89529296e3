/** Text of HTML that a reader does not see: it is nobody's words. */

/** An element as far as it says how it looks. */
export interface Styled {
  readonly attribs?: Readonly<Record<string, string>> | undefined;
  readonly parent?: Styled | null | undefined;
}

/** Where the reader keeps a style it has looked at. */
export const readStyle = 'data-read-style';

const mostChars = 2_000;
const mostParents = 60;
const gone =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0*(?:\.0+)?|(?:font-size|max-height)\s*:\s*0*(?:\.0+)?(?:px|pt|em|rem|%)?)\s*(?:!\s*important\s*)?(?:;|$)/i;
const colour = /(?:^|;)\s*color\s*:\s*([^;!]{3,40})/i;
const ground = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]{3,200})/i;
const white =
  /^(?:white|#fff|#fff[f0-9a-f]|#(?:f[a-f]){3}(?:ff)?|rgba?\(\s*25[0-5]\s*,\s*25[0-5]\s*,\s*25[0-5](?:\s*,\s*[\d.]+%?)?\s*\))$/i;

/** Whether HTML may hide anything at all: most mails do not, and need not be asked twice. */
export function mayHide(html: string): boolean {
  return /display\s*:\s*none|visibility\s*:|mso-hide|opacity\s*:\s*0|font-size\s*:\s*0|max-height\s*:\s*0|color\s*[:=]\s*["']?\s*(?:white|#f|rgb)/i.test(
    html,
  );
}

/** Whether an element is not displayed, or has no size. */
export function isGone(element: Styled): boolean {
  return gone.test(styleOf(element));
}

/**
 * Whether an element is white on white. Programs in a dark mode write white words too, and do not always say on what:
 * whoever asks must keep them where nothing else is there.
 */
export function isWhiteOnWhite(element: Styled): boolean {
  const own = colour.exec(styleOf(element))?.[1] ?? element.attribs?.color ?? '';
  return white.test(own.trim()) && isWhiteGround(element);
}

// The nearest ground that is said; a page is white.
function isWhiteGround(element: Styled): boolean {
  let one: Styled | null | undefined = element;
  for (let up = 0; one && up < mostParents; up += 1, one = one.parent) {
    const said = ground.exec(styleOf(one))?.[1] ?? one.attribs?.bgcolor;
    if (said !== undefined && said.trim() !== 'transparent' && said.trim() !== 'inherit')
      return white.test(said.trim());
  }
  return true;
}

function styleOf({ attribs }: Styled): string {
  return (attribs?.style ?? attribs?.[readStyle] ?? '').slice(0, mostChars);
}
