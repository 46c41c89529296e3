import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../contracts/evaluations.ts';
import { formatPercent } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Time } from '../../ui/time.tsx';
import type { Tone } from '../../ui/tones.ts';

const TONES: Record<Evaluation['state'], Tone> = {
  queued: 'neutral',
  running: 'info',
  done: 'positive',
  failed: 'critical',
  cancelled: 'neutral',
};

/** Props of {@link RunTable}. */
export type RunTableProps = {
  runs: readonly Evaluation[];
  chosenId: string;
  onChoose: (id: string) => void;
};

/** The runs, newest first. */
export function RunTable({ runs, chosenId, onChoose }: RunTableProps) {
  const { t } = useTranslation();
  const nameOf = useRunName();
  const rightOf = useRightShare();
  const columns: Column<Evaluation>[] = [
    {
      id: 'run',
      header: t('evaluations.columns.run'),
      cell: (run) => (
        <button
          type="button"
          aria-pressed={run.id === chosenId}
          onClick={() => onChoose(run.id)}
          className="block max-w-full truncate text-start hover:underline"
        >
          {nameOf(run)}
        </button>
      ),
    },
    {
      id: 'state',
      header: t('evaluations.columns.state'),
      width: '7.5rem',
      cell: ({ state }) => (
        <Badge tone={TONES[state]} variant="plain" dot>
          {t(`evaluations.state.${state}`)}
        </Badge>
      ),
    },
    {
      id: 'cases',
      header: t('evaluations.columns.cases'),
      width: '5rem',
      align: 'end',
      cell: ({ total }) => total,
    },
    {
      id: 'right',
      header: t('evaluations.columns.right'),
      width: '5rem',
      align: 'end',
      cell: rightOf,
    },
    {
      id: 'by',
      header: t('evaluations.columns.by'),
      width: '9rem',
      cell: ({ startedBy }) => startedBy,
    },
    {
      id: 'when',
      header: t('evaluations.columns.when'),
      width: '6rem',
      cell: ({ createdAt }) => <Time at={createdAt} />,
    },
  ];
  return (
    <DataTable
      caption={t('evaluations.runs')}
      columns={columns}
      rows={runs}
      keyOf={({ id }) => id}
      isSelected={({ id }) => id === chosenId}
      className="max-h-72 border-y border-line"
    />
  );
}

/** What a run is called: what it measured, and on what. */
export function useRunName(): (run: Evaluation) => string {
  const { t } = useTranslation();
  return ({ kind, source, name }) =>
    `${t(`evaluations.kind.${kind}`)}: ${name || t(`evaluations.source.${source}`)}`;
}

function useRightShare(): (run: Evaluation) => string {
  const { i18n } = useTranslation();
  return ({ metrics }) => {
    const { right, judged = 0 } = metrics?.figures ?? {};
    return right === undefined || judged === 0 ? '' : formatPercent(right / judged, i18n.language);
  };
}
