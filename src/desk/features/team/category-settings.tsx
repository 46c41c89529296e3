import { Shapes } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCategorySchema, type Category } from '../../../contracts/tickets.ts';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CategoryFieldsEditor } from './category-fields-editor.tsx';
import { EditorDialog } from './editor-dialog.tsx';
import { pathOf } from './queries.ts';
import { TeamTable } from './team-table.tsx';

/** Categories: what work is about, how it is told, and what the form asks. */
export function CategorySettings() {
  const { t } = useTranslation();
  return (
    <TeamTable
      list="categories"
      title={t('settings.sections.categories.title')}
      lead={t('team.categories.lead')}
      addLabel={t('team.categories.add')}
      icon={Shapes}
      empty={t('team.categories.empty')}
      nameOf={({ name }) => name}
      columns={[
        {
          id: 'description',
          header: t('team.categories.description'),
          cell: ({ description }) => <span title={description}>{description}</span>,
        },
        {
          id: 'examples',
          header: t('team.categories.examples'),
          width: '8rem',
          cell: ({ examples }) => t('team.categories.count', { count: examples.length }),
        },
        {
          id: 'fields',
          header: t('team.categories.fields'),
          width: '14rem',
          cell: ({ fields }) => fields.map(({ label }) => label).join(', ') || t('team.none'),
        },
      ]}
      editor={(category, onClose) => <CategoryEditor category={category} onClose={onClose} />}
    />
  );
}

function CategoryEditor({ category, onClose }: { category: Category | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState({
    name: category?.name ?? '',
    description: category?.description ?? '',
    fields: category?.fields ?? [],
  });
  const [words, setWords] = useState(category?.keywords.join(', ') ?? '');
  const [lines, setLines] = useState(category?.examples.join('\n') ?? '');
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const keywords = partsOf(words, ',');
  const examples = partsOf(lines, '\n');
  return (
    <EditorDialog
      title={
        category ? t('team.categories.edit', { name: category.name }) : t('team.categories.add')
      }
      path={pathOf('categories')}
      id={category?.id ?? null}
      schema={saveCategorySchema}
      draft={{ ...draft, keywords, examples }}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <Field label={t('team.name')} error={problems['name']} required>
            <TextField value={draft.name} onValueChange={(name) => set({ name })} />
          </Field>
          <Field
            label={t('team.categories.description')}
            hint={t('team.categories.descriptionHint')}
            error={problems['description']}
          >
            <TextField
              value={draft.description}
              onValueChange={(description) => set({ description })}
            />
          </Field>
          <Field
            label={t('team.categories.keywords')}
            hint={t('team.categories.keywordsHint')}
            error={problems['keywords']}
          >
            <TextArea value={words} onValueChange={setWords} rows={2} />
          </Field>
          <Field
            label={t('team.categories.examples')}
            hint={t('team.categories.examplesHint')}
            error={problems['examples']}
          >
            <TextArea value={lines} onValueChange={setLines} rows={4} />
          </Field>
          <CategoryFieldsEditor fields={draft.fields} onChange={(fields) => set({ fields })} />
        </>
      )}
    </EditorDialog>
  );
}

function partsOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}
