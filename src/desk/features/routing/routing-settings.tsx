import { useTranslation } from 'react-i18next';
import {
  awayPolicySchema,
  movesNothing,
  routingPolicySchema,
  type RoutingSettings as Settings,
} from '../../../contracts/routing-settings.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NumberSetting } from '../settings/number-setting.tsx';
import { useSettings } from '../settings/queries.ts';
import { useSaveSettings } from '../settings/use-save-settings.ts';
import { IdleSettings } from './idle-settings.tsx';
import { OfferSettings } from './offer-settings.tsx';
import { RebalanceSettings } from './rebalance-settings.tsx';

/** How the router gives work out, and what happens to work that nobody begins. */
export function RoutingSettings() {
  const settings = useSettings();
  if (settings.isError)
    return <ApiErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <Skeleton className="h-10 w-full max-w-xl" />;
  return <RoutingForm settings={settings.data} />;
}

function RoutingForm({ settings }: { settings: WorkspaceSettings }) {
  const { t } = useTranslation();
  const { routing } = settings;
  return (
    <>
      <Section title={t('routing.policyTitle')} lead={t('routing.policyLead')}>
        <Policy policy={routing.policy} />
      </Section>
      <Section title={t('routing.offersTitle')}>
        <OfferSettings settings={settings} />
      </Section>
      <Section title={t('routing.awayTitle')} lead={t('routing.awayLead')}>
        <Away {...routing} />
        <ShiftEnd minutes={routing.shiftEndMinutes} />
        <IdleSettings presence={settings.presence} />
      </Section>
      <Section title={t('routing.backlogTitle')} lead={t('routing.backlogLead')}>
        <Backlog perMinute={settings.sessions.drainPerAgentPerMinute} />
      </Section>
      <Section title={t('routing.rebalanceTitle')} lead={t('routing.rebalanceLead')}>
        <RebalanceSettings {...routing} />
      </Section>
      <Section title={t('routing.skillsTitle')}>
        <WishedSkills optionalSkills={routing.optionalSkills} />
      </Section>
      <Section title={t('routing.memoryTitle')}>
        <Memory days={routing.keepDecisionsDays} />
      </Section>
    </>
  );
}

function Policy({ policy }: Pick<Settings, 'policy'>) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  return (
    <div className="max-w-xl">
      <Field label={t('routing.policy')} hint={t(`routing.policyHint.${policy}`)}>
        <Select
          aria-label={t('routing.policy')}
          options={routingPolicySchema.options.map((value) => ({
            value,
            label: t(`routing.policies.${value}`),
            hint: t(`routing.policyHint.${value}`),
          }))}
          value={policy}
          onValueChange={(next) => save({ routing: { policy: next } }, { routing: { policy } })}
        />
      </Field>
    </div>
  );
}

function Away({ onAway, rebalance }: Pick<Settings, 'onAway' | 'rebalance'>) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const { policy, minutes } = onAway;
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <Field label={t('routing.onAway')} hint={t(`routing.awayHint.${policy}`)}>
        <Select
          aria-label={t('routing.onAway')}
          options={awayPolicySchema.options.map((value) => ({
            value,
            label: t(`routing.awayPolicies.${value}`),
            hint: t(`routing.awayHint.${value}`),
          }))}
          value={policy}
          onValueChange={(next) =>
            save({ routing: { onAway: { policy: next } } }, { routing: { onAway: { policy } } })
          }
        />
      </Field>
      {policy === 'keep' && rebalance.whose === 'everybody' && (
        <p className="text-muted">{t('routing.keepAndMoved')}</p>
      )}
      {movesNothing({ onAway, rebalance }) && (
        <p className="text-muted">{t('routing.keepAndNothing')}</p>
      )}
      {policy === 'return_after' && (
        <NumberSetting
          label={t('routing.awayMinutes')}
          hint={t('routing.awayMinutesHint')}
          unit={t('settings.chats.minutes')}
          min={1}
          max={480}
          value={minutes}
          onSave={(next) =>
            save({ routing: { onAway: { minutes: next } } }, { routing: { onAway: { minutes } } })
          }
        />
      )}
    </div>
  );
}

function Backlog({ perMinute }: { perMinute: number }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  return (
    <NumberSetting
      label={t('routing.drain')}
      hint={t('routing.drainHint')}
      unit={t('routing.aMinute')}
      min={1}
      max={60}
      value={perMinute}
      onSave={(next) =>
        save(
          { sessions: { drainPerAgentPerMinute: next } },
          { sessions: { drainPerAgentPerMinute: perMinute } },
        )
      }
    />
  );
}

function WishedSkills({ optionalSkills }: Pick<Settings, 'optionalSkills'>) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const { chatSeconds, mailMinutes } = optionalSkills;
  const set = (next: Partial<Settings['optionalSkills']>) =>
    save({ routing: { optionalSkills: next } }, { routing: { optionalSkills } });
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <NumberSetting
        label={t('routing.chatSeconds')}
        hint={t('routing.chatSecondsHint')}
        min={0}
        max={3600}
        value={chatSeconds}
        onSave={(next) => set({ chatSeconds: next })}
      />
      <NumberSetting
        label={t('routing.mailMinutes')}
        hint={t('routing.mailMinutesHint')}
        unit={t('settings.chats.minutes')}
        min={0}
        max={1440}
        value={mailMinutes}
        onSave={(next) => set({ mailMinutes: next })}
      />
    </div>
  );
}

function ShiftEnd({ minutes }: { minutes: number }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  return (
    <div className="mt-4 max-w-xl">
      <NumberSetting
        label={t('routing.shiftEnd')}
        hint={t('routing.shiftEndHint')}
        unit={t('settings.chats.minutes')}
        min={0}
        max={120}
        value={minutes}
        onSave={(next) =>
          save({ routing: { shiftEndMinutes: next } }, { routing: { shiftEndMinutes: minutes } })
        }
      />
    </div>
  );
}

function Memory({ days }: { days: number }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  return (
    <NumberSetting
      label={t('routing.keepDays')}
      hint={t('routing.keepDaysHint')}
      unit={t('routing.days')}
      min={1}
      max={730}
      value={days}
      onSave={(next) =>
        save({ routing: { keepDecisionsDays: next } }, { routing: { keepDecisionsDays: days } })
      }
    />
  );
}
