import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { categoryFieldSchema, type CategoryField } from '../../../contracts/tickets.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { keyOfLabel } from './field-key.rules.ts';

/** What the form of a category asks, in order. */
export function CategoryFieldsEditor({
  fields,
  onChange,
}: {
  fields: readonly CategoryField[];
  onChange: (fields: CategoryField[]) => void;
}) {
  const { t } = useTranslation();
  const add = () =>
    onChange([
      ...fields,
      {
        key: keyOfLabel(`field ${fields.length + 1}`, fields),
        label: '',
        kind: 'text',
        required: false,
        options: [],
      },
    ]);
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t('team.categories.fields')}</legend>
      <p className="mb-2 text-meta text-subtle">{t('team.categories.fieldsHint')}</p>
      <ol className="flex flex-col gap-3">
        {fields.map((field, at) => (
          <FieldRow
            key={at}
            field={field}
            onChange={(next) => onChange(fields.toSpliced(at, 1, next))}
            onRemove={() => onChange(fields.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <Button size="sm" icon={Plus} className="mt-2" onClick={add}>
        {t('team.categories.addField')}
      </Button>
    </fieldset>
  );
}

function FieldRow({
  field,
  onChange,
  onRemove,
}: {
  field: CategoryField;
  onChange: (field: CategoryField) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const set = (part: Partial<CategoryField>) => onChange({ ...field, ...part });
  return (
    <li className="flex flex-wrap items-end gap-3 rounded-control border border-line p-3">
      <Field label={t('team.categories.fieldLabel')} className="flex-[1_1_10rem]">
        <TextField value={field.label} onValueChange={(label) => set({ label })} />
      </Field>
      <Field label={t('team.categories.fieldKind')} className="w-32">
        <Select
          aria-label={t('team.categories.fieldKind')}
          value={field.kind}
          options={categoryFieldSchema.shape.kind.options.map((value) => ({
            value,
            label: t(`team.categories.fieldKinds.${value}`),
          }))}
          onValueChange={(kind) => set({ kind })}
        />
      </Field>
      <Checkbox
        label={t('team.categories.required')}
        checked={field.required}
        onCheckedChange={(required) => set({ required })}
        className="pb-1.5"
      />
      <IconButton
        icon={Trash2}
        label={t('team.categories.removeField', { name: field.label })}
        onClick={onRemove}
      />
      {field.kind === 'choice' && (
        <Field label={t('team.categories.fieldOptions')} className="basis-full">
          <TextField
            defaultValue={field.options.join(', ')}
            onValueChange={(text) =>
              set({
                options: text
                  .split(',')
                  .map((option) => option.trim())
                  .filter(Boolean),
              })
            }
          />
        </Field>
      )}
    </li>
  );
}
