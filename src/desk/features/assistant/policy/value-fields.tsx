import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import type { policyEn } from './policy.en.ts';

/** Props of a number with its name from the words of the policy. */
type NumberProps = {
  name: keyof typeof policyEn.fields;
  value: number;
  error: string | undefined;
  /** Said in place of the hint: the value is allowed, and rarely wise. */
  caution?: string | undefined;
  unit?: string | undefined;
  onChange: (value: number) => void;
};

/** A number of the policy, with its name, its hint and what is wrong with it. */
export function PolicyNumber({ name, value, error, caution, unit, onChange }: NumberProps) {
  const { t } = useTranslation();
  return (
    <Field
      label={t(`policy.fields.${name}`)}
      hint={
        caution !== undefined ? (
          <span className="text-caution">{caution}</span>
        ) : (
          isHinted(name) && t(`policy.hints.${name}`)
        )
      }
      error={error}
    >
      <NumberField value={value} onNumberChange={onChange} end={unit} className="w-32" />
    </Field>
  );
}

/** A share as people write it: percent. */
export function PolicyShare({ value, onChange, ...rest }: Omit<NumberProps, 'unit'>) {
  const { t } = useTranslation();
  return (
    <PolicyNumber
      {...rest}
      // 0.57 * 100 is not 57 in binary.
      value={Math.round(value * 1000) / 10}
      unit={t('policy.units.percent')}
      onChange={(percent) => onChange(percent / 100)}
    />
  );
}

function isHinted(
  name: string,
): name is 'answerFrom' | 'chosenFrom' | 'approveBelow' | 'rollOut' | 'minutes' {
  return ['answerFrom', 'chosenFrom', 'approveBelow', 'rollOut', 'minutes'].includes(name);
}
