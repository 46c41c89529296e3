/** "Why is this due then?", answered step by step from what a clock did. */
import type { ClockStep } from '../../../contracts/sla.ts';
import type { ClockEvent, ClockEventType } from './clock.types.ts';

type Data = ClockEvent['data'];

/** The steps of one clock in words; `dueAt` is when it was due after each. */
export function explainClock(events: readonly ClockEvent[]): ClockStep[] {
  return events.map(({ atMs, type, dueAtMs, data }) => ({
    at: new Date(atMs).toISOString(),
    sentence: sentences[type](data),
    dueAt: dueAtMs === null ? null : new Date(dueAtMs).toISOString(),
  }));
}

const sentences: Record<ClockEventType, (data: Data) => string> = {
  started: (data) => `Started: ${aimOf(data)}.`,
  paused: (data) => `Stood still: the ticket became ${words(data['status'])}.`,
  resumed: (data) =>
    `Went on: the ticket became ${words(data['status'])}; ${spanOf(data['countedMs'])} had counted.`,
  met: (data) => `${endings[String(data['by'])] ?? 'Ended'} after ${spanOf(data['countedMs'])}.`,
  cancelled: () => 'Dropped: the ticket was solved and nobody waits any more.',
  reopened: (data) =>
    `Went on: the ticket was opened again; ${spanOf(data['countedMs'])} had counted.`,
  target: (data) =>
    data['toMs'] === null
      ? `Dropped: there is no target for ${words(data['priority'])} priority.`
      : `The priority became ${words(data['priority'])}: the target is ${spanOf(data['toMs'])} now.`,
  rules: (data) =>
    data['targetMs'] === null || data['policy'] === null
      ? 'Dropped: the policy of the ticket has no target for it any more.'
      : `Other rules count from here: ${aimOf(data)}.`,
  at_risk: (data) => `At risk: ${riskOf(data)}.`,
  breached: () => 'Breached: its time was up.',
};

const endings: Readonly<Record<string, string>> = {
  agent: 'An agent answered',
  assistant: 'The assistant answered',
  solved: 'The ticket was solved',
};

function riskOf({ leadMs, percent }: Data): string {
  if (leadMs !== undefined) return `no more than ${spanOf(leadMs)} of its time was left`;
  return typeof percent === 'number'
    ? `${percent} % of its time had passed`
    : 'most of its time had passed';
}

function aimOf(data: Data): string {
  const { policy, policyVersion, calendar, calendarVersion } = data;
  const hours =
    calendar === null
      ? 'day and night'
      : `in the hours of ${calendar} (version ${calendarVersion})`;
  return `${policy} (version ${policyVersion}) allows ${spanOf(data['targetMs'])} for ${words(data['priority'])} priority, counted ${hours}`;
}

/** A length of time as people say it, to the minute: `2 h 5 min`. */
export function spanOf(ms: string | number | null | undefined): string {
  const minutes = Math.round(Number(ms ?? 0) / 60_000);
  if (minutes === 0 && Number(ms ?? 0) > 0) return `${Math.ceil(Number(ms) / 1_000)} s`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function words(value: string | number | null | undefined): string {
  return String(value ?? '').replaceAll('_', ' ');
}
