/** Lengths of time as people write them in targets. */

const unitMinutes: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60 };

/** Minutes of `30 m`, `4 h`, `1 h 30 m`, `2 d`, or of a bare number; null for anything else. */
export function readSpan(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (/^\d{1,6}$/.test(trimmed)) return Number(trimmed) || null;
  if (!/^(\d{1,6}\s*[dhm][a-z]*\s*)+$/.test(trimmed)) return null;
  let minutes = 0;
  for (const [, count = '0', unit = 'm'] of trimmed.matchAll(/(\d{1,6})\s*([dhm])/g)) {
    minutes += Number(count) * (unitMinutes[unit] ?? 0);
  }
  return minutes === 0 ? null : minutes;
}

/** Minutes as they are written: `1 d 2 h`, `30 m`. */
export function writeSpan(minutes: number): string {
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor((minutes % 1_440) / 60);
  const rest = minutes % 60;
  const parts = [days > 0 && `${days} d`, hours > 0 && `${hours} h`, rest > 0 && `${rest} m`];
  return parts.filter((part) => part !== false).join(' ');
}
