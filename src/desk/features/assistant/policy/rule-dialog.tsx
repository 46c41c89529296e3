import { useTranslation } from 'react-i18next';
import { autonomySchema, type CategoryPolicy } from '../../../../contracts/assistant.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { RadioGroup } from '../../../ui/radio.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useSchedules } from '../../schedules/queries.ts';
import { keyOf, useHandOverPlaces } from './places.ts';
import { problemAt, type PolicyProblem } from './problems.ts';
import { RequiredFields } from './required-fields.tsx';
import { PolicyNumber, PolicyShare } from './value-fields.tsx';

const NONE = 'none';

/** Props of {@link RuleDialog}. */
export type RuleDialogProps = {
  /** The category, or everything else. */
  name: string;
  rule: CategoryPolicy;
  /** Where it stands in the policy: `otherwise` or `categories.2`. */
  at: string;
  problems: readonly PolicyProblem[];
  mayWrite: boolean;
  onChange: (part: Partial<CategoryPolicy>) => void;
  /** Takes the rule away; missing where there must be one. */
  onRemove?: (() => void) | undefined;
  onClose: () => void;
};

/** Everything that can be said of the cases of one category. */
export function RuleDialog({
  name,
  rule,
  at,
  problems,
  mayWrite,
  onChange,
  onRemove,
  onClose,
}: RuleDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      width="lg"
      onOpenChange={onClose}
      title={t('policy.editRule', { name })}
      footer={
        <>
          {mayWrite && onRemove && (
            <Button variant="ghost" className="me-auto" onClick={onRemove}>
              {t('policy.removeRule')}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {t('policy.apply')}
          </Button>
        </>
      }
    >
      <fieldset
        disabled={!mayWrite}
        className="flex min-w-0 flex-col gap-5 disabled:[&_[role=combobox]]:bg-sunken disabled:[&_[role=combobox]]:text-disabled"
      >
        <fieldset className="min-w-0">
          <legend className="mb-1.5 font-medium">{t('policy.fields.autonomy')}</legend>
          <RadioGroup
            aria-label={t('policy.fields.autonomy')}
            disabled={!mayWrite}
            value={rule.autonomy}
            options={autonomySchema.options.map((value) => ({
              value,
              label: t(`policy.autonomies.${value}.label`),
              hint: t(`policy.autonomies.${value}.hint`),
            }))}
            onValueChange={(autonomy) => onChange({ autonomy })}
          />
        </fieldset>
        <Bounds rule={rule} at={at} problems={problems} onChange={onChange} />
        <Switches rule={rule} onChange={onChange} mayWrite={mayWrite} />
        <RequiredFields
          fields={rule.requiredFields}
          at={`${at}.requiredFields`}
          problems={problems}
          onChange={(requiredFields) => onChange({ requiredFields })}
        />
        <Whereto rule={rule} onChange={onChange} />
      </fieldset>
    </Dialog>
  );
}

/** Nineteen of twenty answers were right from here on, over all sets measured (docs/decisions/0011-retrieval.md). */
const RIGHT_FROM = 0.82;

function Bounds({
  rule,
  at,
  problems,
  onChange,
}: Pick<RuleDialogProps, 'rule' | 'at' | 'problems' | 'onChange'>) {
  const { t } = useTranslation();
  const kinds = ['never', 'unsure', 'always'] as const;
  const error = (field: string) => problemAt(problems, `${at}.${field}`);
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(16rem,1fr))] gap-x-6 gap-y-4">
      <PolicyShare
        name="answerFrom"
        value={rule.answerFrom}
        error={error('answerFrom')}
        caution={
          rule.autonomy === 'auto' && rule.answerFrom < RIGHT_FROM
            ? t('policy.hints.oftenWrong')
            : undefined
        }
        onChange={(answerFrom) => onChange({ answerFrom })}
      />
      {rule.mayAsk && (
        <PolicyShare
          name="chosenFrom"
          value={rule.chosenFrom}
          error={error('chosenFrom')}
          onChange={(chosenFrom) => onChange({ chosenFrom })}
        />
      )}
      <PolicyNumber
        name="rollOut"
        value={rule.rollOut}
        unit={t('policy.units.percent')}
        error={error('rollOut')}
        onChange={(rollOut) => onChange({ rollOut })}
      />
      <Field label={t('policy.fields.approval')} hint={t('policy.hints.approval')}>
        <Select
          aria-label={t('policy.fields.approval')}
          value={rule.approval}
          options={kinds.map((value) => ({ value, label: t(`policy.approvalKinds.${value}`) }))}
          onValueChange={(approval) => onChange({ approval })}
        />
      </Field>
      {rule.approval === 'unsure' && (
        <PolicyShare
          name="approveBelow"
          value={rule.approveBelow}
          error={error('approveBelow')}
          onChange={(approveBelow) => onChange({ approveBelow })}
        />
      )}
    </div>
  );
}

function Switches({
  rule,
  onChange,
  mayWrite,
}: Pick<RuleDialogProps, 'rule' | 'onChange' | 'mayWrite'>) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-4">
      {(['mayAsk', 'fourEyes', 'needsProof'] as const).map((field) => (
        <Switch
          key={field}
          label={t(`policy.fields.${field}`)}
          hint={t(`policy.hints.${field}`)}
          disabled={!mayWrite}
          checked={rule[field]}
          onCheckedChange={(on) => onChange({ [field]: on })}
        />
      ))}
    </div>
  );
}

function Whereto({ rule, onChange }: Pick<RuleDialogProps, 'rule' | 'onChange'>) {
  const { t } = useTranslation();
  const schedules = useSchedules().data ?? [];
  const places = useHandOverPlaces();
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(16rem,1fr))] gap-x-6 gap-y-4">
      <Field label={t('policy.fields.scheduleId')} hint={t('policy.hints.scheduleId')}>
        <Select
          aria-label={t('policy.fields.scheduleId')}
          value={rule.scheduleId ?? NONE}
          options={[
            { value: NONE, label: t('policy.always') },
            ...schedules.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(id) => onChange({ scheduleId: id === NONE ? null : id })}
        />
      </Field>
      <Field label={t('policy.fields.handOverTo')} hint={t('policy.hints.handOverTo')}>
        <Select
          aria-label={t('policy.fields.handOverTo')}
          value={rule.handOverTo === null ? NONE : keyOf(rule.handOverTo)}
          options={[{ value: NONE, label: t('policy.byQueues') }, ...places]}
          onValueChange={(key) =>
            onChange({ handOverTo: places.find(({ value }) => value === key)?.place ?? null })
          }
        />
      </Field>
    </div>
  );
}
