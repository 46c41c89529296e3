import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequiredField } from '../../../../contracts/assistant.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { keyOfLabel } from '../../team/field-key.rules.ts';
import { problemAt, type PolicyProblem } from './problems.ts';

const MOST = 6;

/** What a case must say: the questions the assistant asks where it does not. */
export function RequiredFields({
  fields,
  at,
  problems,
  onChange,
}: {
  fields: readonly RequiredField[];
  /** Where they stand in the policy, to find what is wrong with them. */
  at: string;
  problems: readonly PolicyProblem[];
  onChange: (fields: RequiredField[]) => void;
}) {
  const { t } = useTranslation();
  const set = (index: number, part: Partial<RequiredField>) =>
    onChange(fields.map((one, place) => (place === index ? { ...one, ...part } : one)));
  const add = () =>
    onChange([
      ...fields,
      { key: keyOfLabel(`fact ${fields.length + 1}`, fields), label: '', options: [] },
    ]);
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t('policy.fields.requiredFields')}</legend>
      <p className="mb-2 text-meta text-subtle">{t('policy.hints.requiredFields')}</p>
      <ol className="flex flex-col gap-3">
        {fields.map((field, index) => (
          <li key={field.key} className="flex flex-wrap items-start gap-3">
            <Field
              label={t('policy.fieldLabel')}
              error={problemAt(problems, `${at}.${index}`)}
              className="flex-[2_1_14rem]"
            >
              <TextField value={field.label} onValueChange={(label) => set(index, { label })} />
            </Field>
            <Field label={t('policy.fieldOptions')} className="flex-[1_1_12rem]">
              <TextField
                defaultValue={field.options.join(', ')}
                onValueChange={(text) => set(index, { options: listOf(text) })}
              />
            </Field>
            <IconButton
              icon={Trash2}
              className="mt-6"
              label={t('policy.removeField', { name: field.label || t('policy.fieldUnnamed') })}
              onClick={() => onChange(fields.filter((_, place) => place !== index))}
            />
          </li>
        ))}
      </ol>
      {fields.length < MOST && (
        <Button size="sm" icon={Plus} className="mt-2" onClick={add}>
          {t('policy.addField')}
        </Button>
      )}
    </fieldset>
  );
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}
