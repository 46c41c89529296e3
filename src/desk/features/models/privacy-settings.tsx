import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelSettings } from '../../../contracts/models.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextArea } from '../../ui/text-area.tsx';
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
            checked={redact[kind]}
            onCheckedChange={(on) =>
              save({ models: { redact: { [kind]: on } } }, { models: { redact: { [kind]: !on } } })
            }
          />
        ))}
      </div>
      <Patterns key={models.patterns.join('\n')} patterns={models.patterns} />
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

function Patterns({ patterns }: { patterns: readonly string[] }) {
  const { t } = useTranslation();
  const { save, error } = useSaveSettings();
  const before = patterns.join('\n');
  const [text, setText] = useState(before);
  const wanted = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save({ models: { patterns: wanted } }, { models: { patterns: [...patterns] } });
      }}
    >
      <Field label={t('models.patterns')} hint={t('models.patternsHint')} error={error?.message}>
        <TextArea rows={2} value={text} onValueChange={setText} />
      </Field>
      {wanted.join('\n') !== before && (
        <Button type="submit" variant="primary" className="self-start">
          {t('models.save')}
        </Button>
      )}
    </form>
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
