import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  needSchema,
  openWorkStateSchema,
  type Board,
  type BoardFilter,
} from '../../../contracts/board.ts';
import { prioritySchema } from '../../../contracts/tickets.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { useBoardSearch } from './use-board-search.ts';

const ANY = 'any';

/** Narrows a list; what is chosen stands in the address. */
export function WorkFilters({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { filter, change, clear } = useBoardSearch();
  const named = (one: { id: string; name: string }) => ({ value: one.id, label: one.name });
  const pick = (field: keyof BoardFilter, options: { value: string; label: string }[]) => (
    <Select
      key={field}
      size="sm"
      aria-label={t(`operations.filter.${field}`)}
      className="w-auto! max-w-44 shrink-0"
      value={filter[field] ?? ANY}
      options={[
        {
          value: ANY,
          label: `${t(`operations.filter.${field}`)}: ${t('operations.filter.any').toLowerCase()}`,
        },
        ...options,
      ]}
      onValueChange={(value) => change({ [field]: value === ANY ? undefined : value })}
    />
  );
  return (
    <div
      role="group"
      aria-label={t('operations.filter.label')}
      className="flex min-w-0 flex-wrap items-center gap-1.5 max-pane2:flex-nowrap max-pane2:overflow-x-auto max-pane2:py-0.5"
    >
      {pick('queue', board.queues.map(named))}
      {pick('owner', [
        { value: 'none', label: t('operations.work.nobody') },
        ...board.agents.map(named),
      ])}
      {pick(
        'state',
        openWorkStateSchema.options.map((value) => ({
          value,
          label: t(`operations.filter.stateOf.${value}`),
        })),
      )}
      {pick(
        'sla',
        (['at_risk', 'breached'] as const).map((value) => ({
          value,
          label: t(`operations.filter.slaState.${value}`),
        })),
      )}
      {pick(
        'priority',
        prioritySchema.options.map((value) => ({ value, label: t(`ticket.priority.${value}`) })),
      )}
      {pick(
        'need',
        needSchema.options.map((value) => ({
          value,
          label: t(`operations.filter.needOf.${value}`),
        })),
      )}
      {Object.keys(filter).length > 0 && (
        <Button size="sm" variant="ghost" icon={X} onClick={clear}>
          {t('operations.work.clearFilters')}
        </Button>
      )}
    </div>
  );
}
