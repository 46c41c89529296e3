import { useTranslation } from 'react-i18next';
import type { AssistantPolicy } from '../../../../contracts/assistant.ts';
import { roles } from '../../../../contracts/permissions.ts';
import { Section } from '../../../shell/page.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { Choices } from '../../team/choices.tsx';
import { problemAt, type PolicyProblem } from './problems.ts';
import { PolicyNumber } from './value-fields.tsx';

type Tier = AssistantPolicy['gates']['vipTiers'][number];

/** Props of {@link GeneralParts}. */
export type GeneralPartsProps = {
  policy: AssistantPolicy;
  problems: readonly PolicyProblem[];
  mayWrite: boolean;
  onChange: (part: Partial<AssistantPolicy>) => void;
};

/** What holds whatever the category: channels, gates, limits, silence, approvals. */
export function GeneralParts(props: GeneralPartsProps) {
  return (
    <fieldset
      disabled={!props.mayWrite}
      className="min-w-0 pt-5 disabled:[&_[role=combobox]]:bg-sunken disabled:[&_[role=combobox]]:text-disabled"
    >
      <Channels {...props} />
      <Gates {...props} />
      <Numbers {...props} />
    </fieldset>
  );
}

const GRID = 'grid max-w-3xl grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-x-6 gap-y-4';

function Channels({ policy: { channels }, onChange, mayWrite }: GeneralPartsProps) {
  const { t } = useTranslation();
  const names = ['email', 'portal', 'phone', 'api', 'messaging'] as const;
  return (
    <Section title={t('policy.parts.channels')} lead={t('policy.partLeads.channels')}>
      <div className={GRID}>
        {names.map((name) => (
          <Switch
            key={name}
            label={t(`policy.fields.${name}`)}
            disabled={!mayWrite}
            checked={channels[name]}
            onCheckedChange={(on) => onChange({ channels: { ...channels, [name]: on } })}
          />
        ))}
      </div>
    </Section>
  );
}

function Gates({ policy: { gates }, onChange }: GeneralPartsProps) {
  const { t } = useTranslation();
  const tiers: Tier[] = ['enterprise', 'standard', 'free'];
  const kinds = ['hand_over', 'approve', 'same'] as const;
  const set = (part: Partial<typeof gates>) => onChange({ gates: { ...gates, ...part } });
  return (
    <Section title={t('policy.parts.gates')} lead={t('policy.partLeads.gates')}>
      <div className={GRID}>
        {(['vip', 'participants'] as const).map((name) => (
          <Field key={name} label={t(`policy.fields.${name}`)}>
            <Select
              aria-label={t(`policy.fields.${name}`)}
              value={gates[name]}
              options={kinds.map((value) => ({ value, label: t(`policy.gateKinds.${value}`) }))}
              onValueChange={(kind) => set({ [name]: kind })}
            />
          </Field>
        ))}
        <Field label={t('policy.fields.afterAgent')}>
          <Select
            aria-label={t('policy.fields.afterAgent')}
            value={gates.afterAgent}
            options={(['off', 'draft', 'same'] as const).map((value) => ({
              value,
              label: t(`policy.afterAgentKinds.${value}`),
            }))}
            onValueChange={(afterAgent) => set({ afterAgent })}
          />
        </Field>
        <Choices
          legend={t('policy.fields.vipTiers')}
          options={tiers.map((value) => ({ value, label: t(`policy.tiers.${value}`) }))}
          chosen={gates.vipTiers}
          onChange={(chosen) => set({ vipTiers: tiers.filter((tier) => chosen.includes(tier)) })}
        />
      </div>
    </Section>
  );
}

function Numbers({ policy, problems, onChange, mayWrite }: GeneralPartsProps) {
  const { t } = useTranslation();
  const { limits, silence, approvals } = policy;
  const error = (path: string) => problemAt(problems, path);
  return (
    <>
      <Section title={t('policy.parts.limits')} lead={t('policy.partLeads.limits')}>
        <div className={GRID}>
          {(['perCustomerADay', 'perHour', 'turns', 'questionRounds'] as const).map((name) => (
            <PolicyNumber
              key={name}
              name={name}
              value={limits[name]}
              error={error(`limits.${name}`)}
              onChange={(value) => onChange({ limits: { ...limits, [name]: value } })}
            />
          ))}
        </div>
      </Section>
      <Section title={t('policy.parts.silence')} lead={t('policy.partLeads.silence')}>
        <div className={GRID}>
          {(['mailHours', 'chatHours', 'reopenDays'] as const).map((name) => (
            <PolicyNumber
              key={name}
              name={name}
              value={silence[name]}
              unit={t(name === 'reopenDays' ? 'policy.units.days' : 'policy.units.hours')}
              error={error(`silence.${name}`)}
              onChange={(value) => onChange({ silence: { ...silence, [name]: value } })}
            />
          ))}
          <Switch
            label={t('policy.fields.remind')}
            disabled={!mayWrite}
            checked={silence.remind}
            onCheckedChange={(remind) => onChange({ silence: { ...silence, remind } })}
          />
        </div>
      </Section>
      <Section title={t('policy.parts.approvals')} lead={t('policy.partLeads.approvals')}>
        <div className={GRID}>
          <PolicyNumber
            name="minutes"
            value={approvals.minutes}
            unit={t('policy.units.minutes')}
            error={error('approvals.minutes')}
            onChange={(minutes) => onChange({ approvals: { ...approvals, minutes } })}
          />
          <Field label={t('policy.fields.decideRole')}>
            <Select
              aria-label={t('policy.fields.decideRole')}
              value={approvals.decideRole}
              options={roles.map((value) => ({ value, label: t(`policy.roles.${value}`) }))}
              onValueChange={(decideRole) => onChange({ approvals: { ...approvals, decideRole } })}
            />
          </Field>
        </div>
      </Section>
    </>
  );
}
