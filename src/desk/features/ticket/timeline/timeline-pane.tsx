import { ArrowDown } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../../contracts/conversations.ts';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { customerName } from '../../../lib/customer-name.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton, SkeletonGroup } from '../../../ui/skeleton.tsx';
import { useOutgoing } from '../composer/outgoing.ts';
import type { Typists } from '../use-watch-ticket.ts';
import { useTimeline } from './queries.ts';
import { TimelineRows } from './timeline-rows.tsx';
import { TypingLine } from './typing-line.tsx';
import { visibleEntries } from './filter.rules.ts';
import { useArrivals } from './use-arrivals.ts';
import { useMarkSeen } from './use-mark-seen.ts';
import { useRevealMessage } from './use-reveal-message.ts';
import { useStickToEnd } from './use-stick-to-end.ts';
import { useTimelineFilter } from './use-timeline-filter.ts';
import { useTimelineWindow } from './use-timeline-window.ts';

/** One timeline for chat, mail, notes and events. */
export function TimelinePane({ ticket, typing }: { ticket: Ticket; typing: Typists }) {
  const timeline = useTimeline(ticket.id);
  const { hidden } = useTimelineFilter();
  if (timeline.data)
    return (
      <Timeline
        // Another filter is another list: its window begins at the end again.
        key={hidden.join()}
        ticket={ticket}
        typing={typing}
        entries={timeline.data.entries}
      />
    );
  if (timeline.isError) {
    return (
      <ApiErrorState
        error={timeline.error}
        onRetry={() => void timeline.refetch()}
        className="min-h-0 flex-1"
      />
    );
  }
  return (
    <SkeletonGroup className="flex min-h-0 flex-1 flex-col gap-4 p-6">
      <Skeleton className="h-14 w-2/3" />
      <Skeleton className="ms-auto h-10 w-1/2" />
      <Skeleton className="h-10 w-1/2" />
    </SkeletonGroup>
  );
}

type TimelineProps = { ticket: Ticket; typing: Typists; entries: readonly TimelineEntry[] };

function Timeline({ ticket, typing, entries }: TimelineProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { outgoing } = useOutgoing(ticket.id);
  const stick = useStickToEnd(scroller, content);
  const { hidden, showAll } = useTimelineFilter();
  const shown = useMemo(() => visibleEntries(entries, hidden), [entries, hidden]);
  const view = useTimelineWindow(scroller, { entries: shown, outgoing });
  const arrived = useArrivals(entries, stick.atEnd);
  useMarkSeen(ticket.id, { entries, visible: stick.atEnd });
  useRevealMessage(scroller, view);
  const customer = customerName(ticket.customer, t('ui.visitor'));
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {shown.length < entries.length && (
        <HiddenLine count={entries.length - shown.length} onShowAll={showAll} />
      )}
      <div
        ref={scroller}
        tabIndex={0}
        role="group"
        aria-label={t('timeline.label')}
        onScroll={() => {
          stick.onScroll();
          view.onScroll();
        }}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain outline-offset-[-2px]"
      >
        <div ref={content} className="mx-auto flex max-w-4xl flex-col px-4 pt-3 pb-4">
          {entries.length + outgoing.length === 0 && <EmptyState>{t('timeline.empty')}</EmptyState>}
          {view.hidden > 0 && (
            <Button variant="ghost" className="self-center" onClick={view.showEarlier}>
              {t('timeline.earlier', { count: view.hidden })}
            </Button>
          )}
          <TimelineRows rows={view.rows} ticketId={ticket.id} customer={customer} />
          <TypingLine typing={typing} customer={customer} />
        </div>
      </div>
      {!stick.atEnd && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
          <Button
            size="sm"
            icon={ArrowDown}
            variant={arrived > 0 ? 'primary' : 'secondary'}
            onClick={stick.toEnd}
            className="pointer-events-auto rounded-full! shadow-overlay!"
          >
            {arrived > 0 ? t('timeline.newMessages', { count: arrived }) : t('timeline.toEnd')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A timeline with gaps says so, or somebody would look for what is not missing. */
function HiddenLine({ count, onShowAll }: { count: number; onShowAll: () => void }) {
  const { t } = useTranslation();
  return (
    <p className="flex shrink-0 flex-wrap items-center justify-center gap-1 border-b border-line px-4 py-0.5 text-meta text-muted">
      {t('timeline.filter.hidden', { count })}
      <Button size="sm" variant="ghost" onClick={onShowAll}>
        {t('timeline.filter.showAll')}
      </Button>
    </p>
  );
}
