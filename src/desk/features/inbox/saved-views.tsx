import { useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Bookmark, Copy, Ellipsis, Pencil, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView, SaveTicketView } from '../../../contracts/views.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ViewDialog } from './save-view.tsx';
import { useInbox } from './use-inbox.ts';
import { ViewRow } from './view-row.tsx';
import { useDeleteView, useOrderViews, useSavedViews, useSaveView } from './views-queries.ts';

/** The saved views in the left pane; none, no heading. */
export function SavedViews({ onPick }: { onPick: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { search } = useInbox();
  const views = useSavedViews().data ?? [];
  if (views.length === 0) return null;
  return (
    <section>
      <h2 className="px-2 pb-1 text-meta font-medium text-subtle">{t('inbox.saved.title')}</h2>
      <ul>
        {views.map((view) => (
          <ViewRow
            key={view.id}
            icon={view.shared ? Users : Bookmark}
            label={view.name}
            count={view.count}
            oldestAt={view.oldestAt}
            search={{ saved: view.id }}
            current={search.saved === view.id}
            onPick={onPick}
            menu={<ViewMenu view={view} views={views} />}
          />
        ))}
      </ul>
    </section>
  );
}

function ViewMenu({ view, views }: { view: SavedView; views: readonly SavedView[] }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<(SaveTicketView & { id?: string }) | null>(null);
  const remove = useRemoval(view);
  const order = useOrderViews();
  const movable = views.filter(({ editable }) => editable).map(({ id }) => id);
  const at = movable.indexOf(view.id);
  const move = (step: number) => {
    const ids = movable.filter((id) => id !== view.id);
    order.mutate(ids.toSpliced(at + step, 0, view.id));
  };
  const { name, filter, sort, columns, layout, shared } = view;
  const copy = { filter, sort, columns, layout };
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton icon={Ellipsis} size="md" label={t('inbox.saved.menu', { name })} />}
      >
        {view.editable && (
          <MenuItem
            icon={Pencil}
            onSelect={() => setEditing({ ...copy, id: view.id, name, shared })}
          >
            {t('inbox.saved.edit')}
          </MenuItem>
        )}
        <MenuItem
          icon={Copy}
          onSelect={() =>
            setEditing({ ...copy, name: t('inbox.saved.copyOf', { name }), shared: false })
          }
        >
          {t('inbox.saved.duplicate')}
        </MenuItem>
        {view.editable && (
          <>
            <MenuItem icon={ArrowUp} disabled={at <= 0} onSelect={() => move(-1)}>
              {t('inbox.saved.up')}
            </MenuItem>
            <MenuItem icon={ArrowDown} disabled={at >= movable.length - 1} onSelect={() => move(1)}>
              {t('inbox.saved.down')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={Trash2} danger onSelect={remove}>
              {t('inbox.saved.delete')}
            </MenuItem>
          </>
        )}
      </Menu>
      {editing && <ViewDialog view={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

/** Deletes at once and offers to save it again. */
function useRemoval({ id, name, filter, sort, columns, layout, shared }: SavedView): () => void {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const remove = useDeleteView();
  const save = useSaveView();
  const { search } = useInbox();
  const failed = () => toast.show({ title: t('inbox.saved.failed'), tone: 'critical' });
  return () =>
    remove.mutate(id, {
      onError: failed,
      onSuccess: () => {
        if (search.saved === id) void navigate({ to: '/inbox', search: {} });
        const view = { name, filter, sort, columns, layout, shared };
        toast.show({
          title: t('inbox.saved.deleted', { name }),
          onUndo: () => save.mutate({ id: null, view }, { onError: failed }),
        });
      },
    });
}
