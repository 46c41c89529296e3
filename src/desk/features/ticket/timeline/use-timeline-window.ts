import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { TimelineEntry } from '../../../../contracts/conversations.ts';
import type { Outgoing } from '../composer/outgoing.ts';
import { firstUnseenId, timelineRows } from './timeline.rules.ts';

/** Rows drawn at first and added at a time: enough for a screen on any monitor, little enough to open at once. */
const STEP = 120;
const NEAR_TOP_PX = 400;

/** What a timeline shows. */
export type TimelineSource = { entries: readonly TimelineEntry[]; outgoing: readonly Outgoing[] };

/** The last rows of a timeline; earlier ones join as the reader comes near the top, without moving what is read. */
export function useTimelineWindow(
  scroller: RefObject<HTMLElement | null>,
  { entries, outgoing }: TimelineSource,
) {
  const [unreadId] = useState(() => firstUnseenId(entries));
  const all = useMemo(
    () => timelineRows({ entries, outgoing, unreadId, dayOf: (at) => new Date(at).toDateString() }),
    [entries, outgoing, unreadId],
  );
  // Counted from the start, so that new rows at the end push none out at the top.
  const [start, setStart] = useState(() => Math.max(0, all.length - STEP));
  const fromEnd = useRef<number | null>(null);
  const showFrom = useCallback(
    (index: number) => {
      const element = scroller.current;
      fromEnd.current = element ? element.scrollHeight - element.scrollTop : null;
      setStart((before) => Math.min(before, Math.max(0, index)));
    },
    [scroller],
  );
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && fromEnd.current !== null)
      element.scrollTop = element.scrollHeight - fromEnd.current;
    fromEnd.current = null;
  }, [start, scroller]);
  const hidden = Math.min(start, all.length);
  const showEarlier = useCallback(() => showFrom(hidden - STEP), [showFrom, hidden]);
  const onScroll = useCallback(() => {
    if (hidden > 0 && (scroller.current?.scrollTop ?? NEAR_TOP_PX) < NEAR_TOP_PX) showEarlier();
  }, [hidden, scroller, showEarlier]);
  const rows = useMemo(() => all.slice(hidden), [all, hidden]);
  /** Makes sure that a message is among the rows; false when there is none such. */
  const include = useCallback(
    (messageId: string) => {
      const index = all.findIndex(({ key }) => key === messageId);
      if (index >= 0 && index < hidden) showFrom(index - 10);
      return index >= 0;
    },
    [all, hidden, showFrom],
  );
  return { rows, hidden, showEarlier, onScroll, include };
}
