import { useTranslation } from 'react-i18next';
import type { Trigger } from '../../../contracts/triggers.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { useRestoreTrigger, useTriggerVersions } from './queries.ts';

/** The saved states of a rule: who changed what when, and the way back. */
export function VersionsPanel({ trigger }: { trigger: Trigger }) {
  const { t } = useTranslation();
  const toast = useToast();
  const mayWrite = useMay('trigger:write');
  const versions = useTriggerVersions(trigger.id);
  const restore = useRestoreTrigger(trigger.id);
  if (versions.isError)
    return <ApiErrorState error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.isPending) return <SkeletonRows disc={false} />;
  const putBack = (version: number) =>
    restore.mutate(version, {
      onSuccess: () => toast.show({ title: t('triggers.restored', { version }) }),
      onError: (error) =>
        toast.show({ title: t('triggers.restoreFailed'), detail: error.message, tone: 'critical' }),
    });
  return (
    <ul className="flex max-h-[36rem] flex-col overflow-y-auto">
      {versions.data.map(({ version, at, by, change }) => (
        <li
          key={version}
          className="flex items-start gap-2 border-b border-line py-2 last:border-0"
        >
          <div className="min-w-0 flex-1">
            <p>
              {t('triggers.version', { version })} <Time at={at} className="text-meta text-muted" />
            </p>
            <p className="text-meta text-muted">
              {by ? t('triggers.by', { change, name: by.name }) : change}
            </p>
          </div>
          {version === trigger.version ? (
            <Badge>{t('triggers.current')}</Badge>
          ) : (
            mayWrite && (
              <Button
                size="sm"
                variant="ghost"
                loading={restore.isPending && restore.variables === version}
                onClick={() => putBack(version)}
              >
                {t('triggers.restore')}
              </Button>
            )
          )}
        </li>
      ))}
    </ul>
  );
}
