import { useTranslation } from 'react-i18next';
import type { SurveyKind, SurveyRules } from '../../../contracts/surveys.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { NumberSetting } from '../settings/number-setting.tsx';
import { useSettings } from '../settings/queries.ts';
import { useSaveSettings } from '../settings/use-save-settings.ts';
import { TextSetting } from './text-setting.tsx';

/** How customers are asked about chats and about tickets, each on its own. */
export function SurveySettings() {
  const { t } = useTranslation();
  const settings = useSettings();
  if (settings.isError)
    return <ApiErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) {
    return (
      <SkeletonGroup className="flex max-w-xl flex-col gap-4">
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-full" />
      </SkeletonGroup>
    );
  }
  const { surveys } = settings.data;
  return (
    <>
      <p className="mb-4 max-w-message text-muted">{t('surveys.lead')}</p>
      {(['session', 'ticket'] as const).map((kind) => (
        <KindSettings key={kind} kind={kind} rules={surveys[kind]} />
      ))}
    </>
  );
}

type KindProps = { kind: SurveyKind; rules: SurveyRules };

function KindSettings({ kind, rules }: KindProps) {
  const { t } = useTranslation();
  const set = useSaveRules({ kind, rules });
  return (
    <Section title={t(`surveys.title.${kind}`)}>
      <div className="flex max-w-xl flex-col gap-4">
        <Switch
          label={t('surveys.enabled')}
          hint={t(`surveys.enabledHint.${kind}`)}
          checked={rules.enabled}
          onCheckedChange={(enabled) => set({ enabled })}
        />
        {rules.enabled && <Rules kind={kind} rules={rules} />}
      </div>
    </Section>
  );
}

function Rules({ kind, rules }: KindProps) {
  const { t } = useTranslation();
  const set = useSaveRules({ kind, rules });
  const choices = rules.tags.join(', ');
  return (
    <>
      <Field label={t('surveys.channel')}>
        <RadioGroup
          aria-label={t('surveys.channel')}
          value={rules.channel}
          options={(['widget', 'email', 'both'] as const).map((value) => ({
            value,
            label: t(`surveys.channels.${value}`),
            hint: t(`surveys.channelHints.${value}`),
          }))}
          onValueChange={(channel) => set({ channel })}
        />
      </Field>
      <Field label={t('surveys.scale')}>
        <RadioGroup
          aria-label={t('surveys.scale')}
          value={rules.scale}
          options={(['stars', 'thumbs'] as const).map((value) => ({
            value,
            label: t(`surveys.scales.${value}`),
          }))}
          onValueChange={(scale) => set({ scale })}
        />
      </Field>
      <TextSetting
        label={t('surveys.question')}
        value={rules.question}
        maxLength={300}
        required
        onSave={(question) => set({ question })}
      />
      <TextSetting
        label={t('surveys.tags')}
        hint={t('surveys.tagsHint')}
        value={choices}
        maxLength={760}
        onSave={(text) => set({ tags: wordsOf(text) })}
      />
      <NumberSetting
        label={t('surveys.delay')}
        hint={t('surveys.delayHint')}
        min={0}
        max={20_160}
        value={rules.delayMinutes}
        unit={t('surveys.minutes')}
        onSave={(delayMinutes) => set({ delayMinutes })}
      />
      <NumberSetting
        label={t('surveys.expiry')}
        hint={t('surveys.expiryHint')}
        min={1}
        max={90}
        value={rules.expiryDays}
        unit={t('surveys.days')}
        onSave={(expiryDays) => set({ expiryDays })}
      />
      <NumberSetting
        label={t('surveys.revote')}
        hint={t('surveys.revoteHint')}
        min={0}
        max={10_080}
        value={rules.revoteMinutes}
        unit={t('surveys.minutes')}
        onSave={(revoteMinutes) => set({ revoteMinutes })}
      />
    </>
  );
}

/** Saves rules of one kind; the toast puts the old ones back. */
function useSaveRules({ kind, rules }: KindProps) {
  const { save } = useSaveSettings();
  return (change: Partial<SurveyRules>) => {
    const before = Object.fromEntries(
      Object.keys(change).map((key) => [key, rules[key as keyof SurveyRules]]),
    );
    save({ surveys: { [kind]: change } }, { surveys: { [kind]: before } });
  };
}

function wordsOf(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  return [...new Set(words.filter(Boolean))].slice(0, 12);
}
