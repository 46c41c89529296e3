import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardWork } from '../../../contracts/board.ts';
import type { Bulk, StartBulk } from '../../../contracts/views.ts';
import { useClock } from '../../lib/clock.tsx';
import { formatDuration } from '../../lib/format.ts';
import { useToast, type ToastMessage } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import type { Refusal } from '../ticket/use-assignment.ts';
import { stepsTo, type Target } from './board.rules.ts';
import { useBoardBulks, useRefreshBoard } from './queries.ts';

/** How long a long bulk is waited for before it is asked whether what it left alone is given all the same. */
const WAIT_MS = 60_000;
const POLL_MS = 1_000;

/** What {@link useReassign} gives. */
export type Reassigning = {
  reassign: (rows: readonly BoardWork[], target: Target) => Promise<void>;
  /** What was not given for want of room, for whoever may give it all the same; null: nothing. */
  refusal: Refusal | null;
  dismiss: () => void;
};

/** Takes work somewhere else, says what came of it, and can undo it; what found no room is asked about. */
export function useReassign(): Reassigning {
  const { t } = useTranslation();
  const toast = useToast();
  const bulks = useBoardBulks();
  const refresh = useRefreshBoard();
  const whyOf = useWhy();
  const mayOverride = useMay('ticket:override_capacity');
  const [refusal, setRefusal] = useState<Refusal | null>(null);

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

  /** The bulks as they are when they are over, or after a while. */
  const settled = async (started: readonly Bulk[]): Promise<Bulk[]> => {
    const giveUpAt = performance.now() + WAIT_MS;
    const over: Bulk[] = [];
    for (let bulk of started) {
      while (bulk.state === 'running' && performance.now() < giveUpAt) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        bulk = await bulks.read(bulk.id);
      }
      over.push(bulk);
    }
    return over;
  };

  /** Asks whether what was refused for want of room is given all the same. */
  const askAgain = (done: readonly Bulk[], target: Target): boolean => {
    const refused = done.find(({ beyond }) => beyond !== null);
    if (!mayOverride || target.kind !== 'agent' || !refused?.beyond) return false;
    const selection = { kind: 'beyond' as const, bulkId: refused.id };
    const again = (why: string) => {
      const act = { kind: 'assign' as const, agentId: target.id, why, override: true };
      void run([{ act, selection }], target);
    };
    setRefusal({ detail: t('operations.reassigned.beyond', refused.beyond), again });
    return true;
  };

  const run = async (starts: readonly StartBulk[], target: Target) => {
    const started: Bulk[] = [];
    try {
      for (const one of starts) started.push(await bulks.start(one));
      const running = started.some(({ state }) => state === 'running');
      const asked = !running && askAgain(started, target);
      if (!asked || started.some(hasDone)) {
        const undoes = started.some(hasDone) ? { onUndo: () => void undo(started) } : {};
        toast.show({ ...reportOf(started, target), ...undoes });
      }
      if (running) {
        void refresh();
        askAgain(await settled(started), target);
      }
    } catch (error) {
      const detail = error instanceof Error ? error.message : undefined;
      toast.show({ title: t('operations.reassigned.failed'), detail, tone: 'critical' });
    }
    await refresh();
  };

  const reassign = (rows: readonly BoardWork[], target: Target) => {
    const steps = stepsTo(target, rows, whyOf(rows));
    const named = ({ act, ids }: (typeof steps)[number]): StartBulk => ({
      act,
      selection: { kind: 'tickets', ids },
    });
    return run(steps.map(named), target);
  };

  return { reassign, refusal, dismiss: () => setRefusal(null) };

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

function hasDone({ counts }: Bulk): boolean {
  return (counts.done ?? 0) > 0;
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
