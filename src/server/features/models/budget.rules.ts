/** What a provider costs and may cost. */
export interface Prices {
  /** For a million tokens. */
  readonly priceIn: number;
  readonly priceOut: number;
}

/** Limits of a day; null is without. */
export interface Budget {
  readonly tokens: number | null;
  readonly costMicros: number | null;
}

export interface Use {
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** What tokens cost, in millionths of the currency; a part of one counts whole. */
export function costMicros({ priceIn, priceOut }: Prices, use: Use): number {
  return Math.ceil(use.tokensIn * priceIn + use.tokensOut * priceOut);
}

/** Whether a call still fits into the day, if it becomes as large as it may. */
export function fitsBudget(
  budget: Budget,
  spent: { readonly tokens: number; readonly costMicros: number },
  call: { readonly tokens: number; readonly costMicros: number },
): boolean {
  const tokensFit = budget.tokens === null || spent.tokens + call.tokens <= budget.tokens;
  const costFits =
    budget.costMicros === null || spent.costMicros + call.costMicros <= budget.costMicros;
  return tokensFit && costFits;
}

/** The midnight, in UTC, that begins the day of a budget. */
export function dayOf(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
}
