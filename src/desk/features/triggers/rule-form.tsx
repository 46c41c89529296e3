import { useTranslation } from 'react-i18next';
import type { TriggerVocabulary } from '../../../contracts/triggers.ts';
import { Banner } from '../../ui/banner.tsx';
import { Field } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ActionsEditor } from './actions-editor.tsx';
import { ConditionsEditor } from './conditions-editor.tsx';
import { problemAt, runsByClock, type Draft } from './draft.rules.ts';

/** Props of {@link RuleForm}. */
export type RuleFormProps = {
  draft: Draft;
  vocabulary: TriggerVocabulary;
  problems: Readonly<Record<string, string>>;
  disabled: boolean;
  onChange: (draft: Draft) => void;
};

/** The rule in sentences: its name, when it runs, what it does. */
export function RuleForm({ draft, vocabulary, problems, disabled, onChange }: RuleFormProps) {
  const { t } = useTranslation();
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const parts = { vocabulary, problems, disabled };
  return (
    <>
      <Names draft={draft} problems={problems} disabled={disabled} onChange={set} />
      <ConditionsEditor
        {...parts}
        legend={t('triggers.whenAll')}
        path="conditions.all"
        conditions={draft.conditions.all}
        onChange={(all) => set({ conditions: { ...draft.conditions, all } })}
      />
      <ConditionsEditor
        {...parts}
        legend={t('triggers.whenAny')}
        hint={t('triggers.anyHint')}
        path="conditions.any"
        conditions={draft.conditions.any}
        onChange={(any) => set({ conditions: { ...draft.conditions, any } })}
      />
      {runsByClock(draft) && <Banner tone="info">{t('triggers.clockNote')}</Banner>}
      <ActionsEditor
        {...parts}
        kind={draft.kind}
        actions={draft.actions}
        onChange={(actions) => set({ actions })}
      />
    </>
  );
}

type NamesProps = Omit<RuleFormProps, 'vocabulary' | 'onChange'> & {
  onChange: (change: Partial<Draft>) => void;
};

function Names({ draft, problems, disabled, onChange }: NamesProps) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        label={t('triggers.name')}
        required
        disabled={disabled}
        error={problemAt(problems, 'name')}
      >
        <TextField
          maxLength={120}
          value={draft.name}
          onValueChange={(name) => onChange({ name })}
        />
      </Field>
      <Field label={t('triggers.description')} optional disabled={disabled}>
        <TextField
          maxLength={500}
          value={draft.description}
          onValueChange={(description) => onChange({ description })}
        />
      </Field>
      <RadioGroup
        aria-label={t('triggers.kind')}
        value={draft.kind}
        disabled={disabled}
        onValueChange={(kind) => onChange({ kind })}
        options={[
          { value: 'ticket', label: t('triggers.kindTicket') },
          { value: 'messaging', label: t('triggers.kindMessaging') },
        ]}
      />
    </>
  );
}
