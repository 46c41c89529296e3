import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { CopyLine } from '../mail/copy-line.tsx';
import { useSignedIn } from '../session-gate/queries.ts';
import { EffectSwitch } from './effect-switch.tsx';
import { useSettings } from './queries.ts';
import { useSaveSettings } from './use-save-settings.ts';

/** The public site: whether it is shown, and where. */
export function PortalSettings() {
  const { t } = useTranslation();
  const settings = useSettings();
  const { save } = useSaveSettings();
  const { workspace } = useSignedIn();
  if (settings.isError)
    return <ApiErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) {
    return (
      <SkeletonGroup className="max-w-xl">
        <Skeleton className="h-10 w-full" />
      </SkeletonGroup>
    );
  }
  const { enabled } = settings.data.portal;
  const address = new URL(`/help/${workspace.slug}`, window.location.origin).href;
  return (
    <Section title={t('settings.portal.title')} lead={t('settings.portal.lead')}>
      <div className="flex max-w-xl flex-col gap-4">
        <EffectSwitch
          label={t('settings.portal.enabled')}
          on={t('settings.portal.enabledOn')}
          off={t('settings.portal.enabledOff')}
          checked={enabled}
          onSave={(next) => save({ portal: { enabled: next } }, { portal: { enabled } })}
        />
        <CopyLine text={address} label={t('settings.portal.address')} />
        {enabled && (
          <a
            href={address}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1.5 self-start text-accent-text underline-offset-2 hover:underline"
          >
            {t('settings.portal.open')}
            <ExternalLink aria-hidden />
          </a>
        )}
      </div>
    </Section>
  );
}
