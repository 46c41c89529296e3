type Timed = { readonly id: string; readonly endsAtMs: number };

/** The server ends an offer a moment before or after this browser's clock does. */
const GRACE_MS = 1_500;

/** Offers that were open, are not any more, whose time was up, and that nobody answered here. */
export function missedOffers<Offer extends Timed>(
  before: readonly Offer[],
  {
    offers,
    answered,
    nowMs,
  }: { offers: readonly Timed[]; answered: ReadonlySet<string>; nowMs: number },
): Offer[] {
  const open = new Set(offers.map(({ id }) => id));
  return before.filter(
    ({ id, endsAtMs }) => !open.has(id) && !answered.has(id) && endsAtMs - GRACE_MS <= nowMs,
  );
}
