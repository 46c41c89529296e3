import { ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketSkill } from '../../../../contracts/routing.ts';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { useTeam } from '../../team/queries.ts';
import { useSetTicketSkills, useTicketSkills } from './skills-queries.ts';

const LEVELS = ['1', '2', '3', '4', '5'] as const;

/** The skills a ticket asks for, set by hand: required ones with a level, and those only wished for. */
export function SkillsField({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { data } = useTicketSkills(ticket.id);
  const { set } = useSetTicketSkills(ticket.id);
  const closed = ticket.status === 'closed';
  const skills = data?.skills ?? [];
  const change = (one: TicketSkill) => set(skills.map((old) => (old.id === one.id ? one : old)));
  return (
    <div className="flex min-h-row items-start gap-2 py-1">
      <dt className="w-20 shrink-0 pt-0.5 text-muted">{t('ticket.skills.title')}</dt>
      <dd className="flex min-w-0 flex-1 flex-col gap-1">
        {skills.length > 0 && (
          <ul className="flex flex-col gap-1">
            {skills.map((skill, place) => (
              <SkillRow
                key={skill.id}
                skill={skill}
                disabled={closed}
                onChange={change}
                onUp={
                  place > 0 && skills[place - 1]?.optional ? () => set(raised(skills, place)) : null
                }
                onRemove={() => set(skills.filter(({ id }) => id !== skill.id))}
              />
            ))}
          </ul>
        )}
        {!closed && !adding && (
          <IconButton
            icon={Plus}
            size="sm"
            className="self-start"
            label={t('ticket.skills.add')}
            onClick={() => setAdding(true)}
          />
        )}
        {adding && (
          <SkillPicker
            taken={skills}
            onPick={(skill) => {
              setAdding(false);
              if (skill) set([...skills, { ...skill, level: 1, optional: false }]);
            }}
          />
        )}
        {skills.filter(({ optional }) => optional).length > 1 && (
          <p className="text-meta text-subtle">{t('ticket.skills.order')}</p>
        )}
        {data?.byHand && <p className="text-meta text-subtle">{t('ticket.skills.byHand')}</p>}
      </dd>
    </div>
  );
}

/** One place further up. */
function raised(skills: readonly TicketSkill[], place: number): TicketSkill[] {
  return skills.flatMap((skill, at) => {
    if (at === place - 1) return skills.slice(place, place + 1).concat(skill);
    return at === place ? [] : [skill];
  });
}

function SkillRow({
  skill,
  disabled,
  onChange,
  onUp,
  onRemove,
}: {
  skill: TicketSkill;
  disabled: boolean;
  onChange: (skill: TicketSkill) => void;
  /** Null where nothing less wanted stands before it. */
  onUp: (() => void) | null;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { name, level, optional } = skill;
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-1">
      <span className="min-w-0 truncate">{name}</span>
      {!disabled && (
        <span className="flex">
          {onUp && skill.optional && (
            <IconButton
              icon={ArrowUp}
              size="sm"
              label={t('ticket.skills.up', { skill: name })}
              onClick={onUp}
            />
          )}
          <IconButton
            icon={X}
            size="sm"
            label={t('ticket.skills.remove', { skill: name })}
            onClick={onRemove}
          />
        </span>
      )}
      <div className="col-span-2 grid grid-cols-2 gap-1">
        <Select
          size="sm"
          disabled={disabled}
          aria-label={t('ticket.skills.levelOf', { skill: name })}
          value={String(level)}
          options={LEVELS.map((value) => ({
            value,
            label: t('ticket.skills.level', { level: value }),
          }))}
          onValueChange={(value) => onChange({ ...skill, level: Number(value) })}
        />
        <Select
          size="sm"
          disabled={disabled}
          aria-label={t('ticket.skills.needOf', { skill: name })}
          value={optional ? 'wished' : 'required'}
          options={[
            { value: 'required', label: t('ticket.skills.required') },
            { value: 'wished', label: t('ticket.skills.wished') },
          ]}
          onValueChange={(value) => onChange({ ...skill, optional: value === 'wished' })}
        />
      </div>
    </li>
  );
}

function SkillPicker({
  taken,
  onPick,
}: {
  taken: readonly TicketSkill[];
  onPick: (skill: { id: string; name: string } | null) => void;
}) {
  const { t } = useTranslation();
  const { data: skills = [] } = useTeam('skills');
  const search = async (query: string) => {
    const wanted = query.trim().toLowerCase();
    return skills
      .filter(({ id, name }) => name.includes(wanted) && !taken.some((one) => one.id === id))
      .map(({ id, name }) => ({ value: id, label: name }));
  };
  return (
    <div
      role="presentation"
      className="w-full"
      onKeyDown={(event) => event.key === 'Escape' && onPick(null)}
    >
      <Combobox
        aria-label={t('ticket.skills.add')}
        placeholder={t('ticket.skills.add')}
        size="sm"
        value={null}
        search={search}
        onValueChange={(option) => onPick(option && { id: option.value, name: option.label })}
      />
    </div>
  );
}
