import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Board, BoardFilter } from '../../../contracts/board.ts';
import { cx } from '../../lib/cx.ts';
import { TONE_TEXT, type Tone } from '../../ui/tones.ts';
import { Age } from '../inbox/age.tsx';
import type { BoardTab } from './operations.routes.ts';

type Total = {
  key: 'waiting' | 'atRisk' | 'breached' | 'afterChat' | 'reassign';
  tab: BoardTab;
  filter?: BoardFilter;
  tone?: Tone;
};

const TOTALS: readonly Total[] = [
  { key: 'waiting', tab: 'open', filter: { state: 'waiting' } },
  { key: 'atRisk', tab: 'at_risk', filter: { sla: 'at_risk' }, tone: 'caution' },
  { key: 'breached', tab: 'at_risk', filter: { sla: 'breached' }, tone: 'critical' },
  { key: 'afterChat', tab: 'after_chat' },
  { key: 'reassign', tab: 'reassign', tone: 'caution' },
];

/** How things are, in a line of numbers, each of which leads to what it counts. */
export function BoardTotals({ totals }: { totals: Board['totals'] }) {
  const { t } = useTranslation();
  return (
    <ul
      aria-label={t('operations.total.label')}
      className="flex shrink-0 flex-wrap gap-x-6 gap-y-1 border-b border-line px-5 py-2 max-pane2:flex-nowrap max-pane2:overflow-x-auto max-pane2:whitespace-nowrap"
    >
      {TOTALS.map(({ key, tab, filter, tone }) => (
        <li key={key}>
          <Link
            to="/operations"
            search={{ show: tab, ...filter }}
            className="group inline-flex items-baseline gap-1.5 rounded-small"
          >
            <span
              className={cx(
                'text-title font-semibold tabular-nums',
                totals[key] === 0 ? 'text-subtle' : tone && TONE_TEXT[tone],
              )}
            >
              {totals[key]}
            </span>
            <span className="text-muted group-hover:underline">{t(`operations.total.${key}`)}</span>
          </Link>
        </li>
      ))}
      {totals.oldestAt && (
        <li className="inline-flex items-baseline gap-1.5">
          <Age at={totals.oldestAt} className="text-title font-semibold" />
          <span className="text-muted">{t('operations.total.oldest')}</span>
        </li>
      )}
      <li className="inline-flex items-baseline gap-1.5" title={t('operations.onlineHint')}>
        <span className="text-title font-semibold tabular-nums">{totals.agentsOnline}</span>
        <span className="text-muted">
          {t('operations.total.agentsOnline', { count: totals.agentsOnline })}
        </span>
      </li>
    </ul>
  );
}
