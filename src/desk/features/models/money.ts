/** An amount as one writes it, with as many digits as small costs need. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const digits = amount > 0 && amount < 1 ? { maximumSignificantDigits: 3 } : {};
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(amount);
}
