/** The words of Markdown without its marks, as a chat or a plain mail shows them; links keep their address. */
export function plainMarkdown(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => (ruler.test(line) ? [] : [plainLine(line)]))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const ruler = /^\s*(\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?|`{3,}\w*|~{3,}\w*)\s*$/;

function plainLine(line: string): string {
  const cells = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
  const words =
    cells === undefined
      ? line
      : cells
          .split('|')
          .map((cell) => cell.trim())
          .join(' · ');
  return words
    .replace(/^\s*(#{1,6}|>)\s+/, '')
    .replace(/^(\s*)[*+]\s+/, '$1- ')
    .replace(/!\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replace(/\[([^\]]+)\]\([^)\s]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .trimEnd();
}
