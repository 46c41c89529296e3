import { useTranslation } from 'react-i18next';
import type { SessionSettings } from '../../../contracts/session-settings.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { EffectSwitch } from './effect-switch.tsx';
import { NumberSetting } from './number-setting.tsx';
import { useSettings } from './queries.ts';
import { SessionsAfterEnd } from './sessions-after-end.tsx';
import { SessionsQuiet } from './sessions-quiet.tsx';
import { useSaveSettings } from './use-save-settings.ts';

/** Who may end chats, what silence does, what becomes of the rest, and the times. */
export function ChatSettings() {
  const settings = useSettings();
  if (settings.isError)
    return <ApiErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) {
    return (
      <SkeletonGroup className="flex max-w-xl flex-col gap-4">
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-full" />
      </SkeletonGroup>
    );
  }
  return <ChatForm settings={settings.data} />;
}

function ChatForm({ settings }: { settings: WorkspaceSettings }) {
  const { t } = useTranslation();
  const { sessions } = settings;
  return (
    <>
      <Section title={t('settings.chats.endTitle')}>
        <RuleSwitches rules={['agentMayEnd', 'customerMayEnd']} sessions={sessions} />
      </Section>
      <Section title={t('settings.chats.quietTitle')} lead={t('settings.chats.quietLead')}>
        <SessionsQuiet inactivity={sessions.inactivity} />
      </Section>
      <Section title={t('settings.chats.afterTitle')} lead={t('settings.chats.afterLead')}>
        <RuleSwitches
          rules={['agentEndedAsEmail', 'customerEndedAsEmail', 'inactivityEndedAsEmail']}
          sessions={sessions}
        />
      </Section>
      <Section title={t('settings.chats.followupTitle')} lead={t('settings.chats.followupLead')}>
        <SessionsAfterEnd sessions={sessions} />
      </Section>
      <Section title={t('settings.chats.workTitle')}>
        <RuleSwitches rules={['countInactive']} sessions={sessions} />
      </Section>
      <Section title={t('settings.chats.timesTitle')}>
        <Times settings={settings} />
      </Section>
    </>
  );
}

function Times({ settings }: { settings: WorkspaceSettings }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const { offers, presence, sessions } = settings;
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <NumberSetting
        label={t('settings.chats.offer')}
        hint={t('settings.chats.offerHint', { seconds: offers.timeoutSeconds })}
        min={5}
        max={600}
        value={offers.timeoutSeconds}
        onSave={(timeoutSeconds) => save({ offers: { timeoutSeconds } }, { offers })}
      />
      <NumberSetting
        label={t('settings.chats.presence')}
        hint={t('settings.chats.presenceHint')}
        min={10}
        max={600}
        value={presence.heartbeatTimeoutSeconds}
        onSave={(heartbeatTimeoutSeconds) =>
          save({ presence: { heartbeatTimeoutSeconds } }, { presence })
        }
      />
      <NumberSetting
        label={t('settings.chats.close')}
        hint={t('settings.chats.closeHint')}
        unit={t('settings.chats.days')}
        min={1}
        max={60}
        value={sessions.closeSolvedAfterDays}
        onSave={(closeSolvedAfterDays) =>
          save(
            { sessions: { closeSolvedAfterDays } },
            { sessions: { closeSolvedAfterDays: sessions.closeSolvedAfterDays } },
          )
        }
      />
    </div>
  );
}

type Rule =
  | 'agentMayEnd'
  | 'customerMayEnd'
  | 'agentEndedAsEmail'
  | 'customerEndedAsEmail'
  | 'inactivityEndedAsEmail'
  | 'countInactive';

function RuleSwitches({ rules, sessions }: { rules: readonly Rule[]; sessions: SessionSettings }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  return (
    <div className="flex max-w-xl flex-col gap-4">
      {rules.map((rule) => (
        <EffectSwitch
          key={rule}
          label={t(`settings.chats.${rule}`)}
          on={t(`settings.chats.${rule}On`)}
          off={t(`settings.chats.${rule}Off`)}
          checked={sessions[rule]}
          onSave={(next) =>
            save({ sessions: { [rule]: next } }, { sessions: { [rule]: sessions[rule] } })
          }
        />
      ))}
    </div>
  );
}
