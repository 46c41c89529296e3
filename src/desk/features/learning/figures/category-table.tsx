import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { formatCost } from './format-figures.rules.ts';

type Row = Figures['categories'][number];

/** The same figures of each category; its name looks at it alone. */
export function CategoryTable({ figures: { categories } }: { figures: Figures }) {
  const { t, i18n } = useTranslation();
  const search = useSearch({ from: '/app/assistant/figures' });
  const percent = (some: number, all: number) =>
    all === 0 ? '–' : formatPercent(some / all, i18n.language);
  const number = (
    id: string,
    header: string,
    cell: (row: Row) => string | number,
  ): Column<Row> => ({
    id,
    header,
    width: '7.5rem',
    align: 'end',
    cell,
  });
  return (
    <DataTable
      caption={t('learning.figures.categories')}
      rows={categories}
      keyOf={({ category }) => category ?? ''}
      columns={[
        {
          id: 'category',
          header: t('learning.figures.category'),
          cell: ({ category }) => (
            <Link
              to="/assistant/figures"
              search={{ ...search, category: category ?? '-' }}
              className="text-accent-text underline-offset-2 hover:underline"
            >
              {category ?? t('learning.noCategory')}
            </Link>
          ),
        },
        number('considered', t('learning.figures.considered'), (row) => row.considered),
        number('answered', t('learning.figures.answered'), (row) =>
          percent(row.answered, row.considered),
        ),
        number('asked', t('learning.figures.asked'), (row) => row.asked),
        number('confirmed', t('learning.figures.confirmed'), (row) =>
          percent(row.resolution.confirmed, row.sent),
        ),
        number('assumed', t('learning.figures.assumed'), (row) =>
          percent(row.resolution.assumed, row.sent),
        ),
        number('reopened', t('learning.figures.reopened'), (row) =>
          percent(row.resolution.reopened, row.sent),
        ),
        number('right', t('learning.figures.rightShare'), (row) => percent(row.right, row.judged)),
        number('cost', t('learning.figures.cost'), (row) =>
          formatCost(row.costMicros, i18n.language),
        ),
      ]}
    />
  );
}
