/** A part of a text that hangs together, with its range. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'list' | 'table' | 'code';
  start: number;
  end: number;
  /** Of a heading: 1 for the outermost. */
  level?: number;
  /** Of a heading: its words without the marks. */
  title?: string;
}

interface Line {
  start: number;
  end: number;
  text: string;
}

const FENCE = /^\s{0,3}(```|~~~)/;
const ATX = /^\s{0,3}(#{1,6})\s+(\S.*?)\s*#*\s*$/;
const CAPITALS = /^[A-Z][A-Z0-9 ,/&()'’-]{3,60}:?$/;
const LIST_ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)]|[a-z][.)])\s+\S/;
const TABLE_ROW = /^\s*\|.*\||^\s*[^|\s][^|]*\|[^|]+\|/;
const INDENTED = /^\s{2,}\S/;
const LONGEST_LINE_LOOKED_AT = 2000;

/** The blocks of Markdown or plain text, in order; together they hold everything but blank lines. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let fence: string | undefined;
  for (const line of linesOf(text)) {
    const mark = FENCE.exec(line.text)?.[1];
    if (fence !== undefined && open) {
      open.end = line.end;
      if (mark === fence) [fence, open] = [undefined, undefined];
      continue;
    }
    if (line.text.trim() === '') {
      // A list goes on after a blank line; a paragraph and a table do not.
      if (open?.kind !== 'list') open = undefined;
      continue;
    }
    const found = blockOfLine(line, mark, open);
    if (found !== open) blocks.push(found);
    found.end = line.end;
    fence = found.kind === 'code' ? mark : undefined;
    open = found.kind === 'heading' ? undefined : found;
  }
  return blocks;
}

function blockOfLine(line: Line, mark: string | undefined, open: Block | undefined): Block {
  const { start, end } = line;
  if (mark !== undefined) return { kind: 'code', start, end };
  const heading = headingOf(line.text);
  if (heading) return { kind: 'heading', start, end, ...heading };
  if (TABLE_ROW.test(line.text)) return grown(open, 'table', line);
  if (LIST_ITEM.test(line.text)) return grown(open, 'list', line);
  if (open?.kind === 'list' && (INDENTED.test(line.text) || isJoined(open, line))) return open;
  return grown(open, 'paragraph', line);
}

function grown(open: Block | undefined, kind: Block['kind'], { start, end }: Line): Block {
  return open?.kind === kind ? open : { kind, start, end };
}

/** Whether no blank line stands between a block and a line. */
function isJoined(open: Block, line: Line): boolean {
  return line.start - open.end <= 2;
}

function headingOf(line: string): { level: number; title: string } | undefined {
  const atx = ATX.exec(line);
  if (atx) return { level: atx[1]?.length ?? 1, title: atx[2] ?? '' };
  const plain = line.trim();
  if (!CAPITALS.test(plain) || !/[A-Z]{3}/.test(plain)) return undefined;
  return { level: 2, title: plain.replace(/:$/, '') };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const shown = text[end - 1] === '\r' ? end - 1 : end;
    if (shown > start || newline >= 0) {
      const cut = Math.min(shown, start + LONGEST_LINE_LOOKED_AT);
      lines.push({ start, end: Math.max(start, shown), text: text.slice(start, cut) });
    }
    start = end + 1;
  }
  return lines;
}
