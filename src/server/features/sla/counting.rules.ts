/** Which hours a clock counts until it is due, so that people can add them up. */
import type { SlaClock } from '../../../contracts/sla.ts';
import { businessMs, openSpans, type Calendar } from '../schedules/business-time.rules.ts';
import type { ClockEvent, ClockEventType } from './clock.types.ts';

const mostSpans = 10;

/** Steps after which a clock is due at another time. */
const settingTypes: readonly ClockEventType[] = [
  'started',
  'resumed',
  'reopened',
  'target',
  'rules',
];

/** The open hours from the step that set when it is due until then; null where there are none to add up. */
export function countingOf(
  events: readonly ClockEvent[],
  { targetMs, calendar }: { targetMs: number; calendar: Calendar | null },
): SlaClock['counting'] {
  const last = events.findLast(({ type }) => settingTypes.includes(type) || type === 'paused');
  if (calendar === null || !last || last.dueAtMs === null || last.type === 'paused') return null;
  const span = { fromMs: last.atMs, toMs: last.dueAtMs };
  const all = businessMs(calendar, span.fromMs, span.toMs);
  const spans = openSpans(calendar, span, mostSpans);
  if (spans.length === 0) return null;
  const listed = spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  return {
    beforeMs: Math.max(0, targetMs - all),
    spans: spans.map(({ fromMs, toMs }) => ({
      from: new Date(fromMs).toISOString(),
      to: new Date(toMs).toISOString(),
    })),
    laterMs: all - listed,
  };
}
