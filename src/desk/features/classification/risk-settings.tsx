import { useTranslation } from 'react-i18next';
import { riskCareSchema, type RiskCare } from '../../../contracts/classification.ts';
import { RiskTopic } from '../../../contracts/understanding.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useSaveSettings } from '../settings/use-save-settings.ts';

/** From what on each topic is a risk. */
export function RiskSettings({ risks }: { risks: Partial<Record<RiskTopic, RiskCare>> }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const set = (topic: RiskTopic, care: RiskCare) =>
    save(
      { classification: { risks: { [topic]: care } } },
      { classification: { risks: { [topic]: risks[topic] ?? 'telling' } } },
    );
  return (
    <div className="grid max-w-xl grid-cols-2 gap-4 max-pane2:grid-cols-1">
      {RiskTopic.options.map((topic) => (
        <Field key={topic} label={t(`classification.topics.${topic}`)}>
          <Select
            aria-label={t(`classification.topics.${topic}`)}
            value={risks[topic] ?? 'telling'}
            options={riskCareSchema.options.map((value) => ({
              value,
              label: t(`classification.settings.cares.${value}`),
            }))}
            onValueChange={(care) => set(topic, care)}
          />
        </Field>
      ))}
    </div>
  );
}
