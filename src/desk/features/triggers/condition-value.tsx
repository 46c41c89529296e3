import { useTranslation } from 'react-i18next';
import {
  bareOperators,
  conditionFieldOf,
  type Condition,
} from '../../../contracts/trigger-conditions.ts';
import type { TriggerVocabulary } from '../../../contracts/triggers.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { triggersEn } from './triggers.en.ts';
import { ManyPicker } from './many-picker.tsx';
import { WordsField } from './words-field.tsx';

/** Props of {@link ConditionValue}. */
export type ConditionValueProps = {
  condition: Condition;
  vocabulary: TriggerVocabulary;
  disabled: boolean;
  onChange: (condition: Condition) => void;
};

/** What a field is compared with: choices, names, words or a number. */
export function ConditionValue(props: ConditionValueProps) {
  const { condition, disabled, onChange } = props;
  const entry = conditionFieldOf(condition.field);
  const setValues = (values: string[]) => onChange({ ...condition, values });
  const { t } = useTranslation();
  if (entry.type === 'amount') return <Amount {...props} />;
  if (entry.type === 'choice' || entry.type === 'reference') {
    return (
      <ManyPicker
        label={t('triggers.values')}
        options={optionsOf(props, t)}
        chosen={condition.values}
        disabled={disabled}
        onChange={setValues}
      />
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Key {...props} />
      {!bareOperators.has(condition.op) && (
        <WordsField
          label={t(entry.type === 'tags' ? 'triggers.tags' : 'triggers.textValues')}
          words={condition.values}
          disabled={disabled}
          onChange={setValues}
        />
      )}
    </div>
  );
}

type ValueWord = keyof typeof triggersEn.value;

function optionsOf(
  { condition, vocabulary }: ConditionValueProps,
  t: (key: `triggers.value.${ValueWord}`) => string,
): { value: string; label: string }[] {
  const { choices, source } = conditionFieldOf(condition.field);
  if (choices) {
    return choices.map((value) => ({ value, label: t(`triggers.value.${value as ValueWord}`) }));
  }
  if (source === 'categories')
    return vocabulary.lists.categories.map((name) => ({ value: name, label: name }));
  return source ? vocabulary.lists[source].map(({ id, name }) => ({ value: id, label: name })) : [];
}

function Amount({ condition, disabled, onChange }: ConditionValueProps) {
  const { t } = useTranslation();
  const { unit = 'hours' } = conditionFieldOf(condition.field);
  return (
    <div className="flex items-center gap-2">
      <NumberField
        aria-label={t('triggers.amount')}
        className="w-24"
        disabled={disabled}
        value={condition.amount ?? 1}
        onNumberChange={(amount) => onChange({ ...condition, amount })}
      />
      <span className="text-muted">{t(`triggers.unit.${unit}`)}</span>
    </div>
  );
}

function Key({ condition, vocabulary, disabled, onChange }: ConditionValueProps) {
  const { t } = useTranslation();
  const { key } = conditionFieldOf(condition.field);
  if (key === undefined) return null;
  if (key === 'attribute') {
    return (
      <TextField
        aria-label={t('triggers.attribute')}
        placeholder={t('triggers.attribute')}
        className="w-32"
        maxLength={80}
        disabled={disabled}
        value={condition.key ?? ''}
        onValueChange={(name) => onChange({ ...condition, key: name })}
      />
    );
  }
  return (
    <div className="w-52">
      <Select
        aria-label={t('triggers.pick')}
        placeholder={t('triggers.pick')}
        disabled={disabled}
        value={condition.key}
        options={vocabulary.lists.schedules.map(({ id, name }) => ({ value: id, label: name }))}
        onValueChange={(schedule) => onChange({ ...condition, key: schedule })}
      />
    </div>
  );
}
