import { Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveGroupSchema, type TeamGroup } from '../../../contracts/team.ts';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CapacityChoice } from './capacity-choice.tsx';
import { Choices } from './choices.tsx';
import { EditorDialog } from './editor-dialog.tsx';
import { pathOf, useTeam } from './queries.ts';
import { TeamTable } from './team-table.tsx';

/** Groups: who serves which queues. */
export function GroupSettings() {
  const { t } = useTranslation();
  return (
    <TeamTable
      list="groups"
      title={t('settings.sections.groups.title')}
      lead={t('team.groups.lead')}
      addLabel={t('team.groups.add')}
      icon={Users}
      empty={t('team.groups.empty')}
      nameOf={({ name }) => name}
      columns={[
        {
          id: 'members',
          header: t('team.groups.members'),
          cell: (group) => <Members group={group} />,
        },
        {
          id: 'queues',
          header: t('team.groups.queues'),
          cell: ({ queues }) => (
            <span title={queues.join(', ')}>{queues.join(', ') || t('team.none')}</span>
          ),
        },
      ]}
      editor={(group, onClose) => <GroupEditor group={group} onClose={onClose} />}
    />
  );
}

function Members({ group: { memberIds } }: { group: TeamGroup }) {
  const { t } = useTranslation();
  const { data: agents = [] } = useTeam('agents');
  const names = memberIds
    .map((id) => agents.find((agent) => agent.id === id)?.name)
    .filter((name) => name !== undefined)
    .join(', ');
  return <span title={names}>{names || t('team.none')}</span>;
}

function GroupEditor({ group, onClose }: { group: TeamGroup | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: agents = [] } = useTeam('agents');
  const [draft, setDraft] = useState({
    name: group?.name ?? '',
    memberIds: group?.memberIds ?? [],
    capacityRuleId: group?.capacityRuleId ?? null,
  });
  return (
    <EditorDialog
      title={group ? t('team.groups.edit', { name: group.name }) : t('team.groups.add')}
      path={pathOf('groups')}
      id={group?.id ?? null}
      schema={saveGroupSchema}
      draft={draft}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <Field label={t('team.name')} error={problems['name']} required>
            <TextField value={draft.name} onValueChange={(name) => setDraft({ ...draft, name })} />
          </Field>
          <Choices
            legend={t('team.groups.members')}
            options={agents.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={draft.memberIds}
            onChange={(memberIds) => setDraft({ ...draft, memberIds })}
          />
          <CapacityChoice
            hint={t('team.capacity.ofGroup')}
            value={draft.capacityRuleId}
            onChange={(capacityRuleId) => setDraft({ ...draft, capacityRuleId })}
          />
        </>
      )}
    </EditorDialog>
  );
}
