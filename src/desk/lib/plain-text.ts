/** A node of the styled editor, as it gives its content away. */
export interface RichNode {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly {
    readonly type: string;
    readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  }[];
  readonly content?: readonly RichNode[] | undefined;
}

/**
 * The plain form of a styled text: what mail programs without HTML show. Items keep their marks and numbers, links
 * that hide their address say it, code is indented.
 */
export function plainTextOf({ content = [] }: RichNode): string {
  return blocks(content).join('\n\n');
}

function blocks(nodes: readonly RichNode[]): string[] {
  return nodes.map((node) => blockOf(node));
}

function blockOf(node: RichNode): string {
  switch (node.type) {
    case 'bulletList':
    case 'orderedList':
      return itemsOf(node).join('\n');
    case 'codeBlock':
      return inlineOf(node).replace(/^/gm, '    ');
    default:
      return node.content?.some(({ type }) => type === 'paragraph')
        ? plainTextOf(node)
        : inlineOf(node);
  }
}

function itemsOf({ type, attrs, content = [] }: RichNode): string[] {
  const start = typeof attrs?.start === 'number' ? attrs.start : 1;
  return content.map((item, at) => {
    const mark = type === 'orderedList' ? `${start + at}. ` : '- ';
    const inside = blocks(item.content ?? []).join('\n');
    return mark + inside.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
  });
}

/** Words of a line; the words of one link may have several styles, and its address stands once behind them. */
function inlineOf({ content = [] }: RichNode): string {
  let line = '';
  let linked = '';
  content.forEach((node, at) => {
    const words = node.type === 'hardBreak' ? '\n' : (node.text ?? '');
    const address = addressOf(node);
    line += words;
    if (address === null) return;
    linked += words;
    if (addressOf(content[at + 1]) === address) return;
    if (bare(address) !== bare(linked)) line += ` <${address}>`;
    linked = '';
  });
  return line;
}

function addressOf(node: RichNode | undefined): string | null {
  const href = node?.marks?.find(({ type }) => type === 'link')?.attrs?.href;
  return typeof href === 'string' && href !== '' ? href : null;
}

function bare(address: string): string {
  return address
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/i, '')
    .replace(/\/$/, '');
}
