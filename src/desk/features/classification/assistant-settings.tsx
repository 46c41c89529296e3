import { useTranslation } from 'react-i18next';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { NumberSetting } from '../settings/number-setting.tsx';
import { useSettings } from '../settings/queries.ts';
import { useSaveSettings } from '../settings/use-save-settings.ts';
import { RiskSettings } from './risk-settings.tsx';
import { Trainings } from './trainings.tsx';

/** What the assistant may do by itself and from which certainty on, and what it has learned. */
export function AssistantSettings() {
  const { t } = useTranslation();
  const settings = useSettings();
  const { save } = useSaveSettings();
  if (settings.isError)
    return <ApiErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) {
    return (
      <SkeletonGroup className="max-w-xl">
        <Skeleton className="h-40 w-full" />
      </SkeletonGroup>
    );
  }
  const { bot, classification } = settings.data;
  return (
    <>
      <Section title={t('classification.settings.title')} lead={t('classification.settings.lead')}>
        <div className="flex max-w-xl flex-col gap-4">
          <Switch
            label={t('classification.settings.answers')}
            hint={t('classification.settings.answersHint')}
            checked={bot.answers}
            onCheckedChange={(answers) =>
              save({ bot: { answers } }, { bot: { answers: bot.answers } })
            }
          />
          {bot.answers && (
            <NumberSetting
              label={t('classification.settings.answersFrom')}
              hint={t('classification.settings.answersFromHint')}
              min={50}
              max={100}
              unit={t('classification.settings.percent')}
              value={Math.round(bot.minimumConfidence * 100)}
              onSave={(value) => save({ bot: { minimumConfidence: value / 100 } }, { bot })}
            />
          )}
          <Switch
            label={t('classification.settings.categories')}
            hint={t('classification.settings.categoriesHint')}
            checked={classification.categories}
            onCheckedChange={(categories) =>
              save({ classification: { categories } }, { classification })
            }
          />
          {classification.categories && (
            <NumberSetting
              label={t('classification.settings.categoriesFrom')}
              hint={t('classification.settings.categoriesFromHint')}
              min={30}
              max={100}
              unit={t('classification.settings.percent')}
              value={Math.round(classification.minimumConfidence * 100)}
              onSave={(value) =>
                save({ classification: { minimumConfidence: value / 100 } }, { classification })
              }
            />
          )}
        </div>
      </Section>
      <Section
        title={t('classification.settings.risks')}
        lead={t('classification.settings.risksLead')}
      >
        <RiskSettings risks={classification.risks} />
      </Section>
      <Section
        title={t('classification.settings.model')}
        lead={t('classification.settings.modelLead')}
      >
        <Trainings />
      </Section>
    </>
  );
}
