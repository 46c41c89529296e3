import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../contracts/alerts.ts';
import { Time } from '../../ui/time.tsx';
import { TONE_TEXT, type Tone } from '../../ui/tones.ts';
import { BAND_WORDS, listOfAlert, useAlertWords } from './use-alert-words.ts';

/** The tone of a band. */
export const BAND_TONE: Record<Alert['band'], Tone> = { 1: 'caution', 2: 'caution', 3: 'critical' };

/** An open alert in the list of the bell; it leads to the work it is about. */
export function AlertLine({ alert, onOpen }: { alert: Alert; onOpen: () => void }) {
  const { t } = useTranslation();
  const words = useAlertWords();
  return (
    <Link
      to="/operations"
      search={listOfAlert(alert)}
      onClick={onOpen}
      className="flex items-start gap-2 rounded-control px-2 py-1.5 hover:bg-hover"
    >
      <TriangleAlert aria-hidden className={`mt-0.5 ${TONE_TEXT[BAND_TONE[alert.band]]}`} />
      <span className="min-w-0">
        <span className="block wrap-anywhere">{words(alert)}</span>
        <span className="block text-meta text-subtle">
          {t(`operations.alerts.band.${BAND_WORDS[alert.band]}`)} · <Time at={alert.raisedAt} />
        </span>
      </span>
    </Link>
  );
}
