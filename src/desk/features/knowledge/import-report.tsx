import { useTranslation } from 'react-i18next';
import type { Import, ImportLine, ImportSummary } from '../../../contracts/knowledge.ts';
import { Banner } from '../../ui/banner.tsx';

/** What an import did or would do: the sums, and everything it left out with the reason. */
export function ImportReport({ report: one }: { report: Import }) {
  const { t } = useTranslation();
  const sums = useSums(countsOf(one.report));
  const skipped = one.report.filter(({ outcome }) => outcome === 'skipped');
  if (one.state === 'failed') return <Banner tone="critical">{one.error}</Banner>;
  const finished = one.state === 'done';
  return (
    <div role="status" className="rounded-control border border-line p-3">
      <p className="font-medium">
        {finished
          ? t(one.dryRun ? 'knowledge.wouldDo' : 'knowledge.didDo')
          : t('knowledge.running', { done: one.report.length, total: one.total })}
      </p>
      <p className="text-muted">
        {sums}
        {finished && sums === '' && t('knowledge.nothingThere')}
      </p>
      {skipped.length > 0 && <SkippedLines lines={skipped} />}
    </div>
  );
}

/** What came in, as a few words: 3 added, 1 left out. */
export function useSums(counts: ImportSummary['counts']): string {
  const { t } = useTranslation();
  return OUTCOMES.filter((outcome) => counts[outcome] > 0)
    .map((outcome) => t(`knowledge.outcomes.${outcome}`, { count: counts[outcome] }))
    .join(', ');
}

/** What was left out, and why. */
export function SkippedLines({ lines }: { lines: readonly ImportLine[] }) {
  return (
    <ul className="mt-2 max-h-40 divide-y divide-line overflow-y-auto text-meta">
      {lines.map((line, at) => (
        <li key={at} className="flex gap-3 py-1">
          <span className="min-w-0 flex-1 truncate" title={line.name}>
            {line.name}
          </span>
          <span className="text-subtle">{line.reason}</span>
        </li>
      ))}
    </ul>
  );
}

const OUTCOMES = ['added', 'updated', 'unchanged', 'skipped'] as const;

function countsOf(lines: readonly ImportLine[]): ImportSummary['counts'] {
  const counts = { added: 0, updated: 0, unchanged: 0, skipped: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
}
