import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock } from '../../lib/clock.tsx';
import { useToast } from '../../ui/toast.tsx';
import { missedOffers } from './missed.rules.ts';
import { answeredOffers, type TimedOffer } from './queries.ts';

/** Long enough to be found by somebody who comes back to the desk. */
const SHOWN_MS = 60_000;

/** Says that an offer ran out, with the way to its conversation: a card that only vanished tells nobody. */
export function useMissedOffers(offers: readonly TimedOffer[]): void {
  const { t } = useTranslation();
  const clock = useClock();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const before = useRef<readonly TimedOffer[]>([]);
  useEffect(() => {
    const missed = missedOffers(before.current, {
      offers,
      answered: answeredOffers(client),
      nowMs: clock.now(),
    });
    before.current = offers;
    for (const { ticketId, customerName, subject } of missed) {
      toast.show({
        title: t('offers.missed'),
        detail: `${customerName ?? t('offers.someone')}: ${subject}`,
        timeoutMs: SHOWN_MS,
        action: {
          label: t('offers.openMissed'),
          onPress: () =>
            void navigate({
              to: '/inbox/$ticketId',
              params: { ticketId },
              search: { view: 'unassigned' },
            }),
        },
      });
    }
  }, [offers, client, clock, toast, navigate, t]);
}
