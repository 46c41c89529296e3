/**
 * A text of the assistant as the composer can hold it: quotes lose their frame, since they leave under an agent's
 * name, and tables, which it does not know, become lines of words. Parsed in a document of its own: nothing runs.
 */
export function draftHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const quote of body.querySelectorAll('blockquote')) quote.replaceWith(...quote.childNodes);
  for (const table of body.querySelectorAll('table')) table.replaceWith(linesOf(table));
  return body.innerHTML;
}

function linesOf(table: HTMLTableElement): HTMLElement {
  const lines = table.ownerDocument.createElement('p');
  for (const row of table.rows) {
    const words = [...row.cells].map(({ textContent }) => textContent.trim()).join(' | ');
    if (lines.hasChildNodes()) lines.append(table.ownerDocument.createElement('br'));
    lines.append(words);
  }
  return lines;
}
