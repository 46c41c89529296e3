import { useTranslation } from 'react-i18next';
import { modelPurposes } from '../../../contracts/models.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { useSettings } from '../settings/queries.ts';
import { CallTable } from './call-table.tsx';
import { PrivacySettings } from './privacy-settings.tsx';
import { ProviderPanel } from './provider-panel.tsx';
import { useModels } from './queries.ts';

/** Language models and embedders: one provider a purpose, what leaves the machine, the last calls. */
export function ModelSettings() {
  const { t } = useTranslation();
  const models = useModels();
  const settings = useSettings();
  const failed = models.isError ? models : settings.isError ? settings : null;
  if (failed) return <ApiErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!models.data || !settings.data) {
    return (
      <SkeletonGroup className="flex max-w-3xl flex-col gap-4">
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-24 w-full" />
      </SkeletonGroup>
    );
  }
  const { providers, calls } = models.data;
  const { currency } = settings.data.models;
  return (
    <>
      <Section title={t('models.title')} lead={t('models.lead')}>
        <ul className="flex max-w-3xl flex-col divide-y divide-line rounded-overlay border border-line">
          {modelPurposes.map((purpose) => (
            <li key={purpose}>
              <ProviderPanel
                purpose={purpose}
                provider={providers.find((provider) => provider.purpose === purpose)}
                currency={currency}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('models.privacy')} lead={t('models.privacyLead')}>
        <PrivacySettings models={settings.data.models} />
      </Section>
      <Section title={t('models.calls')} lead={t('models.callsLead')}>
        <CallTable calls={calls} currency={currency} />
      </Section>
    </>
  );
}
