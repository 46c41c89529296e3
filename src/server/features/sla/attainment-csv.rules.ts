/** Attainment as CSV (RFC 4180), with times in minutes of counted time. */
import type {
  AttainmentCase,
  AttainmentFigures,
  AttainmentRow,
} from '../../../contracts/sla-attainment.ts';

type Cell = string | number | null;

/** The first line of a file of cases. */
export const caseHead = line([
  'ticket',
  'subject',
  'policy',
  'metric',
  'verdict',
  'judged_at',
  'started_at',
  'target_minutes',
  'took_minutes',
  'assistant_minutes',
  'agent_minutes',
]);

/** A case as a line. */
export function caseLine(one: AttainmentCase): string {
  return line([
    one.ticket.number,
    one.ticket.subject,
    one.policyName,
    one.metric,
    one.verdict,
    one.judgedAt,
    one.startedAt,
    minutes(one.targetMs),
    minutes(one.tookMs),
    minutes(one.assistantMs),
    minutes(one.agentMs),
  ]);
}

/** The table: a line for each policy and metric, with the three ways of judging beside each other. */
export function tableLines(rows: readonly AttainmentRow[]): string {
  const ways = ['judged', 'with_assistant', 'agents_only'];
  const figures = ['met', 'breached', 'share', 'median_minutes', 'p90_minutes'];
  const names = ways.flatMap((way) => figures.map((figure) => `${way}_${figure}`));
  const head = line(['policy', 'metric', ...names, 'assistant_alone']);
  return head + rows.map(tableLine).join('');
}

function tableLine(row: AttainmentRow): string {
  const ways = [row.judged, row.withAssistant, row.agentsOnly];
  return line([row.policyName, row.metric, ...ways.flatMap(cellsOf), row.assistantAlone]);
}

function cellsOf(figures: AttainmentFigures | null): Cell[] {
  if (figures === null) return [null, null, null, null, null];
  const { met, breached, share, medianMs, p90Ms } = figures;
  return [
    met,
    breached,
    share === null ? null : Math.round(share * 10_000) / 10_000,
    minutes(medianMs),
    minutes(p90Ms),
  ];
}

function minutes(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 6_000) / 10;
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

/** What customers wrote must not be a formula where a file is opened as a table. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
