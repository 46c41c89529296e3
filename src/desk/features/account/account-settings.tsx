import { useTranslation } from 'react-i18next';
import { useTheme } from '../../lib/theme.ts';
import { Section } from '../../shell/page.tsx';
import { RadioGroup } from '../../ui/radio.tsx';
import { OfferPreferences } from '../offers/offer-preferences.tsx';
import { OwnName } from './own-name.tsx';
import { OwnPassword } from './own-password.tsx';

/** What everybody sets for themselves: name, password, and how this browser looks and calls. */
export function AccountSettings() {
  return (
    <>
      <OwnName />
      <OwnPassword />
      <ThisBrowser />
    </>
  );
}

function ThisBrowser() {
  const { t } = useTranslation();
  const [theme, setTheme] = useTheme();
  return (
    <Section title={t('account.screen.title')} lead={t('account.screen.lead')}>
      <div className="flex max-w-sm flex-col gap-4">
        <div className="flex flex-col gap-2">
          <h3 className="text-meta font-medium text-subtle">{t('account.screen.theme')}</h3>
          <RadioGroup
            aria-label={t('account.screen.theme')}
            value={theme}
            onValueChange={setTheme}
            options={[
              { value: 'system', label: t('shell.theme.system') },
              { value: 'light', label: t('shell.theme.light') },
              { value: 'dark', label: t('shell.theme.dark') },
            ]}
          />
        </div>
        <div className="-mx-2">
          <OfferPreferences />
        </div>
      </div>
    </Section>
  );
}
