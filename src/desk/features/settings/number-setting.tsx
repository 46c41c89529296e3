import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Props of {@link NumberSetting}; in seconds unless `unit` says otherwise. */
export type NumberSettingProps = {
  label: string;
  hint: string;
  min: number;
  max: number;
  value: number;
  unit?: string | undefined;
  onSave: (value: number) => void;
};

/** A whole number, saved by its button or Enter; wrong values say what is right. */
export function NumberSetting({ label, hint, min, max, value, unit, onSave }: NumberSettingProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const number = Number(text);
  const valid = /^\d+$/.test(text) && number >= min && number <= max;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onSave(number);
      }}
    >
      <Field
        label={label}
        hint={hint}
        error={valid ? undefined : t('settings.chats.range', { min, max })}
      >
        <div className="flex gap-2">
          <TextField
            inputMode="numeric"
            value={text}
            onValueChange={setText}
            end={unit ?? t('settings.chats.seconds')}
            className="w-36"
          />
          {valid && number !== value && (
            <Button type="submit" variant="primary">
              {t('settings.save')}
            </Button>
          )}
        </div>
      </Field>
    </form>
  );
}
