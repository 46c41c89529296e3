import { useTranslation } from 'react-i18next';
import {
  turnPathSchema,
  turnStateSchema,
  type TurnPath,
  type TurnState,
} from '../../../../contracts/assistant-decisions.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Select } from '../../../ui/select.tsx';
import { useCategories } from '../../ticket/queries.ts';
import type { TurnFilter } from './queries.ts';

const ANY = 'any';

/** What the list of turns is narrowed to. */
export function TurnFilters({
  filter,
  onChange,
}: {
  filter: TurnFilter;
  onChange: (filter: TurnFilter) => void;
}) {
  const { t } = useTranslation();
  const categories = useCategories().data ?? [];
  const set = (part: TurnFilter) => onChange({ ...filter, ...part });
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <div
      role="group"
      aria-label={t('turns.filters')}
      className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-5 py-2"
    >
      <Select
        aria-label={t('turns.path')}
        size="sm"
        className="w-40 max-pane2:w-[calc(50%-0.25rem)]"
        value={filter.path ?? ANY}
        options={[
          { value: ANY, label: t('turns.anyPath') },
          ...turnPathSchema.options.map((value) => ({ value, label: t(`turns.did.${value}`) })),
        ]}
        onValueChange={(value) => set({ path: chosen(value) as TurnPath | undefined })}
      />
      <Select
        aria-label={t('turns.state')}
        size="sm"
        className="w-40 max-pane2:w-[calc(50%-0.25rem)]"
        value={filter.outcome ?? ANY}
        options={[
          { value: ANY, label: t('turns.anyState') },
          ...turnStateSchema.options.map((value) => ({ value, label: t(`turns.states.${value}`) })),
        ]}
        onValueChange={(value) => set({ outcome: chosen(value) as TurnState | undefined })}
      />
      <Select
        aria-label={t('turns.category')}
        size="sm"
        className="w-44 max-pane2:w-[calc(50%-0.25rem)]"
        value={filter.category ?? ANY}
        options={[
          { value: ANY, label: t('turns.anyCategory') },
          ...withChosen(
            categories.map(({ name }) => name),
            filter.category,
          ).map((value) => ({ value, label: value })),
        ]}
        onValueChange={(value) => set({ category: chosen(value) })}
      />
      {filter.articleId !== undefined && (
        <Chip label={t('turns.article')} onRemove={() => set({ articleId: undefined })} />
      )}
      {isNarrowed && (
        <Button size="sm" variant="ghost" onClick={() => onChange({})}>
          {t('turns.clear')}
        </Button>
      )}
    </div>
  );
}

/** A category of the address may have been renamed since. */
function withChosen(names: readonly string[], name: string | undefined): readonly string[] {
  return name === undefined || names.includes(name) ? names : [...names, name];
}

function chosen(value: string): string | undefined {
  return value === ANY ? undefined : value;
}
