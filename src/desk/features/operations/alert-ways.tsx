import { useTranslation } from 'react-i18next';
import type { AlertBand, AlertSettings } from '../../../contracts/alerts.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useWebhooks } from '../triggers/webhook-queries.ts';
import { BAND_WORDS } from './use-alert-words.ts';

const BANDS: readonly AlertBand[] = [1, 2, 3];
const NONE = 'none';

/** Where alerts go besides the desk: mail to supervisors, and a webhook. */
export function AlertWays({
  now,
  set,
}: {
  now: AlertSettings;
  set: (change: Partial<AlertSettings>) => void;
}) {
  const { t } = useTranslation();
  const webhooks = useWebhooks().data ?? [];
  const bands = BANDS.map((band) => ({
    value: String(band),
    label: t(`operations.settings.from.${BAND_WORDS[band]}`),
  }));
  const bandOf = (value: string) => Number(value) as AlertBand;
  return (
    <>
      <Field label={t('operations.settings.mail')}>
        <Select
          aria-label={t('operations.settings.mail')}
          value={now.mailFromBand === null ? NONE : String(now.mailFromBand)}
          options={[{ value: NONE, label: t('operations.settings.never') }, ...bands]}
          onValueChange={(value) => set({ mailFromBand: value === NONE ? null : bandOf(value) })}
        />
      </Field>
      <Field label={t('operations.settings.webhook')}>
        <Select
          aria-label={t('operations.settings.webhook')}
          value={now.webhookId ?? NONE}
          options={[
            { value: NONE, label: t('operations.settings.noWebhook') },
            ...webhooks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(value) => set({ webhookId: value === NONE ? null : value })}
        />
      </Field>
      {now.webhookId !== null && (
        <Field label={t('operations.settings.webhookFrom')}>
          <Select
            aria-label={t('operations.settings.webhookFrom')}
            value={String(now.webhookFromBand)}
            options={bands}
            onValueChange={(value) => set({ webhookFromBand: bandOf(value) })}
          />
        </Field>
      )}
    </>
  );
}
