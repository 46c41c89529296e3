import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelSettings } from '../../../contracts/models.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NumberSetting } from '../settings/number-setting.tsx';
import { useSaveSettings } from '../settings/use-save-settings.ts';

type Kind = keyof ModelSettings['redact'];

const kinds: readonly Kind[] = ['emails', 'phones', 'bankAccounts', 'cards', 'names', 'numbers'];

/** What is replaced before anything leaves the machine, and what is remembered of calls. */
export function PrivacySettings({ models }: { models: ModelSettings }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const { redact, keepTexts, retentionDays } = models;
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <div className="flex flex-col gap-2">
        {kinds.map((kind) => (
          <Switch
            key={kind}
            label={t(`models.redact.${kind}`)}
            hint={kind === 'numbers' ? t('models.redact.numbersHint') : undefined}
            checked={redact[kind]}
            onCheckedChange={(on) =>
              save({ models: { redact: { [kind]: on } } }, { models: { redact: { [kind]: !on } } })
            }
          />
        ))}
      </div>
      <Switch
        label={t('models.keepTexts')}
        hint={t('models.keepTextsHint')}
        checked={keepTexts}
        onCheckedChange={(on) =>
          save({ models: { keepTexts: on } }, { models: { keepTexts: !on } })
        }
      />
      <NumberSetting
        label={t('models.retention')}
        hint={t('models.retentionHint')}
        min={1}
        max={3_650}
        unit={t('models.days')}
        value={retentionDays}
        onSave={(days) => save({ models: { retentionDays: days } }, { models: { retentionDays } })}
      />
      <Currency key={models.currency} currency={models.currency} />
    </div>
  );
}

function Currency({ currency }: { currency: string }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const [text, setText] = useState(currency);
  const valid = /^[A-Z]{3}$/.test(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) save({ models: { currency: text } }, { models: { currency } });
      }}
    >
      <Field label={t('models.currency')}>
        <div className="flex gap-2">
          <TextField
            value={text}
            maxLength={3}
            className="w-36"
            onValueChange={(next) => setText(next.toUpperCase())}
          />
          {valid && text !== currency && (
            <Button type="submit" variant="primary">
              {t('models.save')}
            </Button>
          )}
        </div>
      </Field>
    </form>
  );
}
