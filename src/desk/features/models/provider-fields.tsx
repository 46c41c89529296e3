import { useTranslation } from 'react-i18next';
import {
  answerFormatSchema,
  modelKindSchema,
  type ModelPurpose,
} from '../../../contracts/models.ts';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { withKind, type ProviderDraft } from './provider-draft.rules.ts';

type PartProps = {
  purpose: ModelPurpose;
  draft: ProviderDraft;
  problems: Record<string, string>;
  onChange: (more: Partial<ProviderDraft>) => void;
};

/** Where the model is and how it is spoken to. */
export function PlaceFields({ purpose, draft, problems, onChange }: PartProps) {
  const { t } = useTranslation();
  const kinds = modelKindSchema.options.filter(
    (kind) => purpose !== 'embed' || kind !== 'anthropic',
  );
  return (
    <>
      <Field label={t('models.kind')} error={problems['kind']}>
        <Select
          aria-label={t('models.kind')}
          value={draft.kind}
          options={kinds.map((kind) => ({
            value: kind,
            label: t(`models.kinds.${kind}`),
            hint: t(`models.kindsHint.${kind}`),
          }))}
          onValueChange={(kind) => onChange(withKind(draft, kind))}
        />
      </Field>
      <Field label={t('models.baseUrl')} hint={t('models.baseUrlHint')} error={problems['baseUrl']}>
        <TextField
          type="url"
          value={draft.baseUrl}
          onValueChange={(baseUrl) => onChange({ baseUrl })}
        />
      </Field>
      <Field label={t('models.model')} hint={t('models.modelHint')} error={problems['model']}>
        <TextField value={draft.model} onValueChange={(model) => onChange({ model })} />
      </Field>
      <Field
        label={t('models.apiKey')}
        hint={t(draft.hasKey ? 'models.apiKeyKept' : 'models.apiKeyNone')}
        error={problems['apiKey']}
      >
        <TextField
          type="password"
          autoComplete="off"
          value={draft.apiKey}
          onValueChange={(apiKey) => onChange({ apiKey })}
        />
      </Field>
      {purpose !== 'embed' && draft.kind === 'openai_compatible' && (
        <Field label={t('models.answerFormat')} hint={t('models.answerFormatHint')}>
          <Select
            aria-label={t('models.answerFormat')}
            value={draft.answerFormat}
            options={answerFormatSchema.options.map((value) => ({
              value,
              label: t(`models.answerFormats.${value}`),
            }))}
            onValueChange={(answerFormat) => onChange({ answerFormat })}
          />
        </Field>
      )}
    </>
  );
}

/** What it costs, and how much of it may be used. */
export function LimitFields({
  purpose,
  draft,
  problems,
  currency,
  onChange,
}: PartProps & { currency: string }) {
  const { t } = useTranslation();
  const unit = t('models.priceUnit', { currency });
  const number = (name: 'priceIn' | 'priceOut' | 'timeoutSeconds' | 'maxConcurrent') => ({
    value: draft[name],
    onNumberChange: (value: number) => onChange({ [name]: value }),
  });
  return (
    <div className="grid gap-4 pane2:grid-cols-2">
      <Field label={t('models.priceIn')} hint={unit} error={problems['priceIn']}>
        <NumberField {...number('priceIn')} />
      </Field>
      {purpose !== 'embed' && (
        <Field label={t('models.priceOut')} hint={unit} error={problems['priceOut']}>
          <NumberField {...number('priceOut')} />
        </Field>
      )}
      <Limit
        label={t('models.dailyTokens')}
        error={problems['dailyTokens']}
        value={draft.dailyTokens}
        onChange={(dailyTokens) => onChange({ dailyTokens })}
      />
      <Limit
        label={t('models.dailyCost')}
        unit={currency}
        error={problems['dailyCost']}
        value={draft.dailyCost}
        onChange={(dailyCost) => onChange({ dailyCost })}
      />
      <Field label={t('models.timeout')} error={problems['timeoutSeconds']}>
        <NumberField {...number('timeoutSeconds')} end={t('models.seconds')} />
      </Field>
      <Field label={t('models.concurrent')} error={problems['maxConcurrent']}>
        <NumberField {...number('maxConcurrent')} />
      </Field>
    </div>
  );
}

type LimitProps = {
  label: string;
  unit?: string;
  error: string | undefined;
  value: number | null;
  onChange: (value: number | null) => void;
};

/** A limit that may be none. */
function Limit({ label, unit, error, value, onChange }: LimitProps) {
  const { t } = useTranslation();
  return (
    <Field label={label} hint={t('models.noLimit')} error={error}>
      <TextField
        inputMode="decimal"
        value={value === null ? '' : Number.isNaN(value) ? undefined : String(value)}
        end={unit}
        onValueChange={(text) => onChange(text.trim() === '' ? null : Number(text))}
      />
    </Field>
  );
}
