import { useTranslation } from 'react-i18next';
import type { QueueConditions } from '../../../contracts/routing.ts';
import type { CategoryField } from '../../../contracts/tickets.ts';
import { useCategories } from '../ticket/queries.ts';
import { Choices } from './choices.tsx';
import { useConditionLists } from './use-condition-lists.ts';
import { WordList } from './word-list.tsx';

type EditorProps = {
  conditions: QueueConditions;
  onChange: (next: QueueConditions) => void;
};

/** What a queue takes. Nothing chosen of a kind means it does not matter. */
export function QueueConditionsEditor({ conditions, onChange }: EditorProps) {
  const { t } = useTranslation();
  const lists = useConditionLists(conditions);
  const set = (kind: keyof QueueConditions) => (values: readonly unknown[]) => {
    const { [kind]: _before, ...others } = conditions;
    onChange(values.length === 0 ? others : { ...others, [kind]: values });
  };
  return (
    <div className="flex flex-col gap-3 rounded-control border border-line p-3">
      <p className="text-muted">{t('team.queues.conditionsLead')}</p>
      {lists.map(({ kind, options }) => (
        <Choices
          key={kind}
          legend={t(`team.queues.kinds.${kind}`)}
          options={options}
          chosen={conditions[kind] ?? []}
          onChange={set(kind)}
        />
      ))}
      <div className="grid gap-3 sm:grid-cols-2">
        {(['regions', 'subject'] as const).map((kind) => (
          <WordList
            key={kind}
            label={t(`team.queues.kinds.${kind}`)}
            hint={t('team.queues.wordsHint')}
            words={conditions[kind] ?? []}
            onChange={set(kind)}
          />
        ))}
      </div>
      <FieldConditions fields={conditions.fields ?? []} onChange={set('fields')} />
    </div>
  );
}

type FieldsProps = {
  fields: NonNullable<QueueConditions['fields']>;
  onChange: (fields: NonNullable<QueueConditions['fields']>) => void;
};

/** What customers answered on the form of a category. */
function FieldConditions({ fields, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { data: categories = [] } = useCategories();
  const asked = new Map<string, CategoryField>(
    categories.flatMap((category) => category.fields).map((field) => [field.key, field]),
  );
  if (asked.size === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{t('team.queues.kinds.fields')}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {[...asked.values()].map(({ key, label }) => (
          <WordList
            key={key}
            label={label}
            words={fields.find(({ name }) => name === key)?.values ?? []}
            onChange={(values) => {
              const others = fields.filter(({ name }) => name !== key);
              onChange(values.length === 0 ? others : [...others, { name: key, values }]);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
