import { useTranslation } from 'react-i18next';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { NumberSetting } from './number-setting.tsx';
import { useSettings } from './queries.ts';
import { useSaveSettings } from './use-save-settings.ts';

type Rule = keyof WorkspaceSettings['sessions'];

/** Who may end chats, what becomes of the rest, and the times. */
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
  const { save } = useSaveSettings();
  return (
    <>
      <Section title={t('settings.chats.endTitle')}>
        <RuleSwitches rules={['agentMayEnd', 'customerMayEnd']} settings={settings} />
      </Section>
      <Section title={t('settings.chats.afterTitle')} lead={t('settings.chats.afterLead')}>
        <RuleSwitches rules={['agentEndedAsEmail', 'customerEndedAsEmail']} settings={settings} />
      </Section>
      <Section title={t('settings.chats.timesTitle')}>
        <div className="flex max-w-xl flex-col gap-4">
          <NumberSetting
            label={t('settings.chats.offer')}
            hint={t('settings.chats.offerHint', { seconds: settings.offers.timeoutSeconds })}
            min={5}
            max={600}
            value={settings.offers.timeoutSeconds}
            onSave={(timeoutSeconds) =>
              save({ offers: { timeoutSeconds } }, { offers: settings.offers })
            }
          />
          <NumberSetting
            label={t('settings.chats.presence')}
            hint={t('settings.chats.presenceHint')}
            min={10}
            max={600}
            value={settings.presence.heartbeatTimeoutSeconds}
            onSave={(heartbeatTimeoutSeconds) =>
              save({ presence: { heartbeatTimeoutSeconds } }, { presence: settings.presence })
            }
          />
        </div>
      </Section>
    </>
  );
}

/** Each switch tells the effect of where it stands now. */
function RuleSwitches({
  rules,
  settings,
}: {
  rules: readonly Rule[];
  settings: WorkspaceSettings;
}) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  return (
    <div className="flex max-w-xl flex-col gap-4">
      {rules.map((rule) => {
        const on = settings.sessions[rule];
        return (
          <Switch
            key={rule}
            label={t(`settings.chats.${rule}`)}
            hint={t(on ? `settings.chats.${rule}On` : `settings.chats.${rule}Off`)}
            checked={on}
            onCheckedChange={(next) =>
              save({ sessions: { [rule]: next } }, { sessions: { [rule]: on } })
            }
          />
        );
      })}
    </div>
  );
}
