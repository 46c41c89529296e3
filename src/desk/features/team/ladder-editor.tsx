import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LadderStep } from '../../../contracts/routing.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Choices } from './choices.tsx';

const LONGEST_SECONDS = 7 * 86_400;

/** What relaxes the longer work waits, step by step on the queue's own clock. */
export function LadderEditor({
  steps,
  groups,
  problems,
  onChange,
}: {
  steps: readonly LadderStep[];
  groups: readonly { value: string; label: string }[];
  /** By path, like `ladder.0.raisePriority`. */
  problems: Record<string, string>;
  onChange: (steps: LadderStep[]) => void;
}) {
  const { t } = useTranslation();
  const add = () =>
    onChange([
      ...steps,
      {
        afterSeconds: (steps.at(-1)?.afterSeconds ?? 0) + 300,
        lowerLevelsBy: 0,
        dropSkills: 'optional',
        addGroupIds: [],
        raisePriority: 0,
      },
    ]);
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t('team.ladder.title')}</legend>
      <p className="mb-2 text-meta text-subtle">{t('team.ladder.lead')}</p>
      <ol className="flex flex-col gap-3">
        {steps.map((step, at) => (
          <LadderRow
            key={at}
            number={at + 1}
            step={step}
            groups={groups}
            problemOf={(field) => problems[`ladder.${at}${field && `.${field}`}`]}
            onChange={(next) => onChange(steps.toSpliced(at, 1, next))}
            onRemove={() => onChange(steps.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <Button size="sm" icon={Plus} className="mt-2" onClick={add}>
        {t('team.ladder.add')}
      </Button>
    </fieldset>
  );
}

function LadderRow({
  number,
  step,
  groups,
  problemOf,
  onChange,
  onRemove,
}: {
  number: number;
  step: LadderStep;
  groups: readonly { value: string; label: string }[];
  /** What is wrong with a field of it; with the step itself for ''. */
  problemOf: (field: keyof LadderStep | '') => string | undefined;
  onChange: (step: LadderStep) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const set = (part: Partial<LadderStep>) => onChange({ ...step, ...part });
  const inRange = step.afterSeconds >= 1 && step.afterSeconds <= LONGEST_SECONDS;
  const whole = problemOf('');
  return (
    <li className="rounded-control border border-line p-3">
      <div className="flex flex-wrap items-start gap-3">
        <Field
          label={t('team.ladder.after')}
          error={inRange ? problemOf('afterSeconds') : t('team.ladder.afterRange')}
        >
          <NumberField
            className="w-32"
            end={t('team.ladder.minutes')}
            value={step.afterSeconds / 60}
            onNumberChange={(minutes) => set({ afterSeconds: Math.round(minutes * 60) })}
          />
        </Field>
        <Field label={t('team.ladder.skills')}>
          <Select
            aria-label={t('team.ladder.skills')}
            className="w-52"
            value={step.dropSkills}
            options={(['none', 'optional', 'all'] as const).map((value) => ({
              value,
              label: t(`team.ladder.drop.${value}`),
            }))}
            onValueChange={(dropSkills) => set({ dropSkills })}
          />
        </Field>
        <Field label={t('team.ladder.lower')} error={problemOf('lowerLevelsBy')}>
          <NumberField
            className="w-20"
            value={step.lowerLevelsBy}
            onNumberChange={(lowerLevelsBy) => set({ lowerLevelsBy })}
          />
        </Field>
        <Field label={t('team.ladder.raise')} error={problemOf('raisePriority')}>
          <NumberField
            className="w-20"
            value={step.raisePriority}
            onNumberChange={(raisePriority) => set({ raisePriority })}
          />
        </Field>
        <IconButton
          icon={Trash2}
          label={t('team.ladder.remove', { number })}
          onClick={onRemove}
          className="ms-auto mt-6"
        />
      </div>
      {whole && <p className="mt-1 text-meta text-critical">{t('team.ladder.nothing')}</p>}
      <div className="mt-2">
        <Choices
          legend={t('team.ladder.groups')}
          options={groups}
          chosen={step.addGroupIds}
          onChange={(addGroupIds) => set({ addGroupIds })}
        />
      </div>
    </li>
  );
}
