import { ChevronDown, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTicket } from '../ticket/queries.ts';
import { usePageTitle } from '../use-page-title.ts';
import { useViews } from './queries.ts';
import { useInbox } from './use-inbox.ts';
import { ViewsList } from './views-list.tsx';

const DEBOUNCE_MS = 250;

/** Above the list: which view it is (a menu where the views have no pane of their own), and the search. */
export function ListHeader({ withViewsMenu }: { withViewsMenu: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const name = useViewName();
  const { ticketId } = useInbox();
  const subject = useTicket(ticketId ?? '', { enabled: ticketId !== null }).data?.subject;
  usePageTitle(subject ?? name);
  const trigger = (
    <Button
      variant="ghost"
      aria-label={t('inbox.chooseView', { name })}
      className="-ms-2 text-text!"
    >
      <span className="flex items-center gap-1 font-semibold">
        <span className="truncate">{name}</span>
        <ChevronDown aria-hidden className="size-3.5! text-subtle" />
      </span>
    </Button>
  );
  return (
    <header className="flex shrink-0 flex-col gap-2 border-b border-line px-3 pt-2 pb-2">
      <div className="flex h-control min-w-0 items-center">
        {withViewsMenu ? (
          <>
            <h1 className="sr-only">{name}</h1>
            <Popover trigger={trigger} open={open} onOpenChange={setOpen} className="w-64! p-0!">
              <ViewsList onPick={() => setOpen(false)} />
            </Popover>
          </>
        ) : (
          <h1 className="truncate font-semibold">{name}</h1>
        )}
      </div>
      <SearchField />
    </header>
  );
}

function SearchField() {
  const { t } = useTranslation();
  const { q, setQuery } = useInbox();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(q ?? '');
  useEffect(() => setText(q ?? ''), [q]);
  useEffect(() => {
    if (text.trim() === (q ?? '')) return;
    const timer = window.setTimeout(() => setQuery(text.trim()), DEBOUNCE_MS);
    return () => window.clearTimeout(timer);
  }, [text, q, setQuery]);
  useShortcut('/', () => field.current?.focus(), {
    label: t('inbox.shortcuts.search'),
    group: t('inbox.shortcuts.group'),
  });
  return (
    <TextField
      ref={field}
      icon={Search}
      type="search"
      aria-label={t('inbox.search')}
      placeholder={t('inbox.searchHint')}
      value={text}
      onValueChange={setText}
      onClear={() => setText('')}
      onKeyDown={(event) => event.key === 'Escape' && setText('')}
      end={text === '' ? <KeyHint keys="/" /> : undefined}
      className="[&_input]:[&::-webkit-search-cancel-button]:hidden"
    />
  );
}

/** The name of what the list shows. */
function useViewName(): string {
  const { t } = useTranslation();
  const { view, queue, q } = useInbox();
  const queues = useViews().data?.queues;
  if (q) return t('inbox.results', { query: q });
  if (queue) return queues?.find(({ id }) => id === queue)?.name ?? t('inbox.queuesTitle');
  return view ? t(`inbox.views.${view}`) : t('inbox.allTickets');
}
