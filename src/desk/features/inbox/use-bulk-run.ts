import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bulk, BulkAct, StartBulk } from '../../../contracts/views.ts';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import type { Refusal } from '../ticket/use-assignment.ts';
import { useSelection } from './selection.tsx';
import { useInbox } from './use-inbox.ts';
import { useStartBulk, useUndoBulk } from './views-queries.ts';

/** Starts a bulk on what is chosen, offers to undo it, and keeps what its report shows. */
export function useBulkRun() {
  const { t } = useTranslation();
  const toast = useToast();
  const selection = useSelection();
  const { filter, sort } = useInbox();
  const startBulk = useStartBulk();
  const undoBulk = useUndoBulk();
  const [bulk, setBulk] = useState<Bulk | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const mayOverride = useMay('ticket:override_capacity');
  const failed = () => toast.show({ title: t('inbox.bulk.failed'), tone: 'critical' });
  const undo = (id: string) =>
    undoBulk.mutate(id, {
      onError: failed,
      onSuccess: (undone) => {
        setBulk(undone.counts.kept || undone.state === 'undoing' ? undone : null);
        toast.show({ title: t('inbox.bulk.undone', { count: undone.counts.undone ?? 0 }) });
      },
    });
  const run = (bulk: StartBulk) =>
    startBulk.mutate(bulk, {
      onError: failed,
      onSuccess: (started) => {
        selection.clear();
        const { done, unchanged, skipped } = started.counts;
        if (started.state === 'running' || skipped > 0) return setBulk(started);
        setBulk(null);
        toast.show({
          title: t('inbox.bulk.done', { count: done }),
          detail: unchanged > 0 ? t('inbox.bulk.unchanged', { count: unchanged }) : undefined,
          tone: 'positive',
          ...(done > 0 && { onUndo: () => undo(started.id) }),
        });
      },
    });
  const start = (act: BulkAct, confirmed: number | null) =>
    run({
      act,
      selection:
        confirmed === null
          ? { kind: 'tickets', ids: [...selection.ids] }
          : { kind: 'filter', filter, sort, confirmed },
    });
  /** Asks why what found no room is given all the same. */
  const goBeyond = ({ id: bulkId, act, beyond }: Bulk) => {
    if (act.kind !== 'assign' || beyond === null) return;
    setBulk(null);
    setRefusal({
      detail: t('inbox.bulk.beyondWhy', beyond),
      again: (why) =>
        run({ act: { ...act, override: true, why }, selection: { kind: 'beyond', bulkId } }),
    });
  };
  return {
    start,
    isPending: startBulk.isPending,
    report: {
      bulk,
      onUndo: undo,
      undoing: undoBulk.isPending,
      onClose: () => setBulk(null),
      onBeyond: mayOverride ? goBeyond : null,
      refusal,
      onLeave: () => setRefusal(null),
    },
  };
}
