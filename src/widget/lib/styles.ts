/**
 * Adds a style sheet to a shadow root. Constructed sheets are used, since a host page's content security
 * policy may forbid style elements but never these.
 */
export function addStyles(root: ShadowRoot, text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
