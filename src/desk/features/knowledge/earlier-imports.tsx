import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '../../../contracts/knowledge.ts';
import { Time } from '../../ui/time.tsx';
import { SkippedLines, useSums } from './import-report.tsx';
import { useImports } from './queries.ts';

/** The imports before: when, by whom, what came in, and what was left out and why. */
export function EarlierImports({ except }: { except: string | null }) {
  const { t } = useTranslation();
  const { data = [] } = useImports();
  const earlier = data.filter(({ id }) => id !== except);
  if (earlier.length === 0) return null;
  return (
    <section className="mt-6">
      <h3 className="font-medium">{t('knowledge.earlier')}</h3>
      <ol className="flex flex-col divide-y divide-line">
        {earlier.map((one) => (
          <li key={one.id} className="py-2">
            <Earlier one={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Earlier({ one }: { one: ImportSummary }) {
  const { t } = useTranslation();
  const sums = useSums(one.counts);
  const isOver = one.state === 'done' || one.state === 'failed';
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 truncate font-medium" title={one.source}>
          {one.source || t(`knowledge.kinds.${one.kind}`)}
        </span>
        <span className="text-muted">
          {one.error ??
            (isOver
              ? sums || t('knowledge.nothingThere')
              : t('knowledge.running', { done: sumOf(one.counts), total: one.total }))}
        </span>
        <span className="ms-auto flex gap-x-2 text-meta text-subtle">
          {one.by}
          <Time at={one.at} />
        </span>
      </p>
      {one.skipped.length > 0 && (
        <details className="text-meta">
          <summary className="cursor-pointer text-muted">
            {t('knowledge.leftOut', { count: one.counts.skipped })}
          </summary>
          <SkippedLines lines={one.skipped} />
        </details>
      )}
    </>
  );
}

function sumOf(counts: ImportSummary['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
