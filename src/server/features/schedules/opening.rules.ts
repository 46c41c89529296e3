import { IANAZone } from 'luxon';
import type { Hours, Opening } from '../../../contracts/schedules.ts';
import { isOpen, nextClosing, nextOpening, type Calendar } from './business-time.rules.ts';
import { specialDay } from './open-year.rules.ts';

/** Whether hours are open at an instant and when that changes, as people are told. */
export function openingOf(hours: Hours, calendar: Calendar, at: Date): Opening {
  const atMs = at.getTime();
  const open = isOpen(calendar, atMs);
  const closing = open ? nextClosing(calendar, atMs) : null;
  const opening = open ? closing && nextOpening(calendar, closing) : nextOpening(calendar, atMs);
  const local = new Date(atMs + IANAZone.create(hours.timeZone).offset(atMs) * 60_000);
  return {
    open,
    at: at.toISOString(),
    nextOpening: textOf(opening),
    nextClosing: textOf(closing),
    today: specialDay(hours, local.toISOString().slice(0, 10)),
  };
}

function textOf(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}
