import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionState } from '../../lib/realtime.ts';
import { Banner } from '../../ui/banner.tsx';

/** Long enough that a blink of the network says nothing. */
const PATIENCE_MS = 1500;

/** Says that realtime is lost, once it has been for a moment. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const lost = useConnectionState() === 'reconnecting';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!lost) return setShown(false);
    const timer = window.setTimeout(() => setShown(true), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, [lost]);
  if (!shown) return null;
  return (
    <Banner tone="caution" variant="bar">
      {t('presence.connection.lost')}
    </Banner>
  );
}
