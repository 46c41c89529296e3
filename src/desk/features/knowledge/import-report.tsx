import { useTranslation } from 'react-i18next';
import type { Import, ImportLine } from '../../../contracts/knowledge.ts';
import { Banner } from '../../ui/banner.tsx';

/** What an import did or would do: the sums, and everything it left out with the reason. */
export function ImportReport({ report: one }: { report: Import }) {
  const { t } = useTranslation();
  if (one.state === 'failed') return <Banner tone="critical">{one.error}</Banner>;
  const count = (outcome: ImportLine['outcome']) =>
    one.report.filter((line) => line.outcome === outcome).length;
  const sums = (['added', 'updated', 'unchanged', 'skipped'] as const)
    .map((outcome) => ({ outcome, count: count(outcome) }))
    .filter((sum) => sum.count > 0);
  const skipped = one.report.filter(({ outcome }) => outcome === 'skipped');
  const finished = one.state === 'done';
  return (
    <div role="status" className="rounded-control border border-line p-3">
      <p className="font-medium">
        {finished
          ? t(one.dryRun ? 'knowledge.wouldDo' : 'knowledge.didDo')
          : t('knowledge.running', { done: one.report.length, total: one.total })}
      </p>
      <p className="text-muted">
        {sums.map((sum) => t(`knowledge.outcomes.${sum.outcome}`, { count: sum.count })).join(', ')}
        {finished && sums.length === 0 && t('knowledge.nothingThere')}
      </p>
      {skipped.length > 0 && (
        <ul className="mt-2 max-h-40 divide-y divide-line overflow-y-auto text-meta">
          {skipped.map((line, at) => (
            <li key={at} className="flex gap-3 py-1">
              <span className="min-w-0 flex-1 truncate" title={line.name}>
                {line.name}
              </span>
              <span className="text-subtle">{line.reason}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
