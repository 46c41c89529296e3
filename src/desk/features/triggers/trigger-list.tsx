import { Link } from '@tanstack/react-router';
import { Search, Workflow } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trigger } from '../../../contracts/triggers.ts';
import { fuzzyFilter } from '../../lib/fuzzy.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { moved } from './draft.rules.ts';
import { useOrderTriggers, useTriggers } from './queries.ts';
import { TriggerRow } from './trigger-row.tsx';

/** The rules in the order they run: found, moved, switched, opened. */
export function TriggerList({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const triggers = useTriggers();
  const order = useOrderTriggers();
  const mayWrite = useMay('trigger:write');
  const [query, setQuery] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const all = triggers.data ?? [];
  const shown = query.trim() === '' ? all : fuzzyFilter(query, all, textOf);
  const move = (id: string, to: number) => {
    const from = all.findIndex((one) => one.id === id);
    const next = moved(all, from, to);
    if (from === to || to < 0 || to >= all.length) return;
    setSaid(t('triggers.moved', { name: all[from]?.name ?? '', place: to + 1 }));
    order.mutate(
      next.map((one) => one.id),
      {
        onError: (error) =>
          toast.show({
            title: t('triggers.orderFailed'),
            detail: error.message,
            tone: 'critical',
          }),
      },
    );
  };
  if (triggers.isError)
    return <ApiErrorState error={triggers.error} onRetry={() => void triggers.refetch()} />;
  if (triggers.isPending) return <SkeletonRows disc={false} />;
  if (all.length === 0) return <NoRules />;
  return (
    <div className="flex flex-col gap-3">
      <TextField
        type="search"
        icon={Search}
        aria-label={t('triggers.search')}
        placeholder={t('triggers.search')}
        value={query}
        onValueChange={setQuery}
        className="max-w-72"
      />
      <span role="status" className="sr-only">
        {said}
      </span>
      {shown.length === 0 && <EmptyState>{t('triggers.nothingFound', { query })}</EmptyState>}
      <ol aria-label={t('triggers.list')} className="flex flex-col">
        {shown.map((trigger) => {
          const place = all.indexOf(trigger);
          return (
            <TriggerRow
              key={trigger.id}
              trigger={trigger}
              place={place}
              mayMove={mayWrite && query.trim() === ''}
              isDragged={dragged === trigger.id}
              onOpen={() => onOpen(trigger.id)}
              onMove={(by) => move(trigger.id, place + by)}
              onDrag={setDragged}
              onDrop={() => {
                if (dragged !== null) move(dragged, place);
                setDragged(null);
              }}
            />
          );
        })}
      </ol>
    </div>
  );
}

function NoRules() {
  const { t } = useTranslation();
  const link = <Link to="/settings/$section" params={{ section: 'recipes' }} />;
  return (
    <EmptyState
      icon={Workflow}
      action={
        <Button render={link} nativeButton={false}>
          {t('triggers.seeRecipes')}
        </Button>
      }
    >
      {t('triggers.empty')}
    </EmptyState>
  );
}

function textOf({ name, description }: Trigger): string {
  return `${name} ${description}`;
}
