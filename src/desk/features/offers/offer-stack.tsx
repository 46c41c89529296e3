import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock.tsx';
import { OfferCard } from './offer-card.tsx';
import { useOffers, type TimedOffer } from './queries.ts';
import { useMissedOffers } from './use-missed-offers.ts';
import { useOfferAlert } from './use-offer-alert.ts';

const NONE: TimedOffer[] = [];

/** Open offers in the corner, beside or above the composer so that they never cover Send; across the bottom on a phone. */
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
      className="fixed end-2 bottom-52 z-30 flex w-80 flex-col gap-2 max-pane2:inset-x-2 max-pane2:bottom-16 max-pane2:w-auto pane3:bottom-2 pane3:w-76"
    >
      {open.slice(0, 3).map((offer, index) => (
        <OfferCard key={offer.id} offer={offer} takesFocus={index === 0} />
      ))}
    </section>
  );
}
