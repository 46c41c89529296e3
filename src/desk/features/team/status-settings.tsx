import { CircleDashed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveStatusSchema, workClassSchema, type CustomStatus } from '../../../contracts/team.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Choices } from './choices.tsx';
import { EditorDialog } from './editor-dialog.tsx';
import { pathOf } from './queries.ts';
import { TeamTable } from './team-table.tsx';

/** Statuses of the workspace's own, beside the four that always exist. */
export function StatusSettings() {
  const { t } = useTranslation();
  return (
    <TeamTable
      list="statuses"
      title={t('settings.sections.statuses.title')}
      lead={t('team.statuses.lead')}
      addLabel={t('team.statuses.add')}
      icon={CircleDashed}
      empty={t('team.statuses.empty')}
      nameOf={({ name }) => name}
      columns={[
        {
          id: 'takes',
          header: t('team.statuses.takes'),
          cell: (status) => <Takes status={status} />,
        },
        {
          id: 'agents',
          header: t('team.statuses.agents'),
          width: '6rem',
          align: 'end',
          cell: ({ agents }) => agents,
        },
      ]}
      editor={(status, onClose) => <StatusEditor status={status} onClose={onClose} />}
    />
  );
}

function Takes({ status: { takes, transfers } }: { status: CustomStatus }) {
  const { t } = useTranslation();
  const words: string[] = takes.map((one) => t(`team.classes.${one}`));
  if (transfers) words.push(t('team.statuses.transfersShort'));
  return <>{words.join(', ') || t('team.statuses.nothing')}</>;
}

function StatusEditor({ status, onClose }: { status: CustomStatus | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState({
    name: status?.name ?? '',
    takes: status?.takes ?? [],
    transfers: status?.transfers ?? true,
  });
  return (
    <EditorDialog
      title={status ? t('team.statuses.edit', { name: status.name }) : t('team.statuses.add')}
      path={pathOf('statuses')}
      id={status?.id ?? null}
      schema={saveStatusSchema}
      draft={draft}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <Field label={t('team.name')} error={problems['name']} required>
            <TextField value={draft.name} onValueChange={(name) => setDraft({ ...draft, name })} />
          </Field>
          <Choices
            legend={t('team.statuses.takes')}
            options={workClassSchema.options.map((value) => ({
              value,
              label: t(`team.classes.${value}`),
            }))}
            chosen={draft.takes}
            onChange={(takes) =>
              setDraft({ ...draft, takes: workClassSchema.array().parse(takes) })
            }
          />
          <Checkbox
            label={t('team.statuses.transfers')}
            checked={draft.transfers}
            onCheckedChange={(transfers) => setDraft({ ...draft, transfers })}
          />
        </>
      )}
    </EditorDialog>
  );
}
