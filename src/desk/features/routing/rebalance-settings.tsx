import { useTranslation } from 'react-i18next';
import { movesNothing, type RoutingSettings } from '../../../contracts/routing-settings.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { NumberSetting } from '../settings/number-setting.tsx';
import { useSaveSettings } from '../settings/use-save-settings.ts';

const whose = ['everybody', 'absent', 'nobody'] as const;

/** Guardrails for unbegun mail: whose, how late and how often. */
export function RebalanceSettings({
  onAway,
  rebalance,
}: Pick<RoutingSettings, 'onAway' | 'rebalance'>) {
  const { t } = useTranslation();
  const { save } = useSaveSettings();
  const set = (next: Partial<RoutingSettings['rebalance']>) =>
    save({ routing: { rebalance: next } }, { routing: { rebalance } });
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <Field label={t('routing.whose')} hint={t(`routing.whoseHint.${rebalance.whose}`)}>
        <Select
          aria-label={t('routing.whose')}
          options={whose.map((value) => ({
            value,
            label: t(`routing.whoseOf.${value}`),
            hint: t(`routing.whoseHint.${value}`),
          }))}
          value={rebalance.whose}
          onValueChange={(next) => set({ whose: next })}
        />
      </Field>
      {rebalance.whose === 'everybody' && (
        <NumberSetting
          label={t('routing.unbegun')}
          hint={t('routing.unbegunHint')}
          unit={t('settings.chats.minutes')}
          min={5}
          max={1440}
          value={rebalance.unbegunMinutes}
          onSave={(next) => set({ unbegunMinutes: next })}
        />
      )}
      {rebalance.whose === 'everybody' && <ByTheHour rebalance={rebalance} set={set} />}
      {movesNothing({ onAway, rebalance }) && (
        <p className="text-muted">{t('routing.absentAndKept')}</p>
      )}
      {rebalance.whose !== 'nobody' && !movesNothing({ onAway, rebalance }) && (
        <NumberSetting
          label={t('routing.moves')}
          hint={t('routing.movesHint')}
          unit={t('routing.times')}
          min={1}
          max={10}
          value={rebalance.mostMoves}
          onSave={(next) => set({ mostMoves: next })}
        />
      )}
    </div>
  );
}

function ByTheHour({
  rebalance,
  set,
}: Pick<RoutingSettings, 'rebalance'> & {
  set: (next: Partial<RoutingSettings['rebalance']>) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <NumberSetting
        label={t('routing.agentHour')}
        hint={t('routing.hourHint')}
        unit={t('routing.pieces')}
        min={0}
        max={100}
        value={rebalance.agentHour}
        onSave={(next) => set({ agentHour: next })}
      />
      <NumberSetting
        label={t('routing.queueHour')}
        hint={t('routing.hourHint')}
        unit={t('routing.pieces')}
        min={0}
        max={1000}
        value={rebalance.queueHour}
        onSave={(next) => set({ queueHour: next })}
      />
      <NumberSetting
        label={t('routing.quiet')}
        hint={t('routing.quietHint')}
        unit={t('settings.chats.minutes')}
        min={0}
        max={240}
        value={rebalance.quietMinutes}
        onSave={(next) => set({ quietMinutes: next })}
      />
    </>
  );
}
