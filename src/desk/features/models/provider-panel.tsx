import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelProvider, ModelPurpose } from '../../../contracts/models.ts';
import { formatAbsolute } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import type { Tone } from '../../ui/tones.ts';
import { useToast } from '../../ui/toast.tsx';
import { ProviderDialog } from './provider-dialog.tsx';
import { useRemoveProvider, useTryProvider } from './queries.ts';
import { TodayLine } from './today-line.tsx';
import { TrialResult } from './trial-result.tsx';

/** Props of {@link ProviderPanel}. */
export type ProviderPanelProps = {
  purpose: ModelPurpose;
  provider: ModelProvider | undefined;
  currency: string;
};

/** What one purpose uses: nothing, or a provider with its state, its day and a try. */
export function ProviderPanel({ purpose, provider, currency }: ProviderPanelProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const attempt = useTryProvider(purpose);
  return (
    <section className="flex flex-col gap-3 p-4" aria-labelledby={`model-${purpose}`}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-56 flex-1">
          <h3 id={`model-${purpose}`} className="font-medium">
            {t(`models.purposes.${purpose}.title`)}
          </h3>
          <p className="max-w-message text-muted">
            {t(`models.purposes.${purpose}.${provider ? 'lead' : 'without'}`)}
          </p>
        </div>
        {provider ? (
          <Acts purpose={purpose} attempt={attempt} onEdit={() => setEditing(true)} />
        ) : (
          <Button onClick={() => setEditing(true)}>{t('models.connect')}</Button>
        )}
      </div>
      {provider && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <State provider={provider} />
          <span className="min-w-0 break-words font-medium">{provider.model}</span>
          <span className="min-w-0 break-all text-muted">{provider.baseUrl}</span>
        </div>
      )}
      {provider && <TodayLine provider={provider} currency={currency} />}
      {attempt.data && <TrialResult trial={attempt.data} currency={currency} />}
      {editing && (
        <ProviderDialog
          purpose={purpose}
          provider={provider}
          currency={currency}
          onClose={() => {
            setEditing(false);
            attempt.reset();
          }}
        />
      )}
    </section>
  );
}

type ActsProps = {
  purpose: ModelPurpose;
  attempt: ReturnType<typeof useTryProvider>;
  onEdit: () => void;
};

function Acts({ purpose, attempt, onEdit }: ActsProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const remove = useRemoveProvider(purpose);
  const onError = (error: Error) =>
    toast.show({ title: t('models.failed'), detail: error.message, tone: 'critical' });
  return (
    <div className="flex flex-wrap gap-1">
      <Button loading={attempt.isPending} onClick={() => attempt.mutate(undefined, { onError })}>
        {t('models.try')}
      </Button>
      <Button variant="ghost" onClick={onEdit}>
        {t('models.edit')}
      </Button>
      <ConfirmButton
        variant="ghost"
        loading={remove.isPending}
        confirmLabel={t('models.removeConfirm')}
        onConfirm={() => remove.mutate(undefined, { onError })}
      >
        {t('models.remove')}
      </ConfirmButton>
    </div>
  );
}

const circuitTone: Record<ModelProvider['circuit'], Tone> = {
  closed: 'positive',
  open: 'critical',
  half_open: 'caution',
};

function State({ provider }: { provider: ModelProvider }) {
  const { t, i18n } = useTranslation();
  if (!provider.enabled) return <Badge>{t('models.off')}</Badge>;
  const { circuit, failures, openUntil } = provider;
  if (circuit === 'closed' && failures > 0) {
    return (
      <Badge tone="caution" dot>
        {t('models.failing')}
      </Badge>
    );
  }
  const title =
    openUntil === null
      ? undefined
      : t('models.circuitHint', { at: formatAbsolute(Date.parse(openUntil), i18n.language) });
  return (
    <span title={title}>
      <Badge tone={circuitTone[circuit]} dot>
        {t(`models.circuits.${circuit}`)}
      </Badge>
    </span>
  );
}
