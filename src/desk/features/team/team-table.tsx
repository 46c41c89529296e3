import { Plus, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useTeam, type TeamItems, type TeamList } from './queries.ts';

/** Props of {@link TeamTable}. */
export type TeamTableProps<Name extends TeamList> = {
  list: Name;
  title: string;
  lead: string;
  /** Words of the button that adds one; left out where nothing is added here. */
  addLabel?: string;
  icon: LucideIcon;
  empty: string;
  columns: readonly Column<TeamItems[Name]>[];
  nameOf: (item: TeamItems[Name]) => string;
  /** The form of one thing, or of a new one. */
  editor: (item: TeamItems[Name] | null, onClose: () => void) => ReactNode;
};

/** A list of the team with a form for each thing in it. */
export function TeamTable<Name extends TeamList>(props: TeamTableProps<Name>) {
  const { t } = useTranslation();
  const items = useTeam(props.list);
  const [edited, setEdited] = useState<TeamItems[Name] | 'new' | null>(null);
  const add = props.addLabel && (
    <Button icon={Plus} variant="primary" onClick={() => setEdited('new')}>
      {props.addLabel}
    </Button>
  );
  return (
    <Section title={props.title} lead={props.lead} actions={add} width="max-w-5xl">
      {items.isError ? (
        <ApiErrorState error={items.error} onRetry={() => void items.refetch()} />
      ) : (
        <DataTable
          caption={props.title}
          rows={items.data ?? []}
          keyOf={(item) => item.id}
          className="-mx-3"
          empty={
            items.isPending ? (
              <SkeletonRows disc={false} />
            ) : (
              <EmptyState icon={props.icon}>{props.empty}</EmptyState>
            )
          }
          columns={[
            {
              id: 'name',
              header: t('team.name'),
              width: '13rem',
              cell: (item) => (
                <button
                  type="button"
                  onClick={() => setEdited(item)}
                  className="max-w-full truncate font-medium text-accent-text underline-offset-2 hover:underline"
                  title={props.nameOf(item)}
                >
                  {props.nameOf(item)}
                </button>
              ),
            },
            ...props.columns,
          ]}
        />
      )}
      {edited !== null && props.editor(edited === 'new' ? null : edited, () => setEdited(null))}
    </Section>
  );
}
