import { useTranslation } from 'react-i18next';
import type { BoardWork } from '../../../contracts/board.ts';
import type { Bulk } from '../../../contracts/views.ts';
import { useClock } from '../../lib/clock.tsx';
import { formatDuration } from '../../lib/format.ts';
import { useToast, type ToastMessage } from '../../ui/toast.tsx';
import { stepsTo, type Target } from './board.rules.ts';
import { useBoardBulks, useRefreshBoard } from './queries.ts';

/** Takes work somewhere else, says what came of it, and can undo it. */
export function useReassign(): (rows: readonly BoardWork[], target: Target) => Promise<void> {
  const { t } = useTranslation();
  const toast = useToast();
  const bulks = useBoardBulks();
  const refresh = useRefreshBoard();
  const whyOf = useWhy();

  const undo = async (started: readonly Bulk[]) => {
    try {
      let count = 0;
      for (const { id } of started.toReversed()) {
        const { counts } = await bulks.undo(id);
        count += counts.undone ?? 0;
      }
      toast.show({ title: t('operations.reassigned.undone', { count }) });
    } catch (error) {
      const detail = error instanceof Error ? error.message : undefined;
      toast.show({ title: t('operations.reassigned.undoFailed'), detail, tone: 'critical' });
    }
    void refresh();
  };

  return async (rows, target) => {
    const started: Bulk[] = [];
    try {
      for (const { act, ids } of stepsTo(target, rows, whyOf(rows))) {
        started.push(await bulks.start({ act, selection: { kind: 'tickets', ids } }));
      }
      toast.show({ ...reportOf(started, target), ...undoable(started, () => void undo(started)) });
    } catch (error) {
      const detail = error instanceof Error ? error.message : undefined;
      toast.show({ title: t('operations.reassigned.failed'), detail, tone: 'critical' });
    }
    await refresh();
  };

  function reportOf(done: readonly Bulk[], target: Target): ToastMessage {
    const sum = (of: 'done' | 'skipped' | 'unchanged') =>
      done.reduce((total, { counts }) => total + (counts[of] ?? 0), 0);
    const count = sum('done');
    const skipped = sum('skipped');
    const reason = done.flatMap(({ exceptions }) => exceptions)[0]?.reason ?? '';
    const running = done.some(({ state }) => state === 'running');
    const details = [
      running && t('operations.reassigned.running'),
      skipped > 0 && t('operations.reassigned.skipped', { count: skipped, reason }),
      count === 0 &&
        sum('unchanged') > 0 &&
        t('operations.reassigned.unchanged', { count: sum('unchanged') }),
    ].filter((one) => one !== false);
    return {
      title: count === 0 && !running ? t('operations.reassigned.nothing') : titleOf(target, count),
      detail: details.join(' ') || undefined,
      tone: count === 0 && skipped > 0 ? 'critical' : 'positive',
    };
  }

  function titleOf(target: Target, count: number): string {
    switch (target.kind) {
      case 'agent':
        return t('operations.reassigned.agent', { count, name: target.name });
      case 'back':
        return t('operations.reassigned.back', { count });
      case 'queue':
        return t('operations.reassigned.queue', { count, name: target.queue.name });
    }
  }
}

function undoable(done: readonly Bulk[], onUndo: () => void): Pick<ToastMessage, 'onUndo'> {
  return done.some(({ counts }) => (counts.done ?? 0) > 0) ? { onUndo } : {};
}

/** Why work is reassigned, for the history of the ticket. */
function useWhy(): (rows: readonly BoardWork[]) => string {
  const { t } = useTranslation();
  const clock = useClock();
  return (rows) => {
    const [row, ...others] = rows;
    if (!row || others.length > 0) return t('operations.why.open');
    const age = formatDuration(clock.now() - Date.parse(row.since));
    if (row.need === 'owner_away') {
      return t('operations.why.owner_away', { name: row.owner?.name ?? '' });
    }
    if (row.need !== null) return t(`operations.why.${row.need}`, { age });
    if (row.sla?.state === 'breached' || row.sla?.state === 'at_risk')
      return t(`operations.why.${row.sla.state}`);
    return t('operations.why.waited', { age });
  };
}
