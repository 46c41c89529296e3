import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import {
  assistantPolicySchema,
  type AssistantPolicy,
  type policyHistorySchema,
} from '../../../../contracts/assistant.ts';
import { Section } from '../../../shell/page.tsx';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Time } from '../../../ui/time.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { ChangeList } from './change-list.tsx';
import { usePolicyVersion, useRestorePolicy } from './queries.ts';

type History = z.infer<typeof policyHistorySchema>;

/** Who saved what when, and the way back. */
export function VersionsPart({
  history,
  open,
  mayWrite,
}: {
  history: History;
  /** The version that is compared; undefined when none is. */
  open: number | undefined;
  mayWrite: boolean;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const show = (version: number | undefined) =>
    void navigate({ to: '/assistant/policy', search: { version }, replace: true });
  return (
    <Section title={t('policy.versions')} lead={t('policy.versionsLead')}>
      <ol className="flex max-w-3xl flex-col divide-y divide-line">
        {history.versions.map(({ version, note, by, at }) => (
          <li key={version} className="flex items-center gap-3 py-1.5">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{t('policy.version', { version })}</span>
                {version === history.current.version && (
                  <Badge tone="positive">{t('policy.inForce')}</Badge>
                )}
                <Time at={at} className="text-meta text-subtle" />
              </p>
              <p className="text-muted wrap-anywhere">
                {t('policy.by', { note, name: by ?? t('policy.bySegue') })}
              </p>
            </div>
            <Button
              size="sm"
              aria-label={`${t('policy.compare')}: ${t('policy.version', { version })}`}
              onClick={() => show(version)}
            >
              {t('policy.compare')}
            </Button>
          </li>
        ))}
      </ol>
      {open !== undefined && (
        <VersionDialog
          version={open}
          current={history.current}
          mayWrite={mayWrite}
          onClose={() => show(undefined)}
        />
      )}
    </Section>
  );
}

function VersionDialog({
  version,
  current,
  mayWrite,
  onClose,
}: {
  version: number;
  current: History['current'];
  mayWrite: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const toast = useToast();
  const found = usePolicyVersion(version);
  const before = usePolicyVersion(version - 1);
  const previous: AssistantPolicy | undefined =
    version === 1 ? assistantPolicySchema.parse({}) : before.data?.policy;
  const restore = useRestorePolicy();
  const putBack = () =>
    restore.mutate(version, {
      onSuccess: () => {
        toast.show({ title: t('policy.restored', { version }), tone: 'positive' });
        onClose();
      },
      onError: (error) =>
        toast.show({ title: t('policy.restoreFailed'), detail: error.message, tone: 'critical' }),
    });
  const isOld = version !== current.version;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('policy.version', { version })}
      description={found.data && <Saved {...found.data} />}
      footer={
        <>
          <Button onClick={onClose}>{t('policy.close')}</Button>
          {mayWrite && isOld && found.data && (
            <Button variant="primary" loading={restore.isPending} onClick={putBack}>
              {t('policy.restore')}
            </Button>
          )}
        </>
      }
    >
      {found.isError ? (
        <ApiErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <SkeletonRows rows={3} disc={false} />
      ) : (
        <div className="flex flex-col gap-4">
          {previous && (
            <section>
              <h3 className="mb-1 font-medium">{t('policy.itChanged')}</h3>
              <ChangeList from={previous} to={found.data.policy} />
            </section>
          )}
          {isOld && (
            <section>
              <h3 className="mb-1 font-medium">{t('policy.againstNow')}</h3>
              <ChangeList
                from={current.policy}
                to={{ ...found.data.policy, stopped: current.policy.stopped }}
              />
            </section>
          )}
        </div>
      )}
    </Dialog>
  );
}

function Saved({ note, by, at }: { note: string; by: string | null; at: string }) {
  const { t } = useTranslation();
  return (
    <>
      {t('policy.by', { note, name: by ?? t('policy.bySegue') })} · <Time at={at} />
    </>
  );
}
