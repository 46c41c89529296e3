import { useTranslation } from 'react-i18next';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import { EffectSwitch } from '../settings/effect-switch.tsx';
import { NumberSetting } from '../settings/number-setting.tsx';
import { useSaveSettings } from '../settings/use-save-settings.ts';

/** What is offered before it is given, for how long, and what becomes of people who let offers lapse. */
export function OfferSettings({ settings: { offers, routing } }: { settings: WorkspaceSettings }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const { autoAccept, timeoutSeconds, mail, mailTimeoutSeconds } = offers;
  const { lapsesToAway } = routing;
  const set = (next: Partial<typeof offers>) => save({ offers: next }, { offers });
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <EffectSwitch
        label={t('routing.autoAccept')}
        on={t('routing.autoAcceptOn')}
        off={t('routing.autoAcceptOff')}
        checked={autoAccept}
        onSave={(next) => set({ autoAccept: next })}
      />
      {!autoAccept && (
        <NumberSetting
          label={t('routing.chatSecondsToAccept')}
          hint={t('routing.chatSecondsToAcceptHint')}
          min={5}
          max={600}
          value={timeoutSeconds}
          onSave={(next) => set({ timeoutSeconds: next })}
        />
      )}
      <EffectSwitch
        label={t('routing.mailOffers')}
        on={t('routing.mailOffersOn')}
        off={t('routing.mailOffersOff')}
        checked={mail}
        onSave={(next) => set({ mail: next })}
      />
      {mail && (
        <NumberSetting
          label={t('routing.mailSecondsToAccept')}
          hint={t('routing.chatSecondsToAcceptHint')}
          min={15}
          max={3600}
          value={mailTimeoutSeconds}
          onSave={(next) => set({ mailTimeoutSeconds: next })}
        />
      )}
      <NumberSetting
        label={t('routing.lapses')}
        hint={t('routing.lapsesHint')}
        unit={t('routing.offers')}
        min={0}
        max={20}
        value={lapsesToAway}
        onSave={(next) => save({ routing: { lapsesToAway: next } }, { routing: { lapsesToAway } })}
      />
    </div>
  );
}
