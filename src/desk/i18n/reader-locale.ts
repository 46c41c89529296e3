/** What a browser says about its reader. */
export type ReaderHints = {
  /** `navigator.languages`, the best first. */
  languages: readonly string[];
  /** How the browser itself writes hours, such as `h23`; undefined where it does not say. */
  hourCycle: string | undefined;
};

/**
 * The English the reader is used to, so that dates and times are written as at home: their own variant, or the
 * British one where the browser counts 24 hours, and the browser's hours where that variant has others.
 */
export function readerLocale({ languages, hourCycle }: ReaderHints): string {
  const counts24 = hourCycle === 'h23' || hourCycle === 'h24';
  const own = languages.find((language) => /^en-/i.test(language) && isKnown(language));
  const locale = own ?? (counts24 && !languages.includes('en') ? 'en-GB' : 'en');
  if (hourCycle === undefined || cycleOf(locale) === hourCycle) return locale;
  return new Intl.Locale(locale, { hourCycle: hourCycle as Intl.LocaleHourCycleKey }).toString();
}

/** What the browser at hand says. */
export function readerHints(): ReaderHints {
  return { languages: navigator.languages, hourCycle: cycleOf() };
}

function cycleOf(locale?: string): string | undefined {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle;
}

function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
