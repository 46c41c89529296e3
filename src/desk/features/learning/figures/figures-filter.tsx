import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../../contracts/learning.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useCategories } from '../../ticket/queries.ts';
import type { FiguresSearch } from '../learning.routes.ts';

const ALL = ' all';
const NONE = '-';

/** The days and the category that are looked at; kept in the address. */
export function FiguresFilter({
  search,
  period,
  children,
}: {
  search: FiguresSearch;
  period: Pick<Figures, 'from' | 'to'> | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: categories = [] } = useCategories();
  const set = (part: FiguresSearch) =>
    void navigate({ to: '/assistant/figures', search: { ...search, ...part }, replace: true });
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-5 py-2">
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="flex items-center gap-1.5 text-muted">
          {t(`learning.figures.${end}`)}
          <TextField
            type="date"
            className="w-38"
            value={search[end] ?? period?.[end] ?? ''}
            onValueChange={(day) => set({ [end]: day === '' ? undefined : day })}
          />
        </label>
      ))}
      <Select
        aria-label={t('learning.figures.category')}
        className="w-48"
        value={search.category ?? ALL}
        options={[
          { value: ALL, label: t('learning.figures.allCategories') },
          ...categories.map(({ name }) => ({ value: name, label: name })),
          { value: NONE, label: t('learning.noCategory') },
        ]}
        onValueChange={(category) => set({ category: category === ALL ? undefined : category })}
      />
      <div className="ms-auto flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
