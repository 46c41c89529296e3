import { Languages } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveSkillSchema, skillSchema, type Skill } from '../../../contracts/team.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EditorDialog } from './editor-dialog.tsx';
import { pathOf } from './queries.ts';
import { TeamTable } from './team-table.tsx';

/** Skills: what agents can do, and the words that tell when a ticket needs it. */
export function SkillSettings() {
  const { t } = useTranslation();
  return (
    <TeamTable
      list="skills"
      title={t('settings.sections.skills.title')}
      lead={t('team.skills.lead')}
      addLabel={t('team.skills.add')}
      icon={Languages}
      empty={t('team.skills.empty')}
      nameOf={({ name }) => name}
      columns={[
        {
          id: 'kind',
          header: t('team.skills.kind'),
          width: '8rem',
          cell: ({ kind }) => t(`team.skills.kinds.${kind}`),
        },
        {
          id: 'keywords',
          header: t('team.skills.keywords'),
          cell: ({ keywords }) => (
            <span title={keywords.join(', ')}>{keywords.join(', ') || t('team.none')}</span>
          ),
        },
        {
          id: 'agents',
          header: t('team.skills.agents'),
          width: '6rem',
          align: 'end',
          cell: ({ agents }) => agents,
        },
      ]}
      editor={(skill, onClose) => <SkillEditor skill={skill} onClose={onClose} />}
    />
  );
}

function SkillEditor({ skill, onClose }: { skill: Skill | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState({
    name: skill?.name ?? '',
    kind: skill?.kind ?? ('topic' as const),
  });
  const [words, setWords] = useState(skill?.keywords.join(', ') ?? '');
  const keywords = words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  return (
    <EditorDialog
      title={skill ? t('team.skills.edit', { name: skill.name }) : t('team.skills.add')}
      path={pathOf('skills')}
      id={skill?.id ?? null}
      schema={saveSkillSchema}
      draft={{ ...draft, keywords }}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <Field label={t('team.name')} error={problems['name']} required>
            <TextField value={draft.name} onValueChange={(name) => setDraft({ ...draft, name })} />
          </Field>
          <Field label={t('team.skills.kind')}>
            <Select
              aria-label={t('team.skills.kind')}
              value={draft.kind}
              options={skillSchema.shape.kind.options.map((value) => ({
                value,
                label: t(`team.skills.kinds.${value}`),
              }))}
              onValueChange={(kind) => setDraft({ ...draft, kind })}
            />
          </Field>
          <Field
            label={t('team.skills.keywords')}
            hint={t('team.skills.keywordsHint')}
            error={problems['keywords']}
          >
            <TextField value={words} onValueChange={setWords} />
          </Field>
        </>
      )}
    </EditorDialog>
  );
}
