import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Bulk } from '../../../contracts/views.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogClose } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { OverrideDialog } from '../ticket/override-dialog.tsx';
import type { Refusal } from '../ticket/use-assignment.ts';
import { useInbox } from './use-inbox.ts';
import { useBulk } from './views-queries.ts';

/** Props of {@link BulkReport}. */
export type BulkReportProps = {
  bulk: Bulk | null;
  onUndo: (id: string) => void;
  undoing: boolean;
  onClose: () => void;
  /** Gives what found no room all the same; null for whoever may not. */
  onBeyond: ((bulk: Bulk) => void) | null;
  /** What is asked before that is done. */
  refusal: Refusal | null;
  onLeave: () => void;
};

const COUNTED = ['done', 'unchanged', 'skipped', 'undone', 'kept'] as const;

/** How far a bulk is, what it did, and which tickets it left alone for which reason. */
export function BulkReport({ refusal, onLeave, ...report }: BulkReportProps) {
  return (
    <>
      <Report {...report} />
      {refusal && <OverrideDialog refusal={refusal} onClose={onLeave} />}
    </>
  );
}

type ReportProps = Omit<BulkReportProps, 'refusal' | 'onLeave'>;

function Report({ bulk: started, onUndo, undoing, onClose, onBeyond }: ReportProps) {
  const { t } = useTranslation();
  const { search } = useInbox();
  const bulk = useBulk(started).data ?? started;
  if (!started || !bulk) return null;
  const left = bulk.state === 'undoing' ? bulk.counts.done : bulk.counts.pending;
  const busy = bulk.state === 'running' || bulk.state === 'undoing';
  const canGoBeyond =
    onBeyond !== null &&
    bulk.state === 'done' &&
    bulk.act.kind === 'assign' &&
    bulk.beyond !== null;
  const canUndo = bulk.state === 'done' && (bulk.counts.done ?? 0) > 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`inbox.bulk.state.${bulk.state}`)}
      footer={
        <>
          {canGoBeyond && (
            <Button onClick={() => onBeyond(bulk)}>{t('ticket.assign.override')}</Button>
          )}
          {canUndo && (
            <Button loading={undoing} onClick={() => onUndo(bulk.id)}>
              {t('ui.undo')}
            </Button>
          )}
          <DialogClose render={<Button variant="primary">{t('inbox.bulk.close')}</Button>} />
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {busy && (
          <ProgressBar
            label={t(`inbox.bulk.state.${bulk.state}`)}
            value={bulk.total === 0 ? 1 : 1 - (left ?? 0) / bulk.total}
          />
        )}
        <ul className="flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
          {COUNTED.filter((state) => (bulk.counts[state] ?? 0) > 0).map((state) => (
            <li key={state}>
              {t(`inbox.bulk.counts.${state}`, { count: bulk.counts[state] ?? 0 })}
            </li>
          ))}
        </ul>
        {bulk.exceptions.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {bulk.exceptions.map((one) => (
              <li key={one.ticketId} className="py-1.5">
                <Link
                  to="/inbox/$ticketId"
                  params={{ ticketId: one.ticketId }}
                  search={search}
                  onClick={onClose}
                  className="block truncate hover:underline"
                >
                  <span className="text-subtle tabular-nums">#{one.number}</span>{' '}
                  <bdi>{one.subject}</bdi>
                </Link>
                <p className="text-meta text-muted">{one.reason}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
