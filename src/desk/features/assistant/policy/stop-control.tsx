import { OctagonX, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useMay } from '../../session-gate/queries.ts';
import { useIsStopped, usePolicy, useStopAssistant } from './queries.ts';

/** Stops everything with one press; letting it go on takes two, because customers get mail then. */
export function StopControl() {
  const { t } = useTranslation();
  const toast = useToast();
  const mayStop = useMay('assistant:stop');
  const isKnown = usePolicy().isSuccess;
  const isStopped = useIsStopped();
  const { mutate, isPending } = useStopAssistant();
  if (!mayStop || !isKnown) return null;
  const set = (stopped: boolean) =>
    mutate(stopped, {
      onSuccess: () =>
        toast.show({ title: t(stopped ? 'policy.stop.done' : 'policy.stop.wentOn') }),
      onError: (error) =>
        toast.show({ title: t('policy.stop.failed'), detail: error.message, tone: 'critical' }),
    });
  return isStopped ? (
    <ConfirmButton
      size="lg"
      icon={Play}
      loading={isPending}
      confirmLabel={t('policy.stop.goOnConfirm')}
      onConfirm={() => set(false)}
    >
      {t('policy.stop.goOn')}
    </ConfirmButton>
  ) : (
    <Button
      size="lg"
      icon={OctagonX}
      className="text-critical!"
      loading={isPending}
      onClick={() => set(true)}
    >
      {t('policy.stop.act')}
    </Button>
  );
}

/** Says on every page of the section that the assistant is stopped. */
export function StoppedBanner() {
  const { t } = useTranslation();
  return useIsStopped() ? (
    <Banner variant="bar" tone="critical">
      {t('policy.stop.banner')}
    </Banner>
  ) : null;
}
