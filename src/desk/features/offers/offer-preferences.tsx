import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/switch.tsx';
import { playOfferSound } from './offer-sound.ts';
import { useOfferPreference } from './preferences.ts';

/** Sound and browser notifications for offers, in the status menu. */
export function OfferPreferences() {
  const { t } = useTranslation();
  const [sound, setSound] = useOfferPreference('sound');
  const [notify, setNotify] = useOfferPreference('notify');
  const denied = !('Notification' in window) || Notification.permission === 'denied';
  const chooseSound = (on: boolean) => {
    setSound(on);
    if (on) playOfferSound();
  };
  const chooseNotify = async (on: boolean) => {
    if (!on) return setNotify(false);
    setNotify((await Notification.requestPermission()) === 'granted');
  };
  return (
    <div className="flex flex-col gap-2 px-2 py-1.5">
      <div className="text-meta font-medium text-subtle">{t('offers.preferences')}</div>
      <Switch label={t('offers.sound')} checked={sound} onCheckedChange={chooseSound} />
      <Switch
        label={t('offers.notify')}
        hint={denied ? t('offers.notifyDenied') : undefined}
        disabled={denied}
        checked={notify && !denied}
        onCheckedChange={(on) => void chooseNotify(on)}
      />
    </div>
  );
}
