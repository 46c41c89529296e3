import { MessagesSquare } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Panes } from '../../shell/panes.tsx';
import { usePaneCount } from '../../shell/use-pane-count.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FirstSteps } from '../first-steps/first-steps.tsx';
import { NextUp } from '../routing/next-up.tsx';
import { EvidenceProvider } from '../ticket/evidence.tsx';
import { TicketDetails } from '../ticket/ticket-details.tsx';
import { TicketPane } from '../ticket/ticket-pane.tsx';
import { ListHeader } from './list-header.tsx';
import { SelectionProvider } from './selection.tsx';
import { TicketList } from './ticket-list.tsx';
import { useInbox } from './use-inbox.ts';
import { ViewsList } from './views-list.tsx';

/** The inbox: views, list, conversation and details, as many side by side as fit. */
export function InboxPage() {
  const { t } = useTranslation();
  const { ticketId, close, layout, filter, sort } = useInbox();
  const wide = useWide();
  const panes = usePaneCount();
  const asTable = layout === 'table' && ticketId === null && panes > 1;
  const list = (
    <>
      <ListHeader withViewsMenu={!wide} />
      <SelectionProvider key={JSON.stringify([filter, sort])}>
        <TicketList asTable={asTable} />
      </SelectionProvider>
      <NextUp />
    </>
  );
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      {wide && (
        <aside
          aria-label={t('inbox.panes.views')}
          className="w-60 shrink-0 overflow-y-auto border-e border-line bg-canvas"
        >
          <ViewsList />
        </aside>
      )}
      <div className="flex min-h-0 min-w-0 flex-1 [&>*]:flex-1">
        {asTable ? (
          <section
            aria-label={t('inbox.panes.list')}
            className="flex min-h-0 min-w-0 flex-col bg-canvas"
          >
            {list}
          </section>
        ) : (
          <EvidenceProvider>
            <Panes
              storageKey="segue.inbox"
              labels={{
                list: t('inbox.panes.list'),
                content: t('inbox.panes.content'),
                details: t('inbox.panes.details'),
              }}
              list={list}
              content={ticketId ? <TicketPane key={ticketId} ticketId={ticketId} /> : null}
              placeholder={
                <FirstSteps
                  otherwise={
                    <EmptyState icon={MessagesSquare} className="h-full">
                      {t('inbox.choose')}
                    </EmptyState>
                  }
                />
              }
              details={ticketId ? <TicketDetails key={ticketId} ticketId={ticketId} /> : undefined}
              onBack={close}
            />
          </EvidenceProvider>
        )}
      </div>
    </div>
  );
}

const WIDE = '(min-width: 85rem)';

/** Whether the views fit beside three panes. */
function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(WIDE).matches,
  );
}
