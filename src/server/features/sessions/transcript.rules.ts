/** A chat as text, for the ticket that goes on from it. */

export interface SaidLine {
  readonly authorKind: 'customer' | 'agent' | 'assistant' | 'trigger' | 'system';
  readonly authorName: string | null;
  readonly text: string;
  readonly at: Date;
}

const longest = 45_000;

/** Time in UTC, name and words of each line; of a chat that is too long, the latest lines. */
export function transcriptText(
  lines: readonly SaidLine[],
  about: { ticketNumber: number; assistantName: string },
): string {
  const head = `Transcript of the chat in ticket #${about.ticketNumber}, times in UTC`;
  const kept: string[] = [];
  let length = 0;
  for (const line of lines.toReversed()) {
    const text = `${timeOf(line.at)} ${nameOf(line, about.assistantName)}: ${line.text}`;
    length += text.length + 1;
    if (length > longest) break;
    kept.push(text);
  }
  const cut = kept.length < lines.length ? ['(Earlier lines stand in that ticket.)'] : [];
  return [head, '', ...cut, ...kept.toReversed()].join('\n');
}

function timeOf(at: Date): string {
  return at.toISOString().slice(11, 16);
}

function nameOf(line: SaidLine, assistantName: string): string {
  if (line.authorKind === 'customer') return 'Customer';
  if (line.authorKind === 'assistant') return assistantName;
  return line.authorName ?? 'Segue';
}
