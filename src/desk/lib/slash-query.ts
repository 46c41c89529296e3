/** The word after a slash that the caret stands in, or null; `/` counts only at the start of a word. */
export function slashQuery(beforeCaret: string): string | null {
  return /(?:^|\s)\/([\p{L}\p{N}_-]{0,40})$/u.exec(beforeCaret)?.[1] ?? null;
}

/** Plain text as paragraphs of HTML, with everything that HTML would read escaped. */
export function textToHtml(text: string): string {
  if (text === '') return '';
  const escape = (part: string) =>
    part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}
