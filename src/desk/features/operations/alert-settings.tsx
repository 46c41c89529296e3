import { useTranslation } from 'react-i18next';
import { alertSettingsSchema, type AlertSettings as Settings } from '../../../contracts/alerts.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AlertWays } from './alert-ways.tsx';
import { useAlertSettings, useSaveAlertSettings } from './alert-queries.ts';
import { GuardrailSettings } from './guardrail-settings.tsx';
import { QueueThresholds } from './queue-thresholds.tsx';
import { THRESHOLDS } from './threshold-fields.ts';
import { WatchedNumber } from './watched-number.tsx';

const USUAL = alertSettingsSchema.parse({});

/** When supervisors are told what, by which ways, and when work counts as in need of somebody else. */
export function AlertSettings() {
  const { t } = useTranslation();
  const settings = useAlertSettings();
  const save = useSave();
  if (settings.isError) {
    return <ApiErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  if (!settings.data) {
    return (
      <SkeletonGroup className="flex max-w-xl flex-col gap-4">
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-full" />
      </SkeletonGroup>
    );
  }
  const now = settings.data;
  const set = (change: Partial<Settings>) => save({ ...now, ...change }, now);
  return (
    <>
      <Section title={t('operations.settings.title')} lead={t('operations.settings.lead')}>
        <div className="flex max-w-xl flex-col gap-4">
          <ThresholdsOfAll now={now} set={set} />
          <Switch
            label={t('operations.settings.onlyInHours')}
            checked={now.onlyInHours}
            onCheckedChange={(onlyInHours) => set({ onlyInHours })}
          />
          <AlertWays now={now} set={set} />
        </div>
      </Section>
      <QueueThresholds usual={now} />
      <GuardrailSettings />
    </>
  );
}

type Part = { now: Settings; set: (change: Partial<Settings>) => void };

function ThresholdsOfAll({ now, set }: Part) {
  const { t } = useTranslation();
  return THRESHOLDS.map(({ name, hint, unit, max }) => (
    <WatchedNumber
      key={name}
      label={t(`operations.settings.${name}`)}
      hint={t(`operations.settings.${hint}`)}
      unit={t(`operations.settings.${unit}`)}
      max={max}
      value={now[name]}
      usual={USUAL[name] ?? 1}
      onSave={(value) => set({ [name]: value })}
    />
  ));
}

function useSave() {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutate } = useSaveAlertSettings();
  const onError = ({ message }: Error) =>
    toast.show({ title: t('settings.failed'), detail: message, tone: 'critical' });
  return (next: Settings, before: Settings) =>
    mutate(next, {
      onError,
      onSuccess: () =>
        toast.show({
          title: t('settings.saved'),
          onUndo: () => mutate(before, { onError }),
        }),
    });
}
