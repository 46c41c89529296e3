import { useTranslation } from 'react-i18next';
import { guardrailsSchema, type Guardrails } from '../../../contracts/board.ts';
import { Section } from '../../shell/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useBoard, useSaveGuardrails } from './queries.ts';
import { WatchedNumber } from './watched-number.tsx';

const USUAL = guardrailsSchema.parse({});
const WORDS = {
  agedHours: { hint: 'agedHint', unit: 'hours', max: 720 },
  unacceptedMinutes: { hint: 'unacceptedHint', unit: 'minutes', max: 10_080 },
  ownerAwayMinutes: { hint: 'ownerAwayHint', unit: 'minutes', max: 10_080 },
} as const;

/** When the board lists work as in need of somebody else. */
export function GuardrailSettings() {
  const { t } = useTranslation();
  const toast = useToast();
  const now = useBoard().data?.guardrails;
  const { mutate } = useSaveGuardrails();
  if (!now) return null;
  const onError = ({ message }: Error) =>
    toast.show({ title: t('settings.failed'), detail: message, tone: 'critical' });
  const set = (change: Partial<Guardrails>) =>
    mutate(
      { ...now, ...change },
      {
        onError,
        onSuccess: () =>
          toast.show({
            title: t('settings.saved'),
            onUndo: () => mutate(now, { onError }),
          }),
      },
    );
  return (
    <Section
      title={t('operations.settings.guardrails')}
      lead={t('operations.settings.guardrailsLead')}
    >
      <div className="flex max-w-xl flex-col gap-4">
        {(Object.keys(WORDS) as (keyof Guardrails)[]).map((name) => (
          <WatchedNumber
            key={name}
            label={t(`operations.settings.${name}`)}
            hint={t(`operations.settings.${WORDS[name].hint}`)}
            unit={t(`operations.settings.${WORDS[name].unit}`)}
            max={WORDS[name].max}
            value={now[name]}
            usual={USUAL[name] ?? 1}
            onSave={(value) => set({ [name]: value })}
          />
        ))}
      </div>
    </Section>
  );
}
