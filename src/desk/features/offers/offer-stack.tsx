import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock.tsx';
import { OfferCard } from './offer-card.tsx';
import { useOffers, type TimedOffer } from './queries.ts';
import { useMissedOffers } from './use-missed-offers.ts';
import { useOfferAlert } from './use-offer-alert.ts';

const NONE: TimedOffer[] = [];

/** All open offers in the corner, since each runs out, beside or above the composer so that they never cover Send; across the bottom on a phone. */
export function OfferStack() {
  const { data = NONE } = useOffers();
  useOfferAlert(data);
  useMissedOffers(data);
  return data.length > 0 && <OpenOffers offers={data} />;
}

function OpenOffers({ offers }: { offers: readonly TimedOffer[] }) {
  const { t } = useTranslation();
  const nowMs = useNow(1000);
  // A second of grace for what is on its way: the server decides.
  const open = offers.filter(({ endsAtMs }) => endsAtMs > nowMs - 1000);
  if (open.length === 0) return null;
  return (
    <section
      aria-label={t('offers.region')}
      className="fixed end-2 bottom-52 z-30 flex max-h-[calc(100dvh-16.5rem)] w-80 flex-col gap-2 overflow-y-auto overscroll-contain max-pane2:inset-x-2 max-pane2:bottom-16 max-pane2:max-h-[calc(100dvh-7.5rem)] max-pane2:w-auto pane3:bottom-2 pane3:max-h-[calc(100dvh-3.75rem)] pane3:w-76"
    >
      {open.length > 1 && (
        <p className="sticky top-0 z-10 shrink-0 rounded-control border border-line bg-raised px-3 py-1 text-meta text-muted tabular-nums">
          {t('offers.count', { count: open.length })}
        </p>
      )}
      {open.map((offer, index) => (
        <OfferCard key={offer.id} offer={offer} takesFocus={index === 0} />
      ))}
    </section>
  );
}
