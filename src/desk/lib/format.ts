const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** 1234.5 as `1,234.5` in the reader's way of writing. */
export function formatNumber(value: number, locale: string, fractionDigits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: fractionDigits }).format(value);
}

/** 0.873 as `87%`, or however the reader's language writes it; words of the catalogue add no sign of their own. */
export function formatPercent(ratio: number, locale: string, fractionDigits = 0): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: fractionDigits,
  }).format(ratio);
}

/** Bytes as `420 B`, `12 kB`, `3.4 MB`; thousands, as disks and mail limits count. */
export function formatSize(sizeBytes: number, locale: string): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step =
    sizeBytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(sizeBytes) / 3));
  const value = sizeBytes / 1000 ** step;
  return `${formatNumber(value, locale, step > 0 && value < 10 ? 1 : 0)} ${units[step]}`;
}

/** A duration in its two largest units: `45s`, `12m`, `3h 20m`, `2d 4h`; the sign is dropped. */
export function formatDuration(durationMs: number): string {
  const ms = Math.abs(durationMs);
  if (ms < MINUTE_MS) return `${Math.floor(ms / 1000)}s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)}m`;
  if (ms < DAY_MS) return pair(ms, HOUR, MINUTE);
  return pair(ms, DAY, HOUR);
}

/** Time left on a countdown, or gone by on a timer: `0:09`, `4:05`, `1:12:00`. */
export function formatCountdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = `${h > 0 ? String(m).padStart(2, '0') : m}:${String(s).padStart(2, '0')}`;
  return h > 0 ? `${h}:${tail}` : tail;
}

/** The time of day, as the reader's language writes it: `00:04`, `12:04 AM`. */
export function formatClock(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(atMs);
}

/** How long ago or ahead, short: `now`, `5 min. ago`, `in 2 hr.`, `yesterday`; in the reader's language. */
export function formatRelative(atMs: number, nowMs: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const delta = atMs - nowMs;
  const size = Math.abs(delta);
  if (size < MINUTE_MS) return format.format(0, 'second');
  if (size < HOUR_MS) return format.format(Math.trunc(delta / MINUTE_MS), 'minute');
  if (size < DAY_MS) return format.format(Math.trunc(delta / HOUR_MS), 'hour');
  if (size < 30 * DAY_MS) return format.format(Math.trunc(delta / DAY_MS), 'day');
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(atMs);
}

/** The full date and time with the zone, for the hover. */
export function formatAbsolute(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(atMs);
}

const MINUTE: Unit = { ms: MINUTE_MS, name: 'm' };
const HOUR: Unit = { ms: HOUR_MS, name: 'h' };
const DAY: Unit = { ms: DAY_MS, name: 'd' };

type Unit = { ms: number; name: string };

function pair(ms: number, large: Unit, small: Unit): string {
  const first = `${Math.floor(ms / large.ms)}${large.name}`;
  const rest = Math.floor((ms % large.ms) / small.ms);
  return rest > 0 ? `${first} ${rest}${small.name}` : first;
}
