import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/live-region.tsx';
import { playOfferSound } from './offer-sound.ts';
import { useOfferPreference } from './preferences.ts';
import type { TimedOffer } from './queries.ts';

/** Tells of each new offer once: read out, and by sound and notification where chosen. */
export function useOfferAlert(offers: readonly TimedOffer[]): void {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [sound] = useOfferPreference('sound');
  const [notify] = useOfferPreference('notify');
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const offer of offers.filter(({ id }) => !told.current.has(id))) {
      told.current.add(offer.id);
      const title = t(`offers.title.${offer.channelClass}`);
      const customer = offer.customerName ?? t('offers.someone');
      const seconds = Math.round(offer.totalMs / 1000);
      announce(
        t('offers.announced', { title, customer, subject: offer.subject, seconds }),
        'assertive',
      );
      if (sound) playOfferSound();
      if (notify && document.hidden && Notification.permission === 'granted') {
        notifyOf(title, { body: `${customer}: ${offer.subject}`, tag: offer.id });
      }
    }
  }, [offers, announce, sound, notify, t]);
}

function notifyOf(title: string, options: NotificationOptions): void {
  const notification = new Notification(title, options);
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
  });
}
