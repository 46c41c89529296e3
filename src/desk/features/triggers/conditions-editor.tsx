import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  bareOperators,
  conditionFieldOf,
  conditionOperators,
  type Condition,
  type ConditionField,
} from '../../../contracts/trigger-conditions.ts';
import type { TriggerVocabulary } from '../../../contracts/triggers.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { ConditionValue } from './condition-value.tsx';
import { freshCondition, problemAt, withOperator } from './draft.rules.ts';

/** Props of {@link ConditionsEditor}. */
export type ConditionsEditorProps = {
  legend: string;
  hint?: string;
  /** Where its problems are told, e.g. `conditions.all`. */
  path: string;
  conditions: readonly Condition[];
  vocabulary: TriggerVocabulary;
  problems: Readonly<Record<string, string>>;
  disabled: boolean;
  onChange: (conditions: Condition[]) => void;
};

/** Conditions, a line each, read as a sentence: field, operator, values. */
export function ConditionsEditor(props: ConditionsEditorProps) {
  const { legend, hint, path, conditions, vocabulary, problems, disabled, onChange } = props;
  const { t } = useTranslation();
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{legend}</legend>
      {hint && conditions.length === 0 && <p className="text-meta text-subtle">{hint}</p>}
      {problems[path] && <Problem text={problemAt({ [path]: problems[path] }, path)} />}
      {conditions.map((condition, index) => (
        <ConditionRow
          key={index}
          condition={condition}
          vocabulary={vocabulary}
          problem={problemAt(problems, `${path}.${index}`)}
          disabled={disabled}
          onChange={(next) => onChange(conditions.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
        />
      ))}
      {!disabled && (
        <Button
          icon={Plus}
          size="sm"
          className="self-start"
          onClick={() => onChange([...conditions, freshCondition(vocabulary.fields[0] ?? 'event')])}
        >
          {t('triggers.addCondition')}
        </Button>
      )}
    </fieldset>
  );
}

type ConditionRowProps = {
  condition: Condition;
  vocabulary: TriggerVocabulary;
  problem: string | undefined;
  disabled: boolean;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
};

function ConditionRow(props: ConditionRowProps) {
  const { condition, vocabulary, problem, disabled, onChange, onRemove } = props;
  const { t } = useTranslation();
  const entry = conditionFieldOf(condition.field);
  const fields = offeredFields(vocabulary);
  return (
    <div className="flex flex-col gap-1 rounded-control border border-line p-2">
      <div className="flex flex-wrap items-start gap-2">
        <div className="w-full pane2:w-56">
          <Select<ConditionField>
            aria-label={t('triggers.field')}
            disabled={disabled}
            value={condition.field}
            options={fields.map((field) => ({
              value: field,
              label: conditionFieldOf(field).label,
            }))}
            onValueChange={(field) => onChange(freshCondition(field))}
          />
        </div>
        <div className="w-40">
          <Select
            aria-label={t('triggers.operator')}
            disabled={disabled}
            value={condition.op}
            options={entry.operators.map((op) => ({ value: op, label: conditionOperators[op] }))}
            onValueChange={(op) => onChange(withOperator(condition, op))}
          />
        </div>
        <div className="min-w-32 flex-1">
          {(entry.key !== undefined || !bareOperators.has(condition.op)) && (
            <ConditionValue {...{ condition, vocabulary, disabled, onChange }} />
          )}
        </div>
        {!disabled && (
          <IconButton icon={X} label={t('triggers.removeCondition')} onClick={onRemove} />
        )}
      </div>
      {problem && <Problem text={problem} />}
    </div>
  );
}

/** A schedule is only asked about where there is one. */
function offeredFields({ fields, lists }: TriggerVocabulary): ConditionField[] {
  return fields.filter(
    (field) => conditionFieldOf(field).key !== 'schedule' || lists.schedules.length > 0,
  );
}

/** What is wrong, beside the part it is about. */
export function Problem({ text }: { text: string | undefined }) {
  return (
    <p role="alert" className="text-meta text-critical">
      {text}
    </p>
  );
}
