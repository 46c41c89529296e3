import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Props of {@link TextSetting}. */
export type TextSettingProps = {
  label: string;
  hint?: string | undefined;
  value: string;
  maxLength: number;
  required?: boolean | undefined;
  onSave: (value: string) => void;
};

/** A line of text, saved by its button or Enter. */
export function TextSetting({ label, hint, value, maxLength, required, onSave }: TextSettingProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const valid = !required || text.trim() !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onSave(text.trim());
      }}
    >
      <Field
        label={label}
        hint={hint}
        required={required}
        error={valid ? undefined : t('surveys.required')}
      >
        <div className="flex gap-2">
          <TextField
            dir="auto"
            maxLength={maxLength}
            value={text}
            onValueChange={setText}
            className="flex-1"
          />
          {valid && text !== value && (
            <Button type="submit" variant="primary">
              {t('surveys.save')}
            </Button>
          )}
        </div>
      </Field>
    </form>
  );
}
