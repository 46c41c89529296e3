import { useTranslation } from 'react-i18next';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { NumberSetting } from '../settings/number-setting.tsx';
import { useSaveSettings } from '../settings/use-save-settings.ts';

type Presence = WorkspaceSettings['presence'];

/** When somebody whose desk nobody touches stops being given work, and what is left for them. */
export function IdleSettings({ presence }: { presence: Presence }) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const { idleMinutes, idleStatus } = presence;
  const set = (next: Partial<Presence>) => save({ presence: next }, { presence });
  return (
    <div className="mt-4 flex max-w-xl flex-col gap-4">
      <NumberSetting
        label={t('routing.idleMinutes')}
        hint={t('routing.idleMinutesHint')}
        unit={t('settings.chats.minutes')}
        min={0}
        max={480}
        value={idleMinutes}
        onSave={(next) => set({ idleMinutes: next })}
      />
      {idleMinutes > 0 && (
        <Field label={t('routing.idleStatus')} hint={t(`routing.idleStatusHint.${idleStatus}`)}>
          <Select
            aria-label={t('routing.idleStatus')}
            options={(['away', 'offline'] as const).map((value) => ({
              value,
              label: t(`routing.idleStatuses.${value}`),
              hint: t(`routing.idleStatusHint.${value}`),
            }))}
            value={idleStatus}
            onValueChange={(next) => set({ idleStatus: next })}
          />
        </Field>
      )}
    </div>
  );
}
