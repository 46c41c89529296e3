import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../contracts/alerts.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useAlertPreference } from './alert-preference.ts';
import { useAlertWords } from './use-alert-words.ts';

/** Tells of each alert that is new or worse, once: read out, and by notification where chosen. */
export function useAlertNotices(open: readonly Alert[] | undefined): void {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const words = useAlertWords();
  const [notify] = useAlertPreference();
  // What was open when the desk was opened is in the bell; only what comes after is told.
  const told = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (open === undefined) return;
    const known = told.current;
    told.current = new Set(open.map(nameOf));
    if (known === null) return;
    for (const alert of open.filter((one) => !known.has(nameOf(one)))) {
      announce(words(alert), 'assertive');
      if (notify && 'Notification' in window && Notification.permission === 'granted') {
        const notification = new Notification(t('operations.alerts.bell'), {
          body: words(alert),
          tag: alert.id,
        });
        notification.addEventListener('click', () => {
          window.focus();
          notification.close();
        });
      }
    }
  }, [open, announce, words, notify, t]);
}

function nameOf({ id, band }: Alert): string {
  return `${id}:${band}`;
}
