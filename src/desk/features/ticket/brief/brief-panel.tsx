import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { briefFieldNames, type BriefFieldName } from '../../../../contracts/briefs.ts';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton, SkeletonGroup } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { BriefFieldBlock } from './brief-field.tsx';
import { BriefOriginNote } from './brief-origin.tsx';
import { isUncertain } from './brief.rules.ts';
import { useBrief, useConfirmBrief } from './queries.ts';

/** What remains to be done, field by field, each with its evidence and open to correction. */
export function BriefPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const expected = ticket.session?.state === 'ended' && ticket.routingChannel === 'email';
  const brief = useBrief(ticket.id, { expected });
  if (brief.isPending) return <BriefSkeleton />;
  if (brief.isError)
    return <ApiErrorState error={brief.error} onRetry={() => void brief.refetch()} />;
  const { data } = brief;
  if (!data) {
    return <EmptyState icon={FileText}>{t(expected ? 'brief.noneYet' : 'brief.none')}</EmptyState>;
  }
  const { fields, corrected, origin, writtenAt } = data;
  const uncertain = briefFieldNames.filter(
    (name) => !corrected.includes(name) && isUncertain(name, fields),
  );
  return (
    <div className="flex flex-col gap-1 px-2 py-3">
      {uncertain.length > 0 && (
        <ToConfirm ticketId={ticket.id} version={data.version} fields={uncertain} />
      )}
      {briefFieldNames.map((name) => (
        <BriefFieldBlock key={name} name={name} ticketId={ticket.id} brief={data} />
      ))}
      <BriefOriginNote origin={origin} writtenAt={writtenAt} />
    </div>
  );
}

/** What a person should look at before anybody relies on it, and that they did. */
function ToConfirm({
  ticketId,
  version,
  fields,
}: {
  ticketId: string;
  version: number;
  fields: BriefFieldName[];
}) {
  const { t } = useTranslation();
  const toast = useToast();
  const confirm = useConfirmBrief(ticketId);
  const act = () =>
    confirm.mutate(
      { version, fields },
      {
        onSuccess: () => toast.show({ title: t('brief.confirmDone') }),
        onError: ({ message }) =>
          toast.show({ title: t('brief.failed'), detail: message, tone: 'critical' }),
      },
    );
  return (
    <Banner
      tone="caution"
      className="mx-2 mb-2"
      action={
        <Button size="sm" loading={confirm.isPending} onClick={act}>
          {t('brief.confirm')}
        </Button>
      }
    >
      {t('brief.lowBanner')}
    </Banner>
  );
}

function BriefSkeleton() {
  return (
    <SkeletonGroup className="flex flex-col gap-5 p-4">
      {['w-full', 'w-4/5', 'w-2/3', 'w-full'].map((width, row) => (
        <div key={row} className="flex flex-col gap-2">
          <Skeleton className="h-3 w-20" />
          <Skeleton className={`h-4 ${width}`} />
        </div>
      ))}
    </SkeletonGroup>
  );
}
