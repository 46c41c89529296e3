import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveAgentSetupSchema, type AgentSetup } from '../../../contracts/team.ts';
import { Select } from '../../ui/select.tsx';
import { CapacityChoice } from './capacity-choice.tsx';
import { Choices } from './choices.tsx';
import { EditorDialog } from './editor-dialog.tsx';
import { pathOf, useTeam } from './queries.ts';
import { ShiftChoice } from './shift-choice.tsx';
import { TeamTable } from './team-table.tsx';

/** How each agent is set up: groups, skills with levels, capacity. */
export function AgentSettings() {
  const { t } = useTranslation();
  const { data: skills = [] } = useTeam('skills');
  const { data: groups = [] } = useTeam('groups');
  const skillName = (id: string) => skills.find((skill) => skill.id === id)?.name ?? '';
  const groupNames = (ids: readonly string[]) =>
    groups
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ');
  return (
    <TeamTable
      list="agents"
      title={t('settings.sections.agents.title')}
      lead={t('team.agents.lead')}
      icon={UserRound}
      empty={t('team.none')}
      nameOf={({ name }) => name}
      columns={[
        {
          id: 'groups',
          header: t('team.agents.groups'),
          cell: ({ groupIds }) => (
            <span title={groupNames(groupIds)}>{groupNames(groupIds) || t('team.none')}</span>
          ),
        },
        {
          id: 'skills',
          header: t('team.agents.skills'),
          cell: (agent) => {
            const words = agent.skills
              .map(({ id, level }) => `${skillName(id)} ${level}`)
              .toSorted()
              .join(', ');
            return <span title={words}>{words || t('team.none')}</span>;
          },
        },
      ]}
      editor={(agent, onClose) => agent && <AgentEditor agent={agent} onClose={onClose} />}
    />
  );
}

function AgentEditor({ agent, onClose }: { agent: AgentSetup; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: groups = [] } = useTeam('groups');
  const { groupIds, skills, capacityRuleId, shiftScheduleId, shiftPlan } = agent;
  const [draft, setDraft] = useState({
    groupIds,
    skills,
    capacityRuleId,
    shiftScheduleId,
    shiftPlan,
  });
  return (
    <EditorDialog
      title={agent.name}
      path={pathOf('agents')}
      id={agent.id}
      schema={saveAgentSetupSchema}
      draft={draft}
      deletable={false}
      width="lg"
      onClose={onClose}
    >
      {() => (
        <>
          <Choices
            legend={t('team.agents.groups')}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={draft.groupIds}
            onChange={(chosen) => setDraft({ ...draft, groupIds: chosen })}
          />
          <SkillLevels
            levels={draft.skills}
            onChange={(next) => setDraft({ ...draft, skills: next })}
          />
          <CapacityChoice
            hint={t('team.capacity.ofAgent')}
            value={draft.capacityRuleId}
            onChange={(id) => setDraft({ ...draft, capacityRuleId: id })}
          />
          <ShiftChoice shift={draft} onChange={(shift) => setDraft({ ...draft, ...shift })} />
        </>
      )}
    </EditorDialog>
  );
}

type Levels = AgentSetup['skills'];

function SkillLevels({ levels, onChange }: { levels: Levels; onChange: (next: Levels) => void }) {
  const { t } = useTranslation();
  const { data: skills = [] } = useTeam('skills');
  const set = (id: string, level: number) => {
    const others = levels.filter((one) => one.id !== id);
    onChange(level === 0 ? others : [...others, { id, level }]);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{t('team.agents.skills')}</legend>
      <ul className="max-h-64 divide-y divide-line overflow-y-auto">
        {skills.map((skill) => {
          const level = levels.find((one) => one.id === skill.id)?.level ?? 0;
          return (
            <li key={skill.id} className="flex items-center gap-3 py-1">
              <span className="min-w-0 flex-1 truncate">{skill.name}</span>
              <span className="w-36 shrink-0">
                <Select
                  aria-label={t('team.agents.levelOf', { name: skill.name })}
                  size="sm"
                  value={String(level)}
                  options={LEVELS.map((value) => ({
                    value: String(value),
                    label: value === 0 ? t('team.agents.lacks') : t('team.agents.level', { value }),
                  }))}
                  onValueChange={(value) => set(skill.id, Number(value))}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

const LEVELS = [0, 1, 2, 3, 4, 5] as const;
