import { t } from '../strings.ts';

/** The wait in the queue as an honest sentence; null means that nothing can be said. */
export function estimateSentence(seconds: number | null): string {
  if (seconds === null) return t('waiting.noEstimate');
  if (seconds < 60) return t('waiting.soon');
  const minutes = Math.ceil(seconds / 60);
  if (minutes > 60) return t('waiting.long');
  return minutes === 1 ? t('waiting.minute') : t('waiting.minutes', { minutes });
}

/** The time of a message: only the hour on the clock, since days have their own line. */
export function clockTime(instant: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(
    new Date(instant),
  );
}

/** The line above the first message of a day. */
export function dayLabel(instant: string, now: number): string {
  const day = new Date(instant);
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(day)) / 86_400_000);
  if (days === 0) return t('day.today');
  if (days === 1) return t('day.yesterday');
  return new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(day);
}

/** Whether two instants fall on the same day of the reader's calendar. */
export function sameDay(one: string, other: string): boolean {
  return startOfDay(new Date(one)) === startOfDay(new Date(other));
}

const startOfDay = (date: Date) =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
