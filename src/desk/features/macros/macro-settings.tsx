import { Plus, Search, Zap } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Macro } from '../../../contracts/macros.ts';
import { Section } from '../../shell/page.tsx';
import { usePaneCount } from '../../shell/use-pane-count.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { MacroDialog } from './macro-dialog.tsx';
import { useDeleteMacro, useMacros } from './queries.ts';
import { searchMacros, textOfMacro } from './search.rules.ts';
import { useActWords } from './use-act-words.ts';

/** Which macro is being written: none, a new one, or one of the list. */
type Editing = { macro: Macro | null } | null;

/** The shared macros and one's own: find, write, delete. */
export function MacroSettings() {
  const { t } = useTranslation();
  const macros = useMacros();
  const [query, setQuery] = useState('');
  const [editing, setEditing] = useState<Editing>(null);
  const add = (
    <Button icon={Plus} variant="primary" onClick={() => setEditing({ macro: null })}>
      {t('macros.add')}
    </Button>
  );
  return (
    <Section
      title={t('settings.sections.macros.title')}
      lead={t('macros.lead')}
      actions={add}
      width="max-w-5xl"
    >
      {macros.isError ? (
        <ApiErrorState error={macros.error} onRetry={() => void macros.refetch()} />
      ) : (
        <div className="flex flex-col gap-3">
          <TextField
            type="search"
            icon={Search}
            aria-label={t('macros.search')}
            placeholder={t('macros.search')}
            value={query}
            onValueChange={setQuery}
            className="max-w-72"
          />
          <MacroTable
            macros={listed(macros.data ?? [], query)}
            empty={macros.isPending ? <SkeletonRows disc={false} /> : <Nothing query={query} />}
            onEdit={(macro) => setEditing({ macro })}
          />
        </div>
      )}
      {editing && <MacroDialog macro={editing.macro} onClose={() => setEditing(null)} />}
    </Section>
  );
}

/** By folder and name while nothing is searched: a list one knows one's way in. */
function listed(macros: readonly Macro[], query: string): Macro[] {
  if (query.trim() !== '') return searchMacros(macros, query);
  return macros.toSorted(
    (one, two) => one.folder.localeCompare(two.folder) || one.name.localeCompare(two.name),
  );
}

function Nothing({ query }: { query: string }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={Zap}>
      {query ? t('macros.nothingFound', { query }) : t('macros.empty')}
    </EmptyState>
  );
}

type MacroTableProps = {
  macros: readonly Macro[];
  empty: ReactNode;
  onEdit: (macro: Macro) => void;
};

function MacroTable({ macros, empty, onEdit }: MacroTableProps) {
  const { t } = useTranslation();
  const panes = usePaneCount();
  const shown: readonly string[] = shownColumns[panes];
  const columns: readonly Column<Macro>[] = [
    {
      id: 'name',
      header: t('macros.name'),
      width: panes === 1 ? '9rem' : '14rem',
      cell: (macro) => <Name macro={macro} onOpen={() => onEdit(macro)} />,
    },
    { id: 'does', header: t('macros.does'), cell: (macro) => <Does macro={macro} /> },
    { id: 'folder', header: t('macros.folder'), width: '8rem', cell: ({ folder }) => folder },
    {
      id: 'who',
      header: t('macros.who'),
      width: '6.5rem',
      cell: ({ shared }) => <Badge>{t(shared ? 'macros.shared' : 'macros.personal')}</Badge>,
    },
    {
      id: 'uses',
      header: t('macros.used'),
      width: '5rem',
      align: 'end',
      cell: ({ uses }) => uses,
    },
    {
      id: 'acts',
      header: t('macros.acts'),
      headerHidden: true,
      width: '12rem',
      align: 'end',
      cell: (macro) => <RowActs macro={macro} onEdit={() => onEdit(macro)} />,
    },
  ];
  return (
    <DataTable
      caption={t('macros.caption')}
      rows={macros}
      keyOf={({ id }) => id}
      empty={empty}
      columns={columns.filter(({ id }) => shown.includes(id))}
    />
  );
}

/** Columns by the number of panes there is room for. */
const shownColumns = {
  1: ['name', 'acts'],
  2: ['name', 'does', 'who', 'acts'],
  3: ['name', 'does', 'folder', 'who', 'uses', 'acts'],
} as const;

/** Opens the macro as well. */
function Name({ macro, onOpen }: { macro: Macro; onOpen: () => void }) {
  return (
    <button
      type="button"
      title={macro.description || macro.name}
      onClick={onOpen}
      className="max-w-full truncate rounded-small font-medium underline-offset-2 hover:underline"
    >
      {macro.name}
    </button>
  );
}

function Does({ macro }: { macro: Macro }) {
  const words = useActWords();
  const acts = macro.actions.map(words).join(' · ');
  const text = textOfMacro(macro);
  return (
    <span className="text-muted" title={[text, acts].filter(Boolean).join('\n\n')}>
      {acts || text}
    </span>
  );
}

function RowActs({ macro, onEdit }: { macro: Macro; onEdit: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const remove = useDeleteMacro();
  const onError = (error: Error) =>
    toast.show({ title: t('macros.failed'), detail: error.message, tone: 'critical' });
  if (!macro.mayEdit) {
    return (
      <Button size="sm" variant="ghost" onClick={onEdit}>
        {t('macros.view')}
      </Button>
    );
  }
  return (
    <span className="inline-flex gap-1">
      <Button size="sm" variant="ghost" onClick={onEdit}>
        {t('macros.edit')}
      </Button>
      <ConfirmButton
        size="sm"
        variant="ghost"
        loading={remove.isPending}
        confirmLabel={t(macro.shared ? 'macros.removeConfirm' : 'macros.removeOwn')}
        onConfirm={() => remove.mutate(macro.id, { onError })}
      >
        {t('macros.remove')}
      </ConfirmButton>
    </span>
  );
}
