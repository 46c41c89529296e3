import { expect, it } from 'vitest';
import { createI18n } from './i18n.ts';
import { readerLocale } from './reader-locale.ts';

const afternoon = new Date(2026, 4, 2, 14, 11);
const timeOf = (locale: string) =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(afternoon);
const dayOf = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).format(afternoon);

it.each([
  [['en-GB', 'en'], 'h23', '14:11', '02/05/2026'],
  [['en-US', 'en'], 'h12', '2:11 PM', '5/2/26'],
  [['de-DE', 'de', 'en-US'], 'h23', '14:11', '5/2/26'],
  [['de-DE', 'de'], 'h23', '14:11', '02/05/2026'],
  [['en'], 'h23', '14:11', '5/2/26'],
  [['en-GB'], 'h12', '2:11 pm', '02/05/2026'],
  [['no_such', 'en-'], undefined, '2:11 PM', '5/2/26'],
])('writes times and days as a browser of %j with %s does', (languages, hourCycle, time, day) => {
  const locale = readerLocale({ languages, hourCycle });
  expect(timeOf(locale).replaceAll('\u202F', ' ')).toBe(time);
  expect(dayOf(locale)).toBe(day);
});

it('keeps the words English', () => {
  const { t, language } = createI18n(readerLocale({ languages: ['en-AU'], hourCycle: 'h23' }));
  expect(language).toContain('en-AU');
  expect(t('operations.area')).toBe('Operations');
});
