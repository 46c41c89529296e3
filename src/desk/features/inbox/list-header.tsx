import { ArrowDownUp, ChevronDown, Rows3, Save, Table2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sortFieldSchema, type SaveTicketView } from '../../../contracts/views.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import {
  Menu,
  MenuChoice,
  MenuChoices,
  MenuGroup,
  MenuItem,
  MenuSeparator,
} from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useToast } from '../../ui/toast.tsx';
import { usePageTitle } from '../use-page-title.ts';
import { FilterButton, FilterChips } from './filter-bar.tsx';
import { useViews } from './queries.ts';
import { ViewDialog } from './save-view.tsx';
import { useInbox } from './use-inbox.ts';
import { ViewsList } from './views-list.tsx';
import { useSaveView } from './views-queries.ts';

/** Above the list: which view it is (a menu where the views have no pane of their own), filter, order and shape. */
export function ListHeader({ withViewsMenu }: { withViewsMenu: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const name = useViewName();
  const { ticketId } = useInbox();
  usePageTitle(ticketId === null ? name : null);
  const trigger = (
    <Button
      variant="ghost"
      aria-label={t('inbox.chooseView', { name })}
      className="-ms-2 min-w-0 text-text!"
    >
      <span className="flex items-center gap-1 font-semibold">
        <span className="truncate">{name}</span>
        <ChevronDown aria-hidden className="size-3.5! text-subtle" />
      </span>
    </Button>
  );
  return (
    <header className="flex shrink-0 flex-col gap-1.5 border-b border-line px-3 pt-2 pb-2">
      <div className="flex h-control min-w-0 items-center gap-1">
        <div className="flex min-w-0 flex-1 items-center">
          {withViewsMenu ? (
            <>
              <h1 className="sr-only">{name}</h1>
              <Popover trigger={trigger} open={open} onOpenChange={setOpen} className="w-64! p-0!">
                <ViewsList onPick={() => setOpen(false)} />
              </Popover>
            </>
          ) : (
            <h1 className="truncate font-semibold" title={name}>
              {name}
            </h1>
          )}
        </div>
        <FilterButton />
        <SortMenu />
        <LayoutButton />
      </div>
      <FilterChips />
      <ChangedBar name={name} />
    </header>
  );
}

function SortMenu() {
  const { t } = useTranslation();
  const { sort, change } = useInbox();
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={ArrowDownUp} label={t('inbox.sort.label')} size="sm" />}
    >
      <MenuGroup label={t('inbox.sort.label')}>
        <MenuChoices value={sort.by} onValueChange={(by) => change({ sort: by })}>
          {sortFieldSchema.options.map((by) => (
            <MenuChoice key={by} value={by}>
              {t(`inbox.sort.${by}`)}
            </MenuChoice>
          ))}
        </MenuChoices>
      </MenuGroup>
      <MenuSeparator />
      <MenuChoices value={sort.direction} onValueChange={(dir) => change({ dir })}>
        <MenuChoice value="desc">{t('inbox.sort.desc')}</MenuChoice>
        <MenuChoice value="asc">{t('inbox.sort.asc')}</MenuChoice>
      </MenuChoices>
    </Menu>
  );
}

function LayoutButton() {
  const { t } = useTranslation();
  const { layout, setLayout } = useInbox();
  const next = layout === 'table' ? 'list' : 'table';
  return (
    <IconButton
      size="sm"
      icon={next === 'table' ? Table2 : Rows3}
      label={t(`inbox.layout.${next}`)}
      onClick={() => setLayout(next)}
      className="max-pane2:hidden"
    />
  );
}

/** What can be done with a view that was changed for now: keep the change, or go back. */
function ChangedBar({ name }: { name: string }) {
  const { t } = useTranslation();
  const toast = useToast();
  const save = useSaveView();
  const [creating, setCreating] = useState(false);
  const { isChanged, saved, filter, sort, columns, layout, change } = useInbox();
  if (!isChanged) return null;
  const now: SaveTicketView = {
    name: '',
    filter,
    sort,
    columns: [...columns],
    layout,
    shared: false,
  };
  const back = () => change({ f: undefined, sort: undefined, dir: undefined, layout: undefined });
  const update = () =>
    saved &&
    save.mutate(
      { id: saved.id, view: { ...now, name: saved.name, shared: saved.shared } },
      {
        onSuccess: back,
        onError: () => toast.show({ title: t('inbox.saved.failed'), tone: 'critical' }),
      },
    );
  return (
    <div className="flex items-center gap-1">
      <span className="min-w-0 flex-1 truncate text-meta text-subtle">
        {t('inbox.saved.changed', { name })}
      </span>
      <IconButton size="sm" icon={Undo2} label={t('inbox.saved.back')} onClick={back} />
      {saved?.editable ? (
        <Menu
          align="end"
          trigger={
            <Button size="sm" icon={Save} loading={save.isPending}>
              {t('inbox.saved.save')}
            </Button>
          }
        >
          <MenuItem onSelect={update}>{t('inbox.saved.update', { name: saved.name })}</MenuItem>
          <MenuItem onSelect={() => setCreating(true)}>{t('inbox.saved.saveAs')}</MenuItem>
        </Menu>
      ) : (
        <Button size="sm" icon={Save} onClick={() => setCreating(true)}>
          {t('inbox.saved.saveAs')}
        </Button>
      )}
      {creating && <ViewDialog view={now} onClose={() => setCreating(false)} />}
    </div>
  );
}

/** The name of what the list shows. */
function useViewName(): string {
  const { t } = useTranslation();
  const { view, queue, saved, search } = useInbox();
  const queues = useViews().data?.queues;
  if (search.saved) return saved?.name ?? t('inbox.saved.gone');
  if (queue) return queues?.find(({ id }) => id === queue)?.name ?? t('inbox.queuesTitle');
  return view ? t(`inbox.views.${view}`) : t('inbox.allTickets');
}
