/** A conversation as a document: text, or HTML that stands alone. Everything people wrote is escaped. */
import type { MessageChannel } from '../../../contracts/conversations.ts';

export interface Transcript {
  readonly workspace: string;
  readonly accentColor: string;
  readonly subject: string;
  readonly number: number;
  readonly customer: string;
  readonly lines: readonly TranscriptLine[];
  readonly writtenAt: Date;
}

export interface TranscriptLine {
  readonly at: Date;
  readonly author: string;
  readonly kind: 'customer' | 'agent' | 'assistant' | 'other';
  readonly channel: MessageChannel;
  readonly text: string;
  readonly files: readonly { name: string; sizeBytes: number }[];
}

/** The lines a reader may see: a customer never sees a note. */
export function linesFor(
  lines: readonly TranscriptLine[],
  { notes }: { notes: boolean },
): TranscriptLine[] {
  return lines.filter(({ channel }) => notes || channel !== 'note');
}

/** The transcript as plain text. */
export function transcriptText(transcript: Transcript): string {
  const head = [
    oneLine(transcript.subject),
    `${oneLine(transcript.workspace)} · #${transcript.number} · ${oneLine(transcript.customer)}`,
  ];
  const lines = transcript.lines.map((line) => {
    const who = `${timeOf(line.at)}  ${oneLine(line.author)}${markOf(line)}`;
    const body = [plain(line.text), ...line.files.map((file) => `[${fileOf(file)}]`)];
    return [who, ...body.filter((part) => part !== '').map(indented)].join('\n');
  });
  const foot = `Written on ${timeOf(transcript.writtenAt)}.`;
  return `${[head.join('\n'), ...lines, foot].join('\n\n')}\n`;
}

/** The lines alone as HTML, for the body of a mail. */
export function transcriptLinesHtml(transcript: Transcript): string {
  return transcript.lines.map(lineHtml).join('\n');
}

/** The transcript as a page of its own: nothing runs in it and nothing is loaded. */
export function transcriptPage(transcript: Transcript): string {
  const title = escape(oneLine(transcript.subject));
  const about = [transcript.workspace, `#${transcript.number}`, transcript.customer];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${pageStyle(transcript.accentColor)}</style>
</head>
<body>
<main>
<header><h1 dir="auto">${title}</h1><p>${about.map((part) => `<bdi>${escape(oneLine(part))}</bdi>`).join(' · ')}</p></header>
${transcriptLinesHtml(transcript)}
<footer>Written on <time datetime="${transcript.writtenAt.toISOString()}">${timeOf(transcript.writtenAt)}</time>.</footer>
</main>
</body>
</html>
`;
}

/** What the file is called: letters and digits only, whatever the subject is. */
export function transcriptFileName(number: number, format: 'html' | 'text'): string {
  return `conversation-${number}.${format === 'html' ? 'html' : 'txt'}`;
}

function lineHtml(line: TranscriptLine): string {
  const files = line.files.map((file) => `<li>${escape(fileOf(file))}</li>`).join('');
  const text = plain(line.text);
  return [
    `<section class="${line.channel === 'note' ? 'note' : line.kind}">`,
    `<p class="who" style="margin:12px 0 2px;opacity:.75;font-size:12px"><b><bdi>${escape(oneLine(line.author))}</bdi></b>${escape(markOf(line))} <time datetime="${line.at.toISOString()}">${timeOf(line.at)}</time></p>`,
    text === ''
      ? ''
      : `<p class="said" dir="auto" style="margin:0;white-space:pre-wrap">${escape(text)}</p>`,
    files === '' ? '' : `<ul>${files}</ul>`,
    '</section>',
  ].join('');
}

function markOf({ channel, kind }: TranscriptLine): string {
  const marks = [
    ...(kind === 'assistant' ? ['AI assistant'] : []),
    ...(channel === 'note' ? ['internal note'] : channel === 'email' ? ['email'] : []),
  ];
  return marks.length === 0 ? '' : ` (${marks.join(', ')})`;
}

function fileOf({ name, sizeBytes }: { name: string; sizeBytes: number }): string {
  const kilobytes = Math.max(1, Math.round(sizeBytes / 1_000));
  return `File: ${oneLine(name)}, ${kilobytes} kB`;
}

/** To the minute, in UTC: a document is read anywhere. */
function timeOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const indented = (text: string) => text.replace(/^/gm, '    ');

// Direction marks could make a sentence read as another one; controls have no place in a document.
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unseen, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** A colour is six digits by its schema; anything else would be CSS of somebody else's making. */
function pageStyle(accentColor: string): string {
  const accent = /^#[0-9a-f]{6}$/i.test(accentColor) ? accentColor : '#0f766e';
  return `
:root { color-scheme: light dark; }
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText; }
main { max-width: 72ch; margin: 0 auto; padding: 24px 16px; }
header { border-bottom: 2px solid ${accent}; padding-bottom: 8px; }
h1 { font-size: 20px; margin: 0; overflow-wrap: anywhere; }
header p, footer { color: GrayText; margin: 4px 0 0; }
section { padding: 4px 0 4px 12px; border-inline-start: 3px solid transparent; overflow-wrap: anywhere; break-inside: avoid; }
section.customer { border-color: ${accent}; }
section.note { border-color: #b45309; background: color-mix(in srgb, #f59e0b 12%, Canvas); }
ul { margin: 4px 0; padding-inline-start: 20px; }
footer { margin-top: 24px; }
@media print { main { padding: 0; } }`;
}
