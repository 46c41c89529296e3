/** Milliseconds as people read a wait: `430 ms`, `1.8 s`, `12 min`, `3.5 h`; a dash for none. */
export function formatWait(ms: number | null, locale: string): string {
  if (ms === null) return '–';
  const write = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  if (ms < 1_000) return `${write(ms, 0)} ms`;
  if (ms < 60_000) return `${write(ms / 1_000, 1)} s`;
  if (ms < 3_600_000) return `${write(ms / 60_000, 0)} min`;
  return `${write(ms / 3_600_000, 1)} h`;
}

/** Millionths of a dollar as money; small sums with more digits. */
export function formatCost(micros: number, locale: string): string {
  const amount = micros / 1_000_000;
  const digits = amount === 0 || amount >= 1 ? 2 : 4;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: digits,
  }).format(amount);
}
