import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyLine } from '../mail/copy-line.tsx';
import { useWidgetKeys } from './queries.ts';

/** The secret with which a site vouches for its users; shown only when asked for. */
export function IdentitySecret() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const keys = useWidgetKeys(shown);
  return (
    <Section title={t('settings.identity.title')} lead={t('settings.identity.lead')}>
      <div className="flex max-w-xl flex-col gap-3">
        {keys.isError && <ApiErrorState error={keys.error} onRetry={() => void keys.refetch()} />}
        {keys.data ? (
          <CopyLine label={t('settings.identity.secret')} text={keys.data.identitySecret} />
        ) : (
          <Button className="self-start" loading={keys.isFetching} onClick={() => setShown(true)}>
            {t('settings.identity.show')}
          </Button>
        )}
      </div>
    </Section>
  );
}
