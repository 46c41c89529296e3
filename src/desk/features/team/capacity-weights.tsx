import { useTranslation } from 'react-i18next';
import type { SaveCapacityRule } from '../../../contracts/team.ts';
import { prioritySchema } from '../../../contracts/tickets.ts';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { useCategories } from '../ticket/queries.ts';

type Weights = SaveCapacityRule['weights'];

/** Factors on the units of a piece of work, by its priority and by what it is about. */
export function CapacityWeights({
  weights,
  problems,
  onChange,
}: {
  weights: Weights;
  /** By path, like `weights.priorities.urgent`. */
  problems: Record<string, string>;
  onChange: (next: Weights) => void;
}) {
  const { t } = useTranslation();
  const { data: categories = [] } = useCategories();
  // A category that is gone since keeps its weight until somebody takes it away here.
  const names = [
    ...new Set([...categories.map(({ name }) => name), ...Object.keys(weights.categories)]),
  ];
  return (
    <>
      <Factors
        legend={t('team.capacity.weights')}
        hint={t('team.capacity.weightsHint')}
        names={prioritySchema.options.map((value) => ({
          value,
          label: t(`ticket.priority.${value}`),
        }))}
        factors={weights.priorities}
        problemOf={(name) => problems[`weights.priorities.${name}`]}
        onChange={(priorities) => onChange({ ...weights, priorities })}
      />
      {names.length > 0 && (
        <Factors
          legend={t('team.capacity.categoryWeights')}
          hint={t('team.capacity.categoryWeightsHint')}
          names={names.map((value) => ({ value, label: value }))}
          factors={weights.categories}
          problemOf={(name) => problems[`weights.categories.${name}`]}
          onChange={(factors) => onChange({ ...weights, categories: withoutOnes(factors) })}
        />
      )}
    </>
  );
}

/** A category that weighs as much as any other needs no entry. */
function withoutOnes(factors: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(factors).filter(([, factor]) => factor !== 1));
}

function Factors<Name extends string>({
  legend,
  hint,
  names,
  factors,
  problemOf,
  onChange,
}: {
  legend: string;
  hint: string;
  names: readonly { value: Name; label: string }[];
  factors: Partial<Record<Name, number>>;
  problemOf: (name: Name) => string | undefined;
  onChange: (factors: Record<Name, number>) => void;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{legend}</legend>
      <p className="mb-2 text-meta text-subtle">{hint}</p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] items-end gap-3">
        {names.map(({ value, label }) => (
          <Field key={value} label={label} error={problemOf(value)}>
            <NumberField
              className="w-20"
              value={factors[value] ?? 1}
              onNumberChange={(factor) => onChange({ ...factors, [value]: factor })}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
