import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveSlaPolicySchema, type SlaPolicy, type SlaRules } from '../../../contracts/sla.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { queryKeys } from '../query-keys.ts';
import { EditorDialog } from '../team/editor-dialog.tsx';
import { PolicyClockFields, PolicyPauses } from './policy-clock-fields.tsx';
import { PolicyConditions } from './policy-conditions.tsx';
import { PolicyEscalations } from './policy-escalations.tsx';
import { TargetTable } from './target-table.tsx';

const emptyRules: SlaRules = {
  conditions: {},
  targets: {},
  hours: 'business',
  scheduleId: null,
  pauses: {},
  atRisk: { kind: 'share', percent: 75 },
  escalations: [{ at: 'breached', metrics: [], acts: [{ kind: 'notify', who: 'supervisors' }] }],
  assistantReplies: 'count_in_chat',
  reopened: 'resume',
};

/** A policy: for which tickets, how fast, counted how, and what is done when it is not kept. */
export function PolicyEditor({
  policy,
  onClose,
}: {
  policy: SlaPolicy | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // What is missing in a new one is said once somebody has begun to fill it in.
  const [begun, setBegun] = useState(policy !== null);
  const [draft, replaceDraft] = useState({
    name: policy?.name ?? '',
    description: policy?.description ?? '',
    enabled: policy?.enabled ?? true,
    rules: policy?.rules ?? emptyRules,
    ...(policy && { version: policy.version }),
  });
  const setDraft = (next: typeof draft) => {
    setBegun(true);
    replaceDraft(next);
  };
  const rules = {
    rules: draft.rules,
    onChange: (next: SlaRules) => setDraft({ ...draft, rules: next }),
  };
  const close = () => {
    void client.invalidateQueries({ queryKey: queryKeys.slaPolicies });
    onClose();
  };
  const noName = begun && draft.name.trim() === '';
  const noTarget = begun && Object.keys(draft.rules.targets).length === 0;
  return (
    <EditorDialog
      title={policy ? t('sla.settings.edit', { name: policy.name }) : t('sla.settings.add')}
      path="/api/sla/policies"
      id={policy?.id ?? null}
      schema={saveSlaPolicySchema}
      draft={draft}
      width="lg"
      onClose={close}
    >
      {(problems) => (
        <>
          <Field
            label={t('sla.settings.name')}
            error={noName ? t('sla.settings.nameMissing') : problems['name']}
            required
          >
            <TextField value={draft.name} onValueChange={(name) => setDraft({ ...draft, name })} />
          </Field>
          <Field label={t('sla.settings.description')} error={problems['description']}>
            <TextField
              value={draft.description}
              onValueChange={(description) => setDraft({ ...draft, description })}
            />
          </Field>
          <Checkbox
            label={t('sla.settings.enabled')}
            checked={draft.enabled}
            onCheckedChange={(enabled) => setDraft({ ...draft, enabled })}
          />
          <TargetTable
            targets={draft.rules.targets}
            onChange={(targets) => rules.onChange({ ...draft.rules, targets })}
            problem={noTarget ? t('sla.settings.noTargets') : problems['rules.targets']}
          />
          <PolicyConditions
            conditions={draft.rules.conditions}
            onChange={(conditions) => rules.onChange({ ...draft.rules, conditions })}
          />
          <PolicyClockFields {...rules} problems={problems} />
          <PolicyPauses {...rules} />
          <PolicyEscalations {...rules} />
        </>
      )}
    </EditorDialog>
  );
}
